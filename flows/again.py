"""A file whose bytes were taken in before: what then is to be said of the sidecar beside it."""

from pathlib import Path

from flows.archive import recall_one
from flows.collect import Incoming
from flows.store.deliveries import Accepted

_NEW_FILE = (
    "请把原表另存为内容有变化的新文件(例如 .csv 另存为 .xlsx),连同写好的旁注放入收件文件夹,旁注里另写 relation: replaces"
    "(会替换该月这种来源已收的全部文件);只改个别行的,可在 data/corrections 写更正。"
)
_CORRECTION = "这种来源不能整份替换,请在 data/corrections 为有关的行写更正(写法见该文件夹的 README.md)。"


def too_late(item: Incoming, archive: Path, delivery_id: str, accepted: Accepted) -> str:
    """The sentence for people where the sidecar now beside an accepted file is not the one it came with, else ''."""
    if item.sidecar_name is None:
        return ""
    arrival = recall_one(archive, delivery_id)
    if item.sidecar_text == arrival.sidecar_text:
        return ""
    remedy = _NEW_FILE if accepted.coverage == "month" else _CORRECTION
    same = "" if arrival.file_name == item.file_name else f"(当时的文件名:{arrival.file_name})"
    return (
        f"{item.file_name}已入库{same},旁注 {item.sidecar_name} 的改动没有生效。"
        f"处理办法:{remedy}这份旁注请恢复原样或移走。"
    )
