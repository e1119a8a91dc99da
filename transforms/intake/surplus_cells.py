"""Cells beyond the header of a text: an unquoted separator inside a cell moves all that follows to the right."""

from array import array
from dataclasses import dataclass
from itertools import chain

import polars as pl

from transforms.intake.tables import RawTable

# A column without a header is the table's own where most of so many rows fill it.
_ROWS_LOOKED_AT = 60
_FEWEST_ROWS = 10
# Programs leave separators behind the last cell of whole blocks of rows (Excel of sixteen); a torn row is an exception.
_NEIGHBOURS = 15


@dataclass(frozen=True)
class BeyondHeader:
    """The columns that neither the header nor most rows reach, and the rows with more fields than their neighbours.

    `wider` has row_number Int64 and surplus_fields Int32.
    """

    columns: list[str]
    wider: pl.DataFrame

    def surplus_cells(self, rows: pl.DataFrame) -> pl.Series:
        """How many cells each row has too many, null for none: filled ones, or blank ones that no neighbour has.

        Blank they are where the last column is and the cell that was torn moved it to the right.
        """
        filled = pl.sum_horizontal(pl.col(name).str.strip_chars().str.len_bytes() > 0 for name in self.columns)
        counted = rows.select("row_number", filled=pl.when(filled > 0).then(filled.cast(pl.Int32)))
        counted = counted.join(self.wider, on="row_number", how="left", maintain_order="left")
        return counted.select(surplus_cells=pl.coalesce("surplus_fields", "filled")).to_series()


def beyond_header(table: RawTable, header_row: int) -> BeyondHeader | None:
    """What lies beyond the header of a text; None where nothing does. Workbooks have no separators."""
    if table.form == "frame" or not header_row:
        return None
    reached = next((fields for number, fields in table.field_counts() if number == header_row), 0)
    if reached == table.width:
        return None
    rows = [cells for number, cells in table.head(header_row + _ROWS_LOOKED_AT) if number > header_row]
    for column in range(reached, table.width):
        filled = sum(cells[column] is not None for cells in rows)
        if filled >= _FEWEST_ROWS and filled * 2 > len(rows):
            reached = column + 1
    return BeyondHeader(table.cell_columns[reached:], _wider(table, header_row, reached))


def _wider(table: RawTable, header_row: int, reached: int) -> pl.DataFrame:
    # numbers in a row, as tuples of millions of rows would fill the memory
    counted = array("q", chain.from_iterable(table.field_counts()))
    counts = pl.DataFrame({"row_number": counted[::2], "fields": counted[1::2]}).cast({"fields": pl.Int32})
    usual = pl.col("fields").rolling_median(_NEIGHBOURS, min_samples=1, center=True)
    surplus = pl.col("fields") - pl.max_horizontal(usual.floor().cast(pl.Int32), pl.lit(reached, dtype=pl.Int32))
    below = counts.filter(pl.col("row_number") > header_row)
    return below.select("row_number", surplus_fields=surplus).filter(pl.col("surplus_fields") > 0)
