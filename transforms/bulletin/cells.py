"""Cells of tables: a value to reckon with and, where a rule words it, the text beside it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from transforms.bulletin import wording
from transforms.bulletin.model import Column, Table, Tone, Value
from transforms.bulletin.wording import Bound


@dataclass(frozen=True)
class Cell:
    """A value, its own wording where its kind does not give it, and a tone."""

    value: Value
    text: str | None = None
    tone: Tone = "plain"


def table(
    key: str,
    title_zh: str,
    sheet_zh: str,
    columns: Sequence[Column],
    rows: Iterable[Sequence[Cell | Value]],
    *,
    emphasised: Iterable[int] = (),
    note_zh: str = "",
    empty_zh: str = "无",
) -> Table:
    """A table from rows of cells or bare values; every row has a cell for every column."""
    cells = [[cell if isinstance(cell, Cell) else Cell(cell) for cell in row] for row in rows]
    at = [
        (number, column.name, cell)
        for number, row in enumerate(cells)
        for column, cell in zip(columns, row, strict=True)
    ]
    return Table(
        key=key,
        title_zh=title_zh,
        sheet_zh=sheet_zh,
        columns=tuple(columns),
        rows=tuple(tuple(cell.value for cell in row) for row in cells),
        emphasised=frozenset(emphasised),
        written={(number, name): cell.text for number, name, cell in at if cell.text is not None},
        tones={(number, name): cell.tone for number, name, cell in at if cell.tone != "plain"},
        note_zh=note_zh,
        empty_zh=empty_zh,
    )


def missing_cell() -> Cell:
    """A count whose feed did not come: said in words, for it is not zero (DECISIONS 6)."""
    return Cell(None, wording.MISSING)


def count_cell(count: int | None) -> Cell:
    """A count that may be missing."""
    return missing_cell() if count is None else Cell(count)


def share_cell(k: int | None, n: int | None, bound: Bound) -> Cell:
    """k of n, worded so that it does not cross the bound; nothing of nothing is a dash."""
    return Cell(k / n, wording.share_text(k, n, bound)) if k is not None and n else Cell(None)


def growth_cell(now: int | None, before: int | None, unit: str = "件") -> Cell:
    """Change against a base; the value is the growth as fraction, the text says it in words."""
    if now is None or not before:
        return Cell(None)
    return Cell((now - before) / before, wording.growth_text(now, before, unit))


def points_cell(now: Fraction | None, before: Fraction | None) -> Cell:
    """Difference of two shares in 个百分点, with its sign."""
    if now is None or before is None:
        return Cell(None)
    points = wording.rounded((now - before) * 100, 2)
    return Cell(float(points), f"{'+' if points > 0 else '−' if points < 0 else ''}{abs(float(points)):.2f}")


def completion_cell(done: int | None, target: float) -> Cell:
    """Completion of a target; 100.0 % only when it is reached."""
    if done is None:
        return missing_cell()
    return Cell(done / target, wording.completion_text(done, int(target)))


def fraction(k: int, n: int) -> Fraction | None:
    """k of n as an exact number; None of nothing."""
    return Fraction(k, n) if n else None
