"""Cells of a workbook: text that can be nothing but text, numbers with the format of their kind."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from transforms.bulletin.model import CellKind, Tone, Value
from transforms.bulletin.wording import DASH

# Of a whole workbook: no text becomes a formula or a link, whatever it looks like.
TEXT_ONLY = {"strings_to_formulas": False, "strings_to_urls": False}
LONGEST_TEXT = 32_767
CUT_MARK = "……(原文过长,以下从略)"
FIRST_EXCEL_DAY = date(1900, 3, 1)
EXACT_INTEGER = 10**15
TONES: Mapping[Tone, str] = {"plain": "#000000", "good": "#1E6B34", "warning": "#8A5A00", "bad": "#B00000"}
# A fall is 下降, never a negative growth (DECISIONS 15): the sections of a format say it, the value stays a number.
FORMATS: Mapping[CellKind, str] = {
    "text": "@",
    "count": "0",
    "percent": "0.00%",
    "points": "+0.00;-0.00;0.00",
    "growth": '"增长"0.0%;"下降"0.0%;"持平"',
    "rank": "0",
    "date": "yyyy-mm-dd",
}
_DECIMALS: Mapping[CellKind, int] = {"count": 0, "percent": 4, "points": 2, "growth": 3, "rank": 0}
_SIGNS = {"": 1, "+": 1, "增长": 1, "提高": 1, "-": -1, "−": -1, "下降": -1, "降低": -1}
_WRITTEN = re.compile(r"(\+|-|−|增长|下降|提高|降低)?(\d+(?:\.(\d+))?)(%|个百分点|件|家)?")
_UNITS = ("件", "家")
# XML has no place for these; half a character (surrogate) has no bytes.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def safe_text(text: str) -> str:
    """The text as Excel can hold it: no control characters, at most 32,767 units of UTF-16."""
    if text.isprintable() and len(text) <= LONGEST_TEXT // 2:
        return text
    clean = _UNPRINTABLE.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))
    units = clean.encode("utf-16-le")
    if len(units) <= 2 * LONGEST_TEXT:
        return clean
    return units[: 2 * (LONGEST_TEXT - len(CUT_MARK))].decode("utf-16-le", "ignore") + CUT_MARK


@dataclass
class Styles:
    """The formats of one workbook, each made once."""

    book: Any
    made: dict[tuple[tuple[str, Any], ...], Any] = field(default_factory=dict)

    def style(self, **properties: Any) -> Any:
        """The format with these properties of xlsxwriter."""
        key = tuple(sorted(properties.items()))
        if key not in self.made:
            basic = {"font_name": "宋体", "font_size": 11, "valign": "vcenter"}
            self.made[key] = self.book.add_format({**basic, **properties})
        return self.made[key]

    def cell(self, num_format: str, align: str, look: "Look") -> Any:
        """The format of a table's cell: text is left, words told in place of a number are centred."""
        is_text = num_format == FORMATS["text"]
        basic = {"border": 1, "num_format": num_format, "align": align, "text_wrap": is_text, "indent": int(align == "left")}
        if look.emphasised:
            basic |= {"bold": True, "bg_color": "#F2F2F2", "font_name": "黑体"}
        return self.style(**basic, font_color=TONES[look.tone])


@dataclass(frozen=True)
class Look:
    """How a cell stands out: a row such as the total, a tone beside its words."""

    emphasised: bool = False
    tone: Tone = "plain"


def put(
    sheet: Any, styles: Styles, at: tuple[int, int], value: Value, kind: CellKind, written: str | None, look: Look
) -> None:
    """Write a cell: its words where a rule has them, else the value in the format of its kind; None is a dash.

    Words that say a number (9.99%, 下降5.2%) are written as that number, so that the cell can be calculated with.
    """
    number = number_to_write(kind, value, written)
    if number is not None:
        sheet.write_number(*at, number[0], styles.cell(number[1], "center" if kind == "rank" else "right", look))
    elif isinstance(value, date) and written is None and value >= FIRST_EXCEL_DAY:
        sheet.write_datetime(*at, value, styles.cell(FORMATS["date"], "center", look))
    else:
        told = written if written is not None else DASH if value is None else str(value)
        align = "left" if kind == "text" and told != DASH else "center"
        sheet.write_string(*at, safe_text(told), styles.cell(FORMATS["text"], align, look))


def number_to_write(kind: CellKind, value: Value, written: str | None) -> tuple[float, str] | None:
    """The number of a cell and its number format, None where it is text.

    A value whose rounding would cross a bound is written as its words say it (DECISIONS 19): 229/2291 as 0.0999, so
    that no format, copy or chart of the cell reads 10.00%.
    """
    if kind in ("text", "date") or isinstance(value, str | date):
        return None
    said, decimals, num_format = None, _DECIMALS[kind], FORMATS[kind]
    if written is not None:
        words = _said(written, kind)
        if words is None:
            return None
        said, decimals, num_format = words
    exact = said if value is None else float(value)
    if exact is None or not abs(exact) < EXACT_INTEGER:
        return None
    if said is not None and round(said, decimals) != round(exact, decimals):
        exact = said
    return exact, num_format


def _said(written: str, kind: CellKind) -> tuple[float, int, str] | None:
    """The number that words say, the decimals they say of it, and its number format; None of other words."""
    if written == "持平":
        return 0.0, _DECIMALS[kind], FORMATS[kind]
    match = _WRITTEN.fullmatch(written)
    if match is None:
        return None
    number, places, unit = _SIGNS[match[1] or ""] * float(match[2]), len(match[3] or ""), match[4]
    if unit == "%" and match[1] in ("增长", "下降"):
        return number / 100, _DECIMALS["growth"], FORMATS["growth"]
    if unit == "%":
        return number / 100, places + 2, f"0.{'0' * places}%" if places else "0%"
    if kind in ("percent", "growth"):
        return None
    return number, _DECIMALS[kind], f'0"{unit}"' if unit in _UNITS else FORMATS[kind]
