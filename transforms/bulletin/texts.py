"""A table's cells and headings as text, the same in page and document."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from transforms.bulletin import wording
from transforms.bulletin.model import Column, Table


@dataclass(frozen=True)
class Heading:
    """A heading above `span` columns; `rows` 2 where it has no common heading above it."""

    text: str
    span: int = 1
    rows: int = 1


def cell_text(table: Table, row: int, column: Column) -> str:
    """What a cell says: its own wording, else its value by kind; a dash for none."""
    if (written := table.written.get((row, column.name))) is not None:
        return written
    value = table.rows[row][table.columns.index(column)]
    if value is None:
        return wording.DASH
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float):
        return wording.rate_text(value, 2) if column.kind == "percent" else f"{value:g}"
    return str(value)


def headings(columns: tuple[Column, ...]) -> tuple[tuple[Heading, ...], ...]:
    """One or two rows of headings: common ones above, their columns below."""
    if not any(column.group_zh for column in columns):
        return (tuple(Heading(column.label_zh) for column in columns),)
    above: list[Heading] = []
    for group, members in groupby(columns, key=lambda column: column.group_zh):
        neighbours = list(members)
        if group is None:
            above += [Heading(column.label_zh, rows=2) for column in neighbours]
        else:
            above.append(Heading(group, span=len(neighbours)))
    return tuple(above), tuple(Heading(column.label_zh) for column in columns if column.group_zh)
