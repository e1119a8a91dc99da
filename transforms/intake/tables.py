"""A table as it lies in a file: rows of text cells under column numbers, before anything is understood."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Literal

import polars as pl

from transforms.errors import Held
from transforms.intake.merged_cells import MergedRows

HEAD_ROWS = 60  # banner lines and the header are looked for in so many rows
# Rows that may be the sheet's own total, picked out while the whole table is proved readable once.
_TOTAL_LIKE = r"^[\s0-9]*\S{0,8}(?:[合总小共][\s\u3000]*计|共[\s\u3000]*有?[\s\u3000]*\d)"
_TOTAL_COLUMNS = 3
_MOST_TOTALS = 1000
_FORMULA_TEXT = r'(?s)^\s*="(.*)"\s*$'

# The widest known export has some 250 columns; a stray cell far to the right costs minutes and means nothing.
MAX_COLUMNS = 1000

Cells = tuple[str | None, ...]


@dataclass(frozen=True)
class RawTable:
    """One sheet or text file in a form that Polars reads fast; row numbers are those of the original."""

    sheet: str  # empty for a text file
    path: Path
    form: Literal["csv", "numbered_csv", "frame"]  # numbered: a regular copy whose first column is the row number
    width: int
    separator: str = ","
    quoted: bool = False
    has_formula_texts: bool = False  # some cell is written ="...", as exports do lest Excel take it for a quantity
    row_count: int = 0  # up to the last row, banner, header and blank rows among them
    total_like: tuple[tuple[int, Cells], ...] = ()
    merged: tuple[MergedRows, ...] = ()  # cells over several rows, which hold their value in the first

    @property
    def cell_columns(self) -> list[str]:
        """Return the names of the cell columns, left to right."""
        return [f"c{index}" for index in range(self.width)]

    def scan(self) -> pl.LazyFrame:
        """Return `row_number` Int64 and one String column a cell; a blank row may be all null or absent."""
        rows = pl.scan_ipc(self.path) if self.form == "frame" else self._scan_csv()
        return rows.with_columns(_formula_text(name) for name in self.cell_columns) if self.has_formula_texts else rows

    def _scan_csv(self) -> pl.LazyFrame:
        cells = dict.fromkeys(self.cell_columns, pl.String)
        numbered = self.form == "numbered_csv"
        frame = pl.scan_csv(
            self.path, has_header=False, schema={"row_number": pl.Int64, **cells} if numbered else cells,
            separator=self.separator, quote_char='"' if self.quoted else None, missing_columns="insert",
            row_index_name=None if numbered else "row_number", row_index_offset=0 if numbered else 1, glob=False,
        )
        return frame if numbered else frame.with_columns(pl.col("row_number").cast(pl.Int64))

    def field_counts(self) -> Iterator[tuple[int, int]]:
        """Yield row number and number of fields, blank ones among them, of each record of a text; a loop over rows."""
        with self.path.open(encoding="utf-8-sig", newline="") as file:
            records = csv.reader(file, delimiter=self.separator, quoting=csv.QUOTE_MINIMAL if self.quoted else csv.QUOTE_NONE)
            if self.form == "numbered_csv":
                yield from ((int(record[0]), len(record) - 1) for record in records)
            else:
                yield from enumerate(map(len, records), start=1)

    def head(self, rows: int) -> list[tuple[int, Cells]]:
        """Return the first rows as (row number, cells stripped of outer whitespace, blank cells None)."""
        return _as_rows(self.scan().head(rows).collect())

    @cached_property
    def top(self) -> list[tuple[int, Cells]]:
        """The rows in which banner lines and the header are looked for."""
        return self.head(HEAD_ROWS)


def proved(table: RawTable) -> RawTable:
    """Read the whole table once: add row count and total-like rows; a Polars error means it is not regular."""
    check_width(table.sheet, table.width)
    first = [pl.col(name).str.contains(_TOTAL_LIKE) for name in table.cell_columns[:_TOTAL_COLUMNS]]
    # counting nulls makes the reader check every byte of every column
    nulls = [pl.col(name).null_count() for name in table.cell_columns]
    rows = table.scan()
    counted, totals = pl.collect_all(
        [rows.select(pl.col("row_number").max(), *nulls), rows.filter(pl.any_horizontal(first)).head(_MOST_TOTALS)],
        engine="streaming",
    )
    return replace(table, row_count=counted["row_number"].item() or 0, total_like=tuple(_as_rows(totals)))


def place_of(sheet: str) -> str:
    """Return how people are told of a table: by its sheet, or as the file where that is a text."""
    return f"工作表“{sheet}”" if sheet else "文件"


def check_width(sheet: str, width: int) -> None:
    """Raise Held for a table wider than any that could be meant."""
    if width > MAX_COLUMNS:
        raise Held(
            f"{place_of(sheet)}有 {width} 列,多于可读的 {MAX_COLUMNS} 列:已损坏,或有远离表格的单元格。",
            "请删除表格以外的单元格(或多余的分隔符)后另存。",
        )


def _formula_text(name: str) -> pl.Expr:
    """The text of a cell that is a formula of nothing but this text."""
    return pl.col(name).str.replace(_FORMULA_TEXT, "$1")


def _as_rows(frame: pl.DataFrame) -> list[tuple[int, Cells]]:
    stripped = frame.select("row_number", pl.exclude("row_number").str.strip_chars().replace("", None))
    return [(row[0], tuple(row[1:])) for row in stripped.rows()]
