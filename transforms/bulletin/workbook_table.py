"""One table of the bulletin as a sheet in official layout: title, unit line, grouped header, rows, note."""

import math
from collections.abc import Sequence
from itertools import groupby
from typing import Any

from transforms.bulletin.model import Column, Table
from transforms.bulletin.wording import DASH
from transforms.bulletin.workbook_cells import Look, Styles, put, safe_text
from transforms.text_width import width

NARROWEST, WIDEST, WIDEST_TEXT = 8, 16, 42
LINE_HEIGHT, TALLEST_ROW = 16, 409
_HEADER_ROW = 2


def fill_table(sheet: Any, styles: Styles, table: Table, as_of: str) -> int:
    """Write a table from the sheet's first row on; returns the first free row below it."""
    last_column = len(table.columns) - 1
    widths = column_widths(table)
    for place, wide in enumerate(widths):
        sheet.set_column(place, place, wide)
    merge(sheet, (0, 0, 0, last_column), table.title_zh, styles.style(font_name="黑体", font_size=16, align="center"))
    sheet.set_row(0, 30)
    merge(sheet, (1, 0, 1, last_column), _unit_line(table, as_of), styles.style(font_size=10, align="right"))
    first_row = _write_header(sheet, styles, table.columns)
    for number, values in enumerate(table.rows):
        for place, (column, value) in enumerate(zip(table.columns, values, strict=True)):
            cell = (number, column.name)
            look = Look(number in table.emphasised, table.tones.get(cell, "plain"))
            put(sheet, styles, (first_row + number, place), value, column.kind, table.written.get(cell), look)
        sheet.set_row(first_row + number, _row_height(table, number, widths))
    free = first_row + len(table.rows)
    if not table.rows:
        merge(sheet, (free, 0, free, last_column), table.empty_zh, styles.style(align="center", border=1))
        free += 1
    if table.note_zh:
        merge(sheet, (free, 0, free, last_column), table.note_zh, styles.style(font_size=10, text_wrap=True))
        sheet.set_row(free, LINE_HEIGHT * lines_needed(table.note_zh, sum(widths)))
        free += 1
    sheet.freeze_panes(first_row, 1 if last_column else 0)
    sheet.repeat_rows(_HEADER_ROW, first_row - 1)
    return free


def column_widths(table: Table) -> list[int]:
    """Widths in Latin letters: wide enough for half of a long heading and for each value, text up to 42."""
    return [
        min(
            max(NARROWEST, math.ceil(width(column.label_zh) / 2) + 2, *_cell_widths(table, place, column)),
            WIDEST_TEXT if column.kind == "text" else WIDEST,
        )
        for place, column in enumerate(table.columns)
    ]


def pixels(widths: Sequence[float]) -> int:
    """Pixels on the screen of columns so wide."""
    return sum(int(wide * 7 + 5) for wide in widths)


def columns_covering(widths: Sequence[int], wide: int) -> int:
    """Place of the last column that something `wide` pixels wide touches; columns after the table's have 64."""
    beyond = max(0, wide - pixels(widths))
    return len(widths) - 1 + math.ceil((beyond + 8) / 64) if beyond else len(widths) - 1


def lines_needed(text: str, room: int) -> int:
    """Lines a text takes in a cell of `room` Latin letters; merged cells do not grow by themselves."""
    wide = [width(line) for line in text.split("\n")]
    return sum(1 if line <= room else math.ceil(line * 1.05 / max(room, 1)) for line in wide)


def merge(sheet: Any, area: tuple[int, int, int, int], text: str, style: Any) -> None:
    """Text over several cells, or over one where there is no more."""
    if area[0] != area[2] or area[1] != area[3]:
        sheet.merge_range(*area, "", style)
    sheet.write_string(area[0], area[1], safe_text(text), style)


def _write_header(sheet: Any, styles: Styles, columns: Sequence[Column]) -> int:
    """One row of headings, or two where columns have a common one; returns the first row of values."""
    head = styles.style(
        font_name="黑体", bold=True, align="center", border=1, text_wrap=True, bg_color="#F2DCDB"
    )  # fmt: skip
    if not any(column.group_zh for column in columns):
        for place, column in enumerate(columns):
            merge(sheet, (_HEADER_ROW, place, _HEADER_ROW, place), column.label_zh, head)
        sheet.set_row(_HEADER_ROW, 2.2 * LINE_HEIGHT)
        return _HEADER_ROW + 1
    place = 0
    for group, members in groupby(columns, key=lambda column: column.group_zh):
        labels = [column.label_zh for column in members]
        if group:
            merge(sheet, (_HEADER_ROW, place, _HEADER_ROW, place + len(labels) - 1), group, head)
        for offset, label in enumerate(labels):
            top = _HEADER_ROW + 1 if group else _HEADER_ROW
            merge(sheet, (top, place + offset, _HEADER_ROW + 1, place + offset), label, head)
        place += len(labels)
    sheet.set_row(_HEADER_ROW, 1.3 * LINE_HEIGHT)
    sheet.set_row(_HEADER_ROW + 1, 2.2 * LINE_HEIGHT)
    return _HEADER_ROW + 2


def _unit_line(table: Table, as_of: str) -> str:
    return f"数据截至:{as_of}" + (f"    单位:{table.unit_zh}" if table.unit_zh else "")


def _cell_widths(table: Table, place: int, column: Column) -> list[int]:
    return [width(_shown(table, row, place, column)) + 2 for row in range(len(table.rows))]


def _row_height(table: Table, row: int, widths: Sequence[int]) -> float:
    """As many lines as the longest text wraps to; Excel has rows of at most 409 points."""
    lines = [lines_needed(_shown(table, row, place, one), widths[place] - 2) for place, one in enumerate(table.columns)]
    return min(LINE_HEIGHT * max(lines) + 3, TALLEST_ROW)


def _shown(table: Table, row: int, place: int, column: Column) -> str:
    """About what the cell will show; numbers of a format are as wide as their format's longest form."""
    value = table.rows[row][place]
    if (written := table.written.get((row, column.name))) is not None:
        return written
    if value is None:
        return DASH
    if isinstance(value, float):
        return {"growth": "增长100.0%", "percent": "100.00%"}.get(column.kind, f"{value:.0f}")
    return str(value)
