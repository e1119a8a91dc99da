"""Cells beyond the header of a text: an unquoted separator inside a cell moves all that follows to the right."""

from collections.abc import Sequence

import polars as pl

from transforms.intake.tables import RawTable

# A column without a header is the table's own where most of so many rows fill it.
_ROWS_LOOKED_AT = 60
_FEWEST_ROWS = 10


def columns_beyond_header(table: RawTable, header_row: int) -> list[str]:
    """Return the columns that neither the header nor most rows of a text reach; workbooks have no separators."""
    reached = table.field_count(header_row) if table.form != "frame" and header_row else table.width
    if reached == table.width:
        return []
    rows = [cells for number, cells in table.head(header_row + _ROWS_LOOKED_AT) if number > header_row]
    for column in range(reached, table.width):
        filled = sum(cells[column] is not None for cells in rows)
        if filled >= _FEWEST_ROWS and filled * 2 > len(rows):
            reached = column + 1
    return table.cell_columns[reached:]


def surplus_cells(columns: Sequence[str]) -> pl.Expr:
    """How many of these columns a row fills, null for none."""
    if not columns:
        return pl.lit(None, dtype=pl.Int32).alias("surplus_cells")
    filled = pl.sum_horizontal(pl.col(name).str.strip_chars().str.len_bytes() > 0 for name in columns).cast(pl.Int32)
    return pl.when(filled > 0).then(filled).alias("surplus_cells")
