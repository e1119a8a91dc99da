"""Files that were cut off: a text that stops in the middle of its last record, an export as long as its vendor allows."""

import csv
import os
from collections.abc import Sequence

import polars as pl

from transforms.errors import Held
from transforms.intake.plans import DeliveryPlan
from transforms.intake.scope import out_of_scope, suspect
from transforms.intake.tables import RawTable

_TAIL_BYTES = 64 * 1024


def check_not_cut_off(table: RawTable, headers: Sequence[str | None], numbers: Sequence[str]) -> None:
    """Raise Held when the last line has no line end and fewer fields than the header and the line before it.

    Totals and signatures below a table are shorter by right; `numbers` are the columns of numbers (c1 ...).
    """
    lines = _last_lines(table)
    if table.form != "csv" or len(lines) < 2 or not lines[-1].strip():
        return
    if any(line.count('"') % 2 for line in lines[-2:]):
        return  # a quoted line break: these are not whole records, and open quotes were ruled out before
    before, last = (_fields(line, table.separator) for line in lines[-2:])
    expected = max((index + 1 for index, header in enumerate(headers) if header), default=0)
    if len(last) >= expected or len(before) < expected:
        return
    padded = [*last, *[None] * (table.width - len(last))]
    row = pl.DataFrame([padded], schema=dict.fromkeys(table.cell_columns, pl.String), orient="row")
    is_record = row.select(~suspect(numbers)).item() or out_of_scope(row, table.cell_columns, headers)[0] is None
    if is_record:
        raise Held(
            f"文件在最后一条记录中间断开:最后一行只有 {len(last)} 列,表头有 {expected} 列,行末没有换行。",
            "文件可能没有复制或下载完整,请重新复制或下载;如文件确实到此为止,请在最后一行末尾补一个换行。",
        )


def maybe_cut_off(plan: DeliveryPlan, file_name: str) -> str:
    """Return what people are told of a file with as many rows as its vendor exports at most; empty of any other."""
    if not plan.is_maybe_truncated:
        return ""
    return (
        f"{file_name}的行数达到{plan.profile.label_zh}的上限({plan.profile.max_rows}行),其后的记录可能没有导出。"
        "请缩小范围(例如按年份)分几次导出,把文件补入收件文件夹。"
    )


def _last_lines(table: RawTable) -> list[str]:
    if table.form == "frame":
        return []
    with table.path.open("rb") as file:
        file.seek(max(file.seek(0, os.SEEK_END) - _TAIL_BYTES, 0))
        tail = file.read().decode("utf-8", "ignore")
    # the first line of the tail may be a part of one; three are enough to see the last two whole
    return tail.split("\n")[-3:]


def _fields(line: str, separator: str) -> list[str]:
    return next(csv.reader([line.rstrip("\r")], delimiter=separator), [])
