"""The bulletin as an Excel workbook: an overview with all its sentences, a sheet for each table, charts of Excel's own."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from io import BytesIO
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]

from transforms.bulletin.model import Bulletin, Chart, Section, Table
from transforms.bulletin.workbook_cells import Styles, safe_text
from transforms.bulletin.workbook_chart import DATA_SHEET, NARROWEST_CHART, ROWS_TALL, WIDEST_CHART, add_chart
from transforms.bulletin.workbook_overview import OVERVIEW, chinese_date, fill_overview
from transforms.bulletin.workbook_table import (
    column_widths,
    columns_covering,
    fill_table,
    on_pages,
    pixels,
    print_on_a4,
)

MOST_ROWS_OF_A_PAGE = 64
_LONGEST_SHEET_NAME = 31
_SHEET_NAME_ENDS = "'"
_NOT_IN_SHEET_NAMES = str.maketrans("[]:*?/\\", "()-----")


@dataclass(frozen=True)
class Book:
    """A workbook being written and the bulletin it shows."""

    file: Any
    styles: Styles
    bulletin: Bulletin


def write_workbook(bulletin: Bulletin) -> bytes:
    """`bulletin.xlsx`; equal bulletins give equal bytes. The shareable edition leaves internal sections out."""
    stream = BytesIO()
    file = xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    head = bulletin.masthead
    file.set_properties({"title": head.title_zh, "author": head.issuer_zh, "created": midnight(bulletin.as_of)})
    book = Book(file, Styles(file), bulletin)
    sections = [section for section in bulletin.sections if bulletin.edition == "internal" or not section.internal]
    names = sheet_names(name for section in sections for name in _sheets_wanted(section))
    fill_overview(_new_sheet(book, OVERVIEW), book.styles, bulletin, sections, names)
    remaining = iter(names)
    placed = [at for section in sections for at in _fill_section(book, section, remaining)]
    if placed:
        data, row = _new_sheet(book, DATA_SHEET), 0
        for chart, sheet, chart_row, wide in placed:
            row = add_chart(book.file, sheet, (chart_row, wide), chart, (data, row), book.styles)
        data.set_column(0, 12, 14)
        print_on_a4(data, row, 12)
    file.close()
    return stream.getvalue()


def midnight(day: date) -> datetime:
    """The instant a workbook says it was made: the day its data end, so that equal content gives equal bytes."""
    return datetime.combine(day, time())


def sheet_names(wanted: Iterable[str]) -> list[str]:
    """Names that Excel accepts: at most 31 characters, none of []:*?/\\, each once in any case."""
    taken = {OVERVIEW, DATA_SHEET, "history"}
    names = []
    for text in wanted:
        clean = safe_text(text).translate(_NOT_IN_SHEET_NAMES).replace("\n", " ").strip(_SHEET_NAME_ENDS + " ") or "表"
        name, number = clean[:_LONGEST_SHEET_NAME], 1
        while name.casefold() in taken:
            number += 1
            name = f"{clean[: _LONGEST_SHEET_NAME - 4]}({number})"
        taken.add(name.casefold())
        names.append(name)
    return names


def _sheets_wanted(section: Section) -> list[str]:
    """One sheet a table; charts without a table have one under the section's own name."""
    tables = [part.sheet_zh for part in section.parts if isinstance(part, Table)]
    has_chart = any(isinstance(part, Chart) for part in section.parts)
    return tables or ([section.title_zh] if has_chart else [])


def _new_sheet(book: Book, name: str) -> Any:
    """A sheet whose every printed page says what it is, as of which day, and whom it is for."""
    sheet = book.file.add_worksheet(name)
    head = book.bulletin.masthead
    sheet.set_header(f"&L{on_pages(book.bulletin.notice)}&C{on_pages(head.title_zh)}&R{on_pages(head.mark_zh)}")
    sheet.set_footer(f"&L{on_pages(head.issuer_zh)}&C第 &P 页,共 &N 页&R数据截至 {book.bulletin.as_of.isoformat()}")
    return sheet


def _fill_section(book: Book, section: Section, names: Iterator[str]) -> list[tuple[Chart, Any, int, int]]:
    """Each table on its sheet; returns the charts with the sheet, row and pixels of width where they go.

    Charts stand below the first table of their section.
    """
    charts = [part for part in section.parts if isinstance(part, Chart)]
    tables = [part for part in section.parts if isinstance(part, Table)]
    placed: list[tuple[Chart, Any, int, int]] = []
    for place, table in enumerate(tables or ([None] if charts else [])):
        sheet = _new_sheet(book, next(names))
        widths = column_widths(table) if table else []
        free = fill_table(sheet, book.styles, table, chinese_date(book.bulletin.as_of)) if table else 0
        last_row, last_column = free - 1, len(widths) - 1
        if place == 0 and charts:
            wide = min(max(pixels(widths), NARROWEST_CHART), WIDEST_CHART)
            placed += [(chart, sheet, free + 1 + number * ROWS_TALL, wide) for number, chart in enumerate(charts)]
            last_row = free + len(charts) * ROWS_TALL
            last_column = max(last_column, columns_covering(widths, wide))
        # a chart is not cut by the end of a page, nor left alone below a repeated header
        print_on_a4(sheet, last_row, last_column, is_one_page=place == 0 and bool(charts) and last_row < MOST_ROWS_OF_A_PAGE)
    return placed
