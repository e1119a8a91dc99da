"""Texts of the messages about the invention share, in the patterns of DECISIONS; counts and units only."""

from transforms.alerts.decide import Revision
from transforms.alerts.facts import Facts, day_text, percent_text, revised_text
from transforms.alerts.share import FEW_APPLICATIONS, Share
from transforms.bulletin.wording import (
    against_bound_text,
    count_text,
    months_text,
    of_the_rest_text,
    points_from_bound,
    share_text,
)

OBS_STATUS = {"provisional": "初步数", "revised": "修订数", "final": "终审数"}


def text(facts: Facts) -> str:
    """The text, in one paragraph."""
    raised, share = facts.raised, facts.raised.share
    of_year = share.month[:4] + "年" if share.month.endswith("-12") else ""
    counted = f"{of_year}{months_text(share.month)}专利申请{share.n}件,其中发明{share.k}件,占{percent_text(share)},"
    against = f"低于年度目标{points_from_bound(share.k, share.n, share.bound)}个百分点"
    parts = [counted + (against if share.is_below else against_bound_text(share.k, share.n, share.bound)) + "。"]
    if raised.before is not None and not raised.state.startswith(("revised", "restated")):
        parts.append(f"该占比{revised_text(Revision(raised.before, share))}。")
    parts += [f"另,{months_text(one.now.month)}占比{revised_text(one)},{_turned(one)}。" for one in raised.restated]
    if raised.state == "first" and raised.months_below > 1:
        parts.append(f"按现有数据,已连续{raised.months_below}个月低于目标。")
    if raised.standing is None:
        parts += [_still_needed(facts) if share.is_below else _spare(share), _fluctuation(facts), _towns(facts)]
    else:
        parts.append(_standing(raised.standing))
    parts.append(f"{facts.place}数据截至{day_text(facts.as_of)},{OBS_STATUS[facts.obs_status]}。")
    return "".join(parts)


def _turned(revision: Revision) -> str:
    return "低于目标" if revision.now.is_below else "不再低于目标"


def _standing(share: Share) -> str:
    stands = "低于年度目标" if share.is_below else "不低于年度目标"
    return f"目前{months_text(share.month)}占比{percent_text(share)}({share.k}/{share.n}件),{stands}。"


def _still_needed(facts: Facts) -> str:
    share, outlook = facts.raised.share, facts.outlook
    if share.month.endswith("-12"):
        return f"达到目标尚差发明申请{share.shortfall}件。"
    needed = f"若其他类型不再增加,至少还需新增发明申请{share.shortfall}件"
    if outlook.rest_required is None:
        return f"{needed}。"
    expected = f"按全年预计{count_text(outlook.forecast_total)}件测算,年底前还需{outlook.rest_required}件"
    return f"{needed};{expected},{of_the_rest_text(outlook.rest_required_share)}。"


def _spare(share: Share) -> str:
    return "" if share.month.endswith("-12") else f"其他类型再增加{share.spare}件以内,占比仍不低于目标。"


def _fluctuation(facts: Facts) -> str:
    """Whether chance or the course of earlier years can explain the distance from the bound (DECISIONS 20)."""
    share, is_over = facts.raised.share, facts.raised.share.month.endswith("-12")
    few = f"申请总量不足{FEW_APPLICATIONS}件,占比易受个别申请影响。" if share.n < FEW_APPLICATIONS else ""
    if not share.is_below:
        return few + ("目前与目标的差距在正常波动范围之内,请继续关注。" if share.is_chance and not is_over else "")
    highest = facts.outlook.forecast_high
    out_of_reach = share.n >= FEW_APPLICATIONS and highest is not None and highest < share.bound[0] / share.bound[1]
    if share.is_chance and not out_of_reach:
        return few + (
            "差距在以往正常波动范围之内。" if is_over else "目前差距在以往正常波动范围之内,但已低于目标,请予关注。"
        )
    return few + ("差距已超出以往正常波动范围。" if is_over else "差距已超出以往正常波动范围,建议及早采取措施。")


def _towns(facts: Facts) -> str:
    if not facts.towns:
        return ""
    bound = facts.raised.share.bound
    moved = "、".join(
        f"{town.label}({share_text(town.k_before, town.n_before, bound)}→{share_text(town.k, town.n, bound)})"
        for town in facts.towns
    )
    return f"占比{'下降' if facts.raised.share.is_below else '上升'}较多的镇(街道):{moved}。"
