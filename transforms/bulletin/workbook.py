"""The bulletin as an Excel workbook: an overview with all its sentences, a sheet for each table, charts of Excel's own."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from io import BytesIO
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]

from transforms.bulletin.chart_model import Chart
from transforms.bulletin.model import Bulletin, Section, Table
from transforms.bulletin.workbook_cells import TEXT_ONLY, Styles, safe_text
from transforms.bulletin.workbook_chart import (
    DATA_SHEET,
    NARROWEST_CHART,
    NARROWEST_OF_TWO,
    ROWS_TALL,
    WIDEST_CHART,
    PlacedChart,
    add_chart,
)
from transforms.bulletin.workbook_overview import OVERVIEW, chinese_date, fill_overview
from transforms.bulletin.workbook_pages import on_pages, print_on_a4
from transforms.bulletin.workbook_table import column_widths, columns_covering, fill_table, pixels

# No file is written beside the one that is asked for.
OPTIONS = {**TEXT_ONLY, "in_memory": True}
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
    file = xlsxwriter.Workbook(stream, OPTIONS)
    head = bulletin.masthead
    file.set_properties({"title": head.title_zh, "author": head.issuer_zh, "created": midnight(bulletin.as_of)})
    book = Book(file, Styles(file), bulletin)
    sections = [section for section in bulletin.sections if bulletin.edition == "internal" or not section.internal]
    sheets = [(section, table, charts) for section in sections for table, charts in _sheets_of(section)]
    names = sheet_names(table.sheet_zh if table else section.title_zh for section, table, _ in sheets)
    fill_overview(_new_sheet(book, OVERVIEW), book.styles, bulletin, sections, names)
    filled = [_fill_sheet(book, name, table, charts) for name, (_, table, charts) in zip(names, sheets, strict=True)]
    placed = [chart for charts in filled for chart in charts]
    if placed:
        data, row = _new_sheet(book, DATA_SHEET), 0
        for chart in placed:
            row = add_chart(book.file, chart, data, row, book.styles)
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


def _sheets_of(section: Section) -> list[tuple[Table | None, list[Chart]]]:
    """One sheet a table, with the charts that follow it; charts before any table go with the first one, or alone."""
    sheets: list[tuple[Table | None, list[Chart]]] = []
    for part in section.parts:
        if isinstance(part, Table) and sheets and sheets[-1][0] is None:
            sheets[-1] = (part, sheets[-1][1])
        elif isinstance(part, Table):
            sheets.append((part, []))
        elif isinstance(part, Chart) and not sheets:
            sheets.append((None, [part]))
        elif isinstance(part, Chart):
            sheets[-1][1].append(part)
    return sheets


def _new_sheet(book: Book, name: str) -> Any:
    """A sheet whose every printed page says what it is, as of which day, and whom it is for."""
    sheet = book.file.add_worksheet(name)
    head = book.bulletin.masthead
    sheet.set_header(f"&L{on_pages(book.bulletin.notice)}&C{on_pages(head.title_zh)}&R{on_pages(head.mark_zh)}")
    sheet.set_footer(f"&L{on_pages(head.issuer_zh)}&C第 &P 页,共 &N 页&R数据截至 {book.bulletin.as_of.isoformat()}")
    return sheet


def _fill_sheet(book: Book, name: str, table: Table | None, charts: list[Chart]) -> list[PlacedChart]:
    """A table on its sheet and room for its charts below it, two beside each other where the table is wide."""
    sheet = _new_sheet(book, name)
    widths = column_widths(table) if table else []
    free = fill_table(sheet, book.styles, table, chinese_date(book.bulletin.as_of)) if table else 0
    if not charts:
        print_on_a4(sheet, free - 1, len(widths) - 1)
        return []
    whole = min(max(pixels(widths), NARROWEST_CHART), WIDEST_CHART)
    abreast = 2 if len(charts) > 1 and whole >= 2 * NARROWEST_OF_TWO else 1
    last_row = free + math.ceil(len(charts) / abreast) * ROWS_TALL
    # a chart is not cut by the end of a page, nor left alone below a repeated header
    print_on_a4(sheet, last_row, columns_covering(widths, whole), is_one_page=last_row < MOST_ROWS_OF_A_PAGE)
    wide = whole // abreast
    return [
        PlacedChart(chart, sheet, free + 1 + number // abreast * ROWS_TALL, number % abreast * wide, wide)
        for number, chart in enumerate(charts)
    ]
