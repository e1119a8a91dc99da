"""What a list reports where only its title tells: firms recognised (DECISIONS 12), or other events than a month's feed."""

import re
from collections.abc import Container, Iterable

from transforms.errors import Held
from transforms.intake.profiles import Profile
from transforms.intake.sidecars import sidecar_example

_RECOGNISED = re.compile(r"认定.{0,40}示范企业|示范企业.{0,20}(?:认定|名单|名录|名册|一览)")
# A proposal is no recognition; re-reviews, renamings and revocations are other events.
_PROPOSAL = re.compile(r"公示|拟认定|推荐|申报|候选")
_OTHER_EVENT = re.compile(rf"{_PROPOSAL.pattern}|复核|复审|复评|重新认定|更名|变更|撤销|撤消|取消|失效|注销|迁[入出]")
_DECIDED = re.compile(r"(?<!拟)认定")
_SCHEME = re.compile(r"示范企业")
_OTHER_SCHEME = re.compile(r"试点|优势|知识产权示范")

# A list of what became of patents has the columns of a feed too (numbers, days, owners).
_NO_FEED = re.compile(
    r".*(?:有效的?(?:发明|实用新型|外观|专利)|专利有效|失效|宣告无效|无效宣告|终止|质押"
    r"|(?:权|专利|申请)转[让移]|实施许可|许可备案|年费|资助|奖励|补助|补贴|撤回|视撤|驳回|放弃|非正常|扣减|核减|实审|实质审查"
    r"|著录项目变更|权利?人变更|发明公布|申请公布).*"
)
# What a month's feed calls itself; 申请 alone stands in the titles of both (专利申请授权明细).
_FEED_SAID = {
    "application": re.compile(r".*(?:受理|申请(?:明细|清单|台账|量)).*"),
    "grant": re.compile(r".*授权.*"),
}
_OTHER_FEED = {"application": "grant", "grant": "application"}
# A line that is a note (不含撤回的申请, 填报单位:…) says nothing of what the list is.
_NOTE = re.compile(r"含|包括|剔除|说明|[::。;;]")


def check_list_said(table: str, fields: Container[str], place: str, *, is_named: bool = False) -> None:
    """Raise Held for a list of firms that neither by columns nor by its title (`place`) says what happened and to what.

    Lists of other schemes (高新技术企业) have the same columns, and 公示 is no recognition (DECISIONS 12). A sidecar that
    names the source (`is_named`) says what scheme it is.
    """
    if table != "enterprises":
        return
    # rows may tell of recognitions and of proposals under one title (认定和公示情况)
    schemes = (_OTHER_SCHEME,) if _DECIDED.search(place) else (_OTHER_SCHEME, _PROPOSAL)
    unsaid = {}
    if "event" not in fields:
        unsaid["“事项”"] = _unlike(place, _RECOGNISED, (_OTHER_EVENT,), "没有写明是示范企业的认定名单")
    if "scheme" not in fields and not is_named:
        unsaid["“类别”"] = _unlike(place, _SCHEME, schemes, "没有写明“示范企业”")
    lacking = {column: said for column, said in unsaid.items() if said}
    if lacking:
        columns = "和".join(lacking)
        raise Held(
            f"名录没有{columns}一列,标题、工作表名和文件名里{','.join(dict.fromkeys(lacking.values()))},"
            "不能断定各企业是不是新认定的专利示范企业。",
            f"如果不是专利示范企业的名录,请把它移出收件文件夹。如果是,请在表中加一列{columns}(事项写认定、复核通过、更名、"
            "撤销、公示等,类别写专利示范企业、试点企业等),另存后再次运行;全部是新认定的,可在标题和文件名里写明,"
            "例如“专利示范企业认定名单”。",
        )


def _unlike(place: str, own: re.Pattern[str], others: Iterable[re.Pattern[str]], absent: str) -> str:
    """What a title says instead of its `own` words, or that it says nothing; empty where it says them alone."""
    other = next((found for words in others if (found := words.search(place))), None)
    return f"有“{other[0]}”" if other else "" if own.search(place) else absent


def is_note(line: str) -> bool:
    """Whether a line above the header speaks of something beside the list itself."""
    return _NOTE.search(line) is not None


def check_no_other_event_said(profile: Profile, file_name: str, place: str) -> None:
    """Raise Held for a file that has the columns of a month's feed and a title (`place`) of another list.

    Counted as the feed it would also take its month's place: the feed itself would be held as the second one.
    """
    if profile.table != "records" or profile.coverage != "month":
        return
    titles = "\n".join(line for line in place.splitlines() if not is_note(line))
    if found := _NO_FEED.search(titles) or _other_feed(profile, titles, place):
        raise Held(
            f"表头像{profile.label_zh},但标题、工作表名或文件名写的是“{found[0].strip()}”,不能当作按月下发的明细计数。",
            f"如果不是{profile.label_zh},请把它移出收件文件夹,或在旁注里写明它是什么来源(source)。如果是,"
            + sidecar_example(file_name, f"source: {profile.source}"),
        )


def _other_feed(profile: Profile, titles: str, place: str) -> re.Match[str] | None:
    """The title that tells of the other event where nothing tells of the one that the profile reports."""
    (event,) = profile.events if len(profile.events) == 1 else ("",)
    if event not in _OTHER_FEED or _FEED_SAID[event].search(place):
        return None
    return _FEED_SAID[_OTHER_FEED[event]].search(titles)
