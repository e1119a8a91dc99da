"""Headers of several rows: a column is named by the path of the cells above it, merged groups included."""

import re
from collections.abc import Sequence

from transforms.intake.synonyms import normalise_header
from transforms.intake.tables import Cells

_UNIT = re.compile(r"\((?:件|项|个|%)\)$")


def path_key(path: str) -> str:
    """Return a header path as it is compared: each part normalised, its unit taken off."""
    return "/".join(_UNIT.sub("", normalise_header(part)) for part in path.split("/"))


def header_paths(rows: Sequence[Cells]) -> list[str]:
    """Return one path a column, as printed without blanks: `申请/发明`; an upper cell reaches to the next one's left.

    A file says nothing of merged cells any more: the blanks right of a group's name belong to the group.
    """
    levels = [*(_filled(cells) for cells in rows[:-1]), list(rows[-1])]
    return ["/".join(_distinct([level[column] for level in levels])) for column in range(len(rows[-1]))]


def column_letter(column: int) -> str:
    """Return the letters of a 0-based column: 0 is A, 26 is AA."""
    letters = ""
    number = column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _filled(cells: Cells) -> list[str | None]:
    filled: list[str | None] = []
    for cell in cells:
        filled.append(cell or (filled[-1] if filled else None))
    return filled


def _distinct(parts: Sequence[str | None]) -> list[str]:
    found: list[str] = []
    for part in parts:
        text = "".join(part.split()) if part else ""
        if text and text not in found:
            found.append(text)
    return found
