"""What a list reports where only its title tells: firms recognised (DECISIONS 12), or other events than a month's feed."""

import re
from collections.abc import Container

from transforms.errors import Held
from transforms.intake.profiles import Profile
from transforms.intake.sidecars import sidecar_example

_RECOGNISED = re.compile(r"认定.{0,40}示范企业|示范企业.{0,20}(?:认定|名单|名录|名册|一览)")
# A proposal is no recognition; re-reviews, renamings and revocations are other events.
_OTHER_EVENT = re.compile(r"公示|拟认定|推荐|申报|候选|复核|复审|复评|重新认定|更名|变更|撤销|撤消|取消|失效|注销|迁[入出]")
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


def check_event_said(table: str, fields: Container[str], place: str) -> None:
    """Raise Held for a list of enterprises that neither by a column nor by its title (`place`) says what happened."""
    if table != "enterprises" or "event" in fields:
        return
    other = _OTHER_EVENT.search(place) or ("scheme" not in fields and _OTHER_SCHEME.search(place))
    if not other and _RECOGNISED.search(place):
        return
    said = f"标题、表名或文件名里有“{other[0]}”" if other else "标题和表名、文件名也没有写明是示范企业的认定名单"
    raise Held(
        f"名录没有“事项”一列,{said},不能断定各企业是新认定、复核还是公示。",
        "请在表中加一列“事项”(写认定、复核通过、更名、撤销、公示等);全部是新认定的,可在表头上方的标题里写明,"
        "例如“专利示范企业认定名单”,另存后再次运行。",
    )


def check_no_other_event_said(profile: Profile, file_name: str, place: str) -> None:
    """Raise Held for a file that has the columns of a month's feed and a title (`place`) of another list.

    Counted as the feed it would also take its month's place: the feed itself would be held as the second one.
    """
    if profile.table != "records" or profile.coverage != "month":
        return
    titles = "\n".join(line for line in place.splitlines() if not _NOTE.search(line))
    if found := _NO_FEED.search(titles) or _other_feed(profile, titles, place):
        raise Held(
            f"表头像{profile.label_zh},但标题、工作表名或文件名写的是“{found[0].strip()}”,不能当作按月下发的明细计数。",
            f"如果不是{profile.label_zh},请把它移出收件文件夹,或按标题所说的补上缺少的列后再次运行。如果是,"
            + sidecar_example(file_name, f"source: {profile.source}"),
        )


def _other_feed(profile: Profile, titles: str, place: str) -> re.Match[str] | None:
    """The title that tells of the other event where nothing tells of the one that the profile reports."""
    (event,) = profile.events if len(profile.events) == 1 else ("",)
    if event not in _OTHER_FEED or _FEED_SAID[event].search(place):
        return None
    return _FEED_SAID[_OTHER_FEED[event]].search(titles)
