"""Lists of enterprises without a column of events: only a title can say that all of them were recognised (DECISIONS 12)."""

import re
from collections.abc import Container

from transforms.errors import Held

_RECOGNISED = re.compile(r"认定.{0,40}示范企业|示范企业.{0,20}(?:认定|名单|名录|名册|一览)")
# A proposal is no recognition; re-reviews, renamings and revocations are other events.
_OTHER_EVENT = re.compile(r"公示|拟认定|推荐|申报|候选|复核|复审|复评|重新认定|更名|变更|撤销|撤消|取消|失效|注销|迁[入出]")
_OTHER_SCHEME = re.compile(r"试点|优势|知识产权示范")


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
