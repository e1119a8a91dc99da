"""A result as an Excel workbook of one sheet, where no text becomes a formula or a link."""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import date, datetime
from typing import Any, BinaryIO

import xlsxwriter  # type: ignore[import-untyped]

from flows.query.session import Column, Result
from flows.query.shape import as_cell, is_number
from transforms.bulletin.detail import INTERNAL_MARK
from transforms.bulletin.workbook_cells import TEXT_ONLY
from transforms.bulletin.workbook_pages import print_columns_on_a4
from transforms.errors import Refused
from transforms.text_width import width

MOST_ROWS = 1_048_575
LONGEST_TEXT = 32_767
EXACT_DIGITS = 15
# enough to know how wide a column is
MEASURED_ROWS = 200
FIRST_EXCEL_DAY = "1900-03-01"
# a result may be larger than memory
OPTIONS = {**TEXT_ONLY, "constant_memory": True}
Put = Callable[[Any, int, int, Any], Any]


def put_text(sheet: Any, row: int, column: int, value: Any) -> None:
    """Write a text cell; refuses one that Excel would cut."""
    text = as_cell(value)
    if len(text) > LONGEST_TEXT:
        raise Refused(
            f"第{row}行有单元格超过 Excel 的上限({LONGEST_TEXT}个字)。请用 left(列, 1000) 截短,或改用 --format csv。"
        )
    sheet.write_string(row, column, text)


def put_number(sheet: Any, row: int, column: int, value: Any) -> None:
    """Write a number; one that Excel cannot hold exactly (16 digits and more, NaN) is written as text."""
    text = str(value)
    is_exact = isinstance(value, float) or sum(map(str.isdigit, text)) <= EXACT_DIGITS
    if is_exact and math.isfinite(float(text)):
        sheet.write_number(row, column, float(text))
    else:
        put_text(sheet, row, column, text)


def put_date(day: Any, instant: Any) -> Put:
    """A writer of date and time cells; days before Excel's calendar is right are written as text."""

    def put(sheet: Any, row: int, column: int, value: Any) -> None:
        """One cell."""
        if value < FIRST_EXCEL_DAY or not value[:4].isdigit() or value[4] != "-":
            put_text(sheet, row, column, value)
        elif len(value) == 10:
            sheet.write_datetime(row, column, date.fromisoformat(value), day)
        else:
            sheet.write_datetime(row, column, datetime.fromisoformat(value), instant)

    return put


def putter(column: Column, dates: Put) -> Put:
    """The writer for the cells of a column."""
    if is_number(column.type):
        return put_number
    if column.type in ("DATE", "TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS"):
        return dates
    return put_text


def write_workbook(result: Result, stream: BinaryIO) -> None:
    """Write a workbook with a frozen bold header, on paper 内部资料; raises Refused where the sheet has no room for the rows."""
    book = xlsxwriter.Workbook(stream, OPTIONS)
    sheet = book.add_worksheet("查询结果")
    bold = book.add_format({"bold": True})
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    dates = put_date(day, book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"}))
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    sheet.set_header(f"&R{INTERNAL_MARK}")
    print_columns_on_a4(sheet)
    for place, column in enumerate(result.columns):
        sheet.write_string(0, place, column.name, bold)
    widest = [width(column.name) for column in result.columns]
    putters = [putter(column, dates) for column in result.columns]
    row = 0
    for batch in result.batches:
        for values in batch:
            row += 1
            if row > MOST_ROWS:
                raise Refused(f"结果超过 Excel 一张表的上限({MOST_ROWS}行)。请缩小范围,或改用 --format csv。")
            for place, (put, value) in enumerate(zip(putters, values, strict=True)):
                if value is not None:
                    put(sheet, row, place, value)
                    if row <= MEASURED_ROWS:
                        widest[place] = max(widest[place], width(as_cell(value)))
    for place, characters in enumerate(widest):
        sheet.set_column(place, place, min(max(characters + 2, 12), 40))
    book.close()
