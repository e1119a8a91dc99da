"""A table of the bulletin in a Word document, written as one piece of XML: a page has hundreds of cells."""

import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.shared import RGBColor
from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from transforms.bulletin.model import Column, Table, Tone
from transforms.bulletin.office_format import FANGSONG, HEI, legible, set_spacing, write
from transforms.bulletin.texts import cell_text, headings

# the more columns, the smaller the type: half points
_SIZES = ((6, 20), (10, 18), (99, 16))
_COLOURS: dict[Tone, str] = {"good": "1C6B3C", "warning": "8A5A00", "bad": "A8171A"}
_LEFT = ("text", "date")
_WHOLE = 5000
_NARROWEST, _WIDEST, _WIDEST_OF_MANY, _MANY = 4, 36, 22, 7
# half-width characters of one point that a line of the page holds
_POINTS_OF_A_LINE = 960
# fonts put in place of a missing one are up to a seventh wider; a text so short does not break either
_SPARE, _SHORT = 1.15, 14


@dataclass(frozen=True)
class _Head:
    text: str
    first: int
    span: int
    merge: str


@dataclass(frozen=True)
class _Cell:
    text: str
    side: str
    is_bold: bool
    is_shaded: bool
    colour: str


def tone_colour(tone: Tone) -> RGBColor | None:
    """The colour of a tone; plain text has none."""
    return RGBColor.from_string(_COLOURS[tone]) if tone in _COLOURS else None


def add_table(document: Any, table: Table) -> None:
    """Title, grid and note of one table."""
    title = document.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    set_spacing(title, before=8, after=3, keep=True)
    write(title, table.title_zh, HEI, 11)
    note = document.add_paragraph()
    set_spacing(note, before=2, after=8)
    if table.note_zh:
        write(note, f"注:{table.note_zh}", FANGSONG, 9)
    xml = _template().render(
        heads=_heads(table.columns),
        rows=[[_cell(table, number, column) for column in table.columns] for number in range(len(table.rows))],
        widths=_widths(table),
        size=_size(table),
        empty=table.empty_zh,
    )
    title._p.addnext(parse_xml(xml))


@cache
def _template() -> Template:
    loader = FileSystemLoader(Path(__file__).parent)
    environment = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.get_template("document_table.xml.j2")


def _heads(columns: tuple[Column, ...]) -> list[list[_Head]]:
    """Rows of headings that fill the grid: what reaches down is continued by an empty one."""
    rows = headings(columns)
    upper: list[_Head] = []
    first = 0
    for heading in rows[0]:
        upper.append(_Head(heading.text, first, heading.span, "restart" if heading.rows > 1 else ""))
        first += heading.span
    if len(rows) == 1:
        return [upper]
    lower = [_Head("" if column.group_zh is None else column.label_zh, at, 1, "" if column.group_zh else "continue")
             for at, column in enumerate(columns)]  # fmt: skip
    return [upper, lower]


def _cell(table: Table, number: int, column: Column) -> _Cell:
    is_left = column is table.columns[0] or column.kind in _LEFT
    tone, is_total = table.tones.get((number, column.name), "plain"), number in table.emphasised
    return _Cell(
        text=legible(cell_text(table, number, column)),
        side="left" if is_left else "right",
        is_bold=is_total or tone != "plain",
        is_shaded=is_total,
        colour=_COLOURS.get(tone, ""),
    )


def _widths(table: Table) -> list[int]:
    """Parts of the whole width by what the columns hold; headings and texts may break into lines, numbers and days not."""
    needed = [_needed(table, column) for column in table.columns]
    pliant = [column.kind == "text" and one > _SHORT for one, column in zip(needed, table.columns, strict=True)]
    texts = sum(one for one, gives in zip(needed, pliant, strict=True) if gives)
    room = 2 * _POINTS_OF_A_LINE / _size(table) - (sum(needed) - texts)
    pressed = room / texts if 0 < room < texts else 1.0
    needed = [one * pressed if gives else one for one, gives in zip(needed, pliant, strict=True)]
    return [int(_WHOLE * one / sum(needed)) for one in needed]


def _needed(table: Table, column: Column) -> float:
    """Width in half-width characters that a column would take."""
    widest = _WIDEST_OF_MANY if len(table.columns) > _MANY else _WIDEST
    spare = 1.0 if column.kind == "text" else _SPARE
    return min(widest, max(_NARROWEST, _length(column.label_zh) / 3, *_lengths(table, column)) * spare) + 2


def _size(table: Table) -> int:
    """The size of the type, in half points."""
    return next(size for columns, size in _SIZES if len(table.columns) <= columns)


def _lengths(table: Table, column: Column) -> list[float]:
    return [_length(cell_text(table, number, column)) for number in range(len(table.rows))] or [0]


def _length(text: str) -> float:
    """Width of a text in half-width characters; in a Chinese font a dash or quotation mark is as wide as a Han character."""
    return sum(2 if unicodedata.east_asian_width(char) in "WFA" else 1 for char in text)
