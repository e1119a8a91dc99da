"""Cells to bytes: workbooks, comma-separated text and zip files that are the same on every run."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable
from datetime import date, datetime

import xlsxwriter

from maker.layouts import Page
from maker.world import Cell

FIXED = datetime(2013, 1, 1)


def workbook(pages: Iterable[Page], banner_rows: int = 1) -> bytes:
    """Return a workbook; its properties and its members carry a fixed day instead of the clock's."""
    target = io.BytesIO()
    book = xlsxwriter.Workbook(
        target, {"in_memory": True, "strings_to_numbers": False, "strings_to_formulas": False}
    )
    book.set_properties({"title": "示例数据", "created": FIXED, "comments": "示例数据,非真实专利"})
    bold = book.add_format({"bold": True})
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    for page in pages:
        sheet = book.add_worksheet(page.name)
        for number, line in enumerate(page.lines):
            for column, cell in enumerate(line):
                _write(sheet, number, column, cell, day if isinstance(cell, date) else None)
        if banner_rows:
            sheet.merge_range(0, 0, 0, len(page.lines[0]) - 1, page.lines[0][0], bold)
    book.close()
    return target.getvalue()


def _write(
    sheet: xlsxwriter.worksheet.Worksheet,
    row: int,
    column: int,
    cell: Cell,
    day: xlsxwriter.format.Format | None,
) -> None:
    if cell is None:
        return
    if isinstance(cell, str):
        sheet.write_string(row, column, cell)
    elif isinstance(cell, date):
        sheet.write_datetime(row, column, cell, day)
    else:
        sheet.write_number(row, column, cell)


def comma_separated(
    lines: Iterable[tuple[Cell, ...]], encoding: str = "gb18030", newline: str = "\r\n"
) -> bytes:
    """Return the lines as comma-separated text in that encoding."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator=newline)
    writer.writerows(["" if cell is None else cell for cell in line] for line in lines)
    return text.getvalue().encode(encoding)


def zipped(members: dict[str, bytes]) -> bytes:
    """Return a zip file of the members, each dated the same fixed day."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name, FIXED.timetuple()[:6]), content, zipfile.ZIP_DEFLATED)
    return target.getvalue()
