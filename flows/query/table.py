"""A result as a table for the terminal, where a Chinese character is two columns wide."""

from __future__ import annotations

from typing import Any, BinaryIO

from flows.query.session import Column, Result
from flows.query.shape import as_cell, cut, is_number
from transforms.text_width import width

WIDEST = 60


def cell(value: Any) -> str:
    """A value on one line; floats with ten digits, long texts cut."""
    if isinstance(value, float):
        return f"{value:.10g}"
    return cut(as_cell(value), WIDEST)


def line(cells: list[str], columns: tuple[Column, ...], widths: list[int]) -> str:
    """One line of the table: numbers to the right, the rest to the left."""
    parts = []
    for text, column, wide in zip(cells, columns, widths, strict=True):
        padding = " " * (wide - width(text))
        parts.append(padding + text if is_number(column.type) else text + padding)
    return "  ".join(parts).rstrip() + "\n"


def write_table(result: Result, stream: BinaryIO) -> None:
    """Write the rows as an aligned table in UTF-8; the caller bounds their number."""
    rows = [[cell(value) for value in row] for batch in result.batches for row in batch]
    result.is_cut = any(text.endswith("…") for cells in rows for text in cells)
    header = [cut(column.name, WIDEST) for column in result.columns]
    widths = [max(map(width, texts)) for texts in zip(header, *rows, strict=True)]
    lines = [line(header, result.columns, widths), "  ".join("─" * wide for wide in widths) + "\n"]
    lines += [line(cells, result.columns, widths) for cells in rows]
    stream.write("".join(lines).encode("utf-8"))
