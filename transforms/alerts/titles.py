"""Titles of the messages about the invention share, in the patterns of DECISIONS."""

from transforms.alerts.decide import Revision
from transforms.alerts.facts import Facts, percent_text, revised_text
from transforms.alerts.share import FEW_APPLICATIONS
from transforms.bulletin.wording import bound_text, months_text


def title(facts: Facts) -> str:
    """The title; it begins with the bracketed word."""
    raised, share = facts.raised, facts.raised.share
    year = share.month[:4]
    low = "提示" if share.n < FEW_APPLICATIONS else "预警"
    said = f"{facts.territory}{year}年{months_text(share.month)}发明专利申请占比"
    percent, bound = percent_text(share), bound_text(share.bound)
    whole_year = f"{facts.territory}{year}年发明专利申请占比{percent}"
    verdict = f"低于{bound}的年度目标" if share.is_below else f"达到{bound}的年度目标"
    which = "本年首次" if raised.spell == 1 else f"本年第{raised.spell}次"
    match raised.state:
        case "first":
            return f"【{low}】{said}{percent},低于{bound}({which})"
        case "continuing":
            return f"【{low}续报】{said}{percent},已连续{raised.months_below}个月低于{bound}"
        case "recovered":
            return f"【预警解除】{said}{percent},已达到{bound}的年度目标"
        case "preliminary_met" | "preliminary_below":
            return f"【年度初步】{whole_year},{verdict}"
        case "final_met":
            return f"【年度终审·达标】{whole_year},{verdict}"
        case "final_missed":
            return f"【年度终审·未达标】{whole_year},{verdict}"
        case _:
            assert raised.before is not None
            return f"【数据修订】{said}{revised_text(Revision(raised.before, share))}"
