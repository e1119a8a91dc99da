"""Reads a feed's cells in plain Python, a cell at a time: the independent way that the tests compare with."""

import re
import unicodedata
from datetime import date

TYPES = {"1": "发明", "8": "发明", "2": "实用新型", "3": "外观设计"}  # by the number's fifth digit
WEIGHTS = (2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5)


def check_character(base: str) -> str:
    """Computes the check character digit by digit."""
    value = sum(int(digit) * weight for digit, weight in zip(base, WEIGHTS, strict=True))
    return "0123456789X"[value % 11]


def plain_number(text: str) -> tuple[str, str]:
    """Reads a number in any form; returns the twelve digits and the check character, '' when not given."""
    plain = unicodedata.normalize("NFKC", text).upper()
    match = re.fullmatch(r"(?:CN|ZL)?(\d{4}) ?(\d) ?(\d{7})\.?([\dX]?)", plain)
    assert match, text
    return match[1] + match[2] + match[3], match[4]


def plain_date(text: str) -> date:
    """Reads a date in any of the six forms."""
    if text.isdigit():
        return date(int(text[:4]), int(text[4:6]), int(text[6:]))
    year, month, day = map(int, re.findall(r"\d+", text))
    return date(year, month, day)


def is_right(row: dict[str, str]) -> bool:
    """Says whether a row's number carries the right check character, or none."""
    base, check = plain_number(row["申请号"])
    return check in ("", check_character(base))
