"""How a value of a result looks as text, by the type DuckDB gave its column."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from transforms.text_width import character_width, width

NUMBER_TYPES = (
    "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT",
    "UTINYINT", "USMALLINT", "UINTEGER", "UBIGINT", "UHUGEINT",
    "FLOAT", "DOUBLE", "DECIMAL", "BIGNUM",
)  # fmt: skip


def is_number(type_name: str) -> bool:
    """Whether a column of this type holds single numbers."""
    return type_name.split("(")[0] in NUMBER_TYPES and not type_name.endswith("]")


def as_cell(value: Any) -> str:
    """A value as plain text: nothing for NULL, true/false, JSON for lists and structures."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict | list):
        return json.dumps(value, ensure_ascii=False)
    return str(value)


def unique_names(names: Iterable[str]) -> list[str]:
    """The names with a number appended where one repeats, so that an object can hold them all."""
    taken: dict[str, None] = {}
    for name in names:
        candidate, count = name, 1
        while candidate in taken:
            count += 1
            candidate = f"{name}_{count}"
        taken[candidate] = None
    return list(taken)


def cut(text: str, most: int) -> str:
    """The text on one line without control characters, cut to `most` columns with an ellipsis."""
    if not text.isprintable():
        text = "".join(c if c.isprintable() else " " for c in text)
    if width(text) <= most:
        return text
    room, kept = most - 1, []
    for character in text:
        room -= character_width(character)
        if room < 0:
            break
        kept.append(character)
    return "".join(kept) + "…"
