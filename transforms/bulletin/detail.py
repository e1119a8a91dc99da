"""The detail workbook: each patent of the year with its file and row, and what waits for a person. For the section only."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import duckdb
import xlsxwriter  # type: ignore[import-untyped]

from transforms.bulletin.words import add_words
from transforms.bulletin.workbook import OPTIONS, midnight
from transforms.bulletin.workbook_cells import FIRST_EXCEL_DAY, Styles, safe_text
from transforms.bulletin.workbook_pages import on_pages, print_columns_on_a4
from transforms.bulletin.workbook_table import NARROWEST, WIDEST_TEXT
from transforms.text_width import width

INTERNAL_MARK = "内部资料 注意保存"
_HEAD_ROWS = 2
_SQL = Path(__file__).parent / "detail_sheets"
_WIDE = {
    "申请号": 17, "公布公告号": 16, "统计单位": 14, "名称": 36, "第一申请人": 30, "地址": 36, "归属规则": 20,
    "文件名": 36, "原因": 42, "处理办法": 42, "原始内容": 60,
}  # fmt: skip
Put = Callable[[Any, int, int, Any], Any]


@dataclass(frozen=True)
class DetailSheet:
    """A sheet: its name, what it holds, and the query that fills it: how many rows there are in all, then the columns."""

    name: str
    holds: str
    query: str
    event: str | None = None
    in_territory: bool | None = None


SHEETS = (
    DetailSheet("申请", "本年专利申请", "events", "application", True),
    DetailSheet("授权", "本年专利授权", "events", "grant", True),
    DetailSheet("公布", "本年发明专利申请公布", "events", "publication", True),
    DetailSheet("不属本市", "本年地址不属本市的记录", "events", None, False),
    DetailSheet("扣减", "本年申请的扣减", "deductions"),
    DetailSheet("对账明细", "本年与上级公布数的差额所由构成的各件", "reconciliation_rows"),
    DetailSheet("待核记录", "被搁置、未计入统计的行", "quarantine"),
    DetailSheet("行提示", "已计入统计但有疑点的行", "row_warnings"),
    DetailSheet("待确认文件", "尚未入库的文件", "held"),
    DetailSheet("收到的文件", "已入库的文件和行数去向", "deliveries"),
)


@dataclass(frozen=True)
class Stamp:
    """What every sheet says of itself: the month it goes to, the day its data end, the home's notice."""

    month: str
    as_of: date
    notice: str


def write_detail(connection: duckdb.DuckDBPyConnection, stamp: Stamp, most_rows: int) -> bytes:
    """`detail.xlsx` from a release's tables.

    A sheet with more than `most_rows` says in its first line how many rows it leaves out and how to get them.
    """
    stream = BytesIO()
    book = xlsxwriter.Workbook(stream, OPTIONS)
    book.set_properties({"title": f"{stamp.month} 专利明细", "subject": INTERNAL_MARK, "created": midnight(stamp.as_of)})
    styles = Styles(book)
    add_words(connection)
    for sheet in SHEETS:
        _fill(connection, book, styles, sheet, stamp, most_rows)
    book.close()
    return stream.getvalue()


def _fill(
    connection: duckdb.DuckDBPyConnection, book: Any, styles: Styles, sheet: DetailSheet, stamp: Stamp, most_rows: int
) -> None:
    target = book.add_worksheet(sheet.name)
    query = _query(sheet.query)
    known = {"month": stamp.month, "event": sheet.event, "in_territory": sheet.in_territory, "most_rows": most_rows}
    rows = connection.execute(query, {name: value for name, value in known.items() if f"${name}" in query})
    columns = (rows.description or ())[1:]
    names = [column[0] for column in columns]
    found = rows.fetchall()
    in_all = found[0][0] if found else 0
    _head(target, styles, names, _first_line(sheet, stamp, in_all, most_rows), stamp)
    putters = [_putter(str(column[1]), styles) for column in columns]
    for row, (_, *values) in enumerate(found, start=_HEAD_ROWS):
        for place, (put, value) in enumerate(zip(putters, values, strict=True)):
            if value is not None:
                put(target, row, place, value)
    target.autofilter(_HEAD_ROWS - 1, 0, _HEAD_ROWS - 1 + len(found), len(names) - 1)


def _first_line(sheet: DetailSheet, stamp: Stamp, rows: int, most_rows: int) -> str:
    parts = [INTERNAL_MARK, stamp.notice, f"{sheet.holds}({stamp.month},数据截至{stamp.as_of})", f"共{rows}行"]
    if rows > most_rows:
        parts.append(
            f"本表只列前{most_rows}行,其余{rows - most_rows}行未列;全部内容在发布版文件夹的 tables 中,"
            "或用 ipstats query --format parquet 取出"
        )
    return "  ".join(part for part in parts if part)


def _head(target: Any, styles: Styles, names: list[str], first_line: str, stamp: Stamp) -> None:
    for place, name in enumerate(names):
        target.set_column(place, place, _WIDE.get(name, min(max(NARROWEST, width(name) + 4), WIDEST_TEXT)))
    target.write_string(0, 0, first_line, styles.style(font_name="黑体", font_color="#B00000"))
    head = styles.style(font_name="黑体", bold=True, border=1, align="center", bg_color="#F2DCDB")
    for place, name in enumerate(names):
        target.write_string(1, place, name, head)
    target.freeze_panes(_HEAD_ROWS, 0)
    target.repeat_rows(1)
    target.set_header(f"&L{on_pages(stamp.notice)}&R{INTERNAL_MARK}")
    target.set_footer(f"&L&A&C第 &P 页,共 &N 页&R数据截至 {stamp.as_of}")
    print_columns_on_a4(target)


def _putter(type_name: str, styles: Styles) -> Put:
    """The writer for a column of a DuckDB type."""
    plain, day = styles.style(), styles.style(num_format="yyyy-mm-dd", align="center")

    def text(sheet: Any, row: int, column: int, value: Any) -> None:
        """Anything as text."""
        sheet.write_string(row, column, safe_text(str(value)), plain)

    def number(sheet: Any, row: int, column: int, value: Any) -> None:
        """A count or a row's number."""
        sheet.write_number(row, column, value, plain)

    def when(sheet: Any, row: int, column: int, value: Any) -> None:
        """A day, as text where Excel's calendar does not know it."""
        if value < FIRST_EXCEL_DAY:
            text(sheet, row, column, value)
        else:
            sheet.write_datetime(row, column, value, day)

    return {"DATE": when, "BIGINT": number}.get(type_name, text)


@cache
def _query(name: str) -> str:
    return (_SQL / f"{name}.sql").read_text(encoding="utf-8").strip()
