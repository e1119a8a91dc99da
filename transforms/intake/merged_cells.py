"""Cells merged over several rows: a workbook keeps their value in the first row only, and it is said of every row."""

import re
from collections.abc import Collection
from dataclasses import dataclass

import polars as pl

_MERGED = re.compile(rb'<mergeCell ref="([A-Z]{1,3})(\d+):[A-Z]{1,3}(\d+)"')


@dataclass(frozen=True)
class MergedRows:
    """A cell that reaches over several rows; rows are 1-based, the column (the leftmost of a wide cell) 0-based."""

    column: int
    first_row: int
    last_row: int


def merged_rows(sheet_xml: bytes) -> list[MergedRows]:
    """Return the cells merged over more than one row that a piece of a sheet's XML names."""
    if b"<mergeCell " not in sheet_xml:
        return []
    found = (MergedRows(column_index(cell[1]), int(cell[2]), int(cell[3])) for cell in _MERGED.finditer(sheet_xml))
    return [cell for cell in found if cell.last_row > cell.first_row]


def column_index(letters: bytes) -> int:
    """Return the 0-based column of Excel's letters."""
    value = 0
    for letter in letters:
        value = value * 26 + letter - 64
    return value - 1


def with_merged_values(rows: pl.LazyFrame, merged: Collection[MergedRows], columns: Collection[int]) -> pl.LazyFrame:
    """Repeat the value of a merged cell in each of its rows, for `columns`; a cell that begins above `rows` stays."""
    for column in sorted({cell.column for cell in merged} & set(columns)):
        name = f"c{column}"
        reached = pl.DataFrame(
            [(cell.first_row, cell.last_row) for cell in merged if cell.column == column],
            schema={"first_row": pl.Int64, "last_row": pl.Int64}, orient="row",
        )
        first = rows.select(pl.col("row_number").alias("first_row"), pl.col(name).alias("value"))
        known = reached.lazy().join(first, on="first_row").collect()  # before its rows are spelt out
        below = known.select(pl.int_ranges("first_row", pl.col("last_row") + 1).alias("row_number"), "value")
        values = below.explode("row_number").unique("row_number", keep="first")
        rows = rows.join(values.lazy(), on="row_number", how="left", maintain_order="left")
        own = pl.when(pl.col(name) != "").then(pl.col(name))
        rows = rows.with_columns(pl.coalesce(own, "value", name).alias(name)).drop("value")
    return rows
