"""Rows of a planned delivery as batches of text under canonical names, each with its original beside it."""

from collections.abc import Iterator
from pathlib import Path

import polars as pl

from transforms.errors import Held
from transforms.intake.fields import FIELDS_OF_TABLE, NUMBER_FIELDS
from transforms.intake.header_rows import unique_names
from transforms.intake.planning import DeliveryPlan, SheetPlan
from transforms.intake.reading import raw_tables
from transforms.intake.scope import out_of_scope, suspect
from transforms.intake.tables import RawTable

_SUSPECT = "is_suspect"
_PIECE_ROWS = 100_000  # with 250 bytes a row the whole read stays near 600 MB; pieces of 500,000 rows took 1.4 GB


def raw_batches(
    path: Path, file_name: str, plan: DeliveryPlan, work_dir: Path, batch_rows: int = 500_000
) -> Iterator[pl.DataFrame]:
    """Yield the non-blank rows below the headers: sheet, row_number, one String column a field, out_of_scope, original.

    Row numbers are 1-based as the spreadsheet or the CSV's records count, banner and header among them.
    Held if the file changed since it was planned.
    """
    tables = {table.sheet: table for table in raw_tables(path, file_name, work_dir)}
    for sheet in plan.sheets:
        if sheet.sheet not in tables:
            raise _changed()
        rows = _rows(tables[sheet.sheet], sheet, FIELDS_OF_TABLE[plan.profile.table])
        for batch in _batches(rows, batch_rows):
            judged = _judged(batch, tables[sheet.sheet], sheet)
            if judged.height:
                yield judged


def _batches(rows: pl.LazyFrame, batch_rows: int) -> Iterator[pl.DataFrame]:
    """Gather small pieces into batches: the reader runs ahead of a slow caller by pieces, not by batches."""
    waiting: list[pl.DataFrame] = []
    try:
        for piece in rows.collect_batches(chunk_size=min(batch_rows, _PIECE_ROWS), engine="streaming", lazy=True):
            waiting.append(piece)
            if sum(piece.height for piece in waiting) >= batch_rows:
                yield pl.concat(waiting, rechunk=False)
                waiting = []
    except pl.exceptions.PolarsError as problem:
        raise _changed() from problem
    if waiting:
        yield pl.concat(waiting, rechunk=False)


def _rows(table: RawTable, sheet: SheetPlan, fields: tuple[str, ...]) -> pl.LazyFrame:
    cells = table.cell_columns
    names = unique_names(sheet.headers, table.width)
    values = [_value(sheet, field) for field in fields]
    numbers = [field for field in fields if field in NUMBER_FIELDS]
    return (
        table.scan()
        .filter(pl.col("row_number") > sheet.header_row)
        .with_columns(values)
        .select(
            pl.lit(sheet.sheet).alias("sheet"),
            "row_number",
            *fields,
            suspect(numbers).alias(_SUSPECT),
            pl.struct(pl.col(cell).alias(name) for cell, name in zip(cells, names, strict=True)).alias("original"),
        )
    )


def _value(sheet: SheetPlan, field: str) -> pl.Expr:
    if field not in sheet.columns:
        return pl.lit(None, dtype=pl.String).alias(field)
    text = pl.col(f"c{sheet.columns[field]}").str.strip_chars()
    return pl.when(text.str.len_bytes() > 0).then(text).alias(field)


def _judged(batch: pl.DataFrame, table: RawTable, sheet: SheetPlan) -> pl.DataFrame:
    """Drop blank rows and add `out_of_scope`; only rows without a number are looked at closely."""
    suspects = batch.filter(_SUSPECT)
    cells = table.cell_columns
    original = suspects.select("row_number", pl.col("original").struct.rename_fields(cells)).unnest("original")
    is_blank = pl.all_horizontal(pl.col(cell).is_null() | (pl.col(cell).str.strip_chars() == "") for cell in cells)
    verdicts = original.select(
        "row_number", is_blank.alias("is_blank"), out_of_scope(original, cells, sheet.headers))
    ordered = ["sheet", "row_number", *batch.columns[2:-2], "out_of_scope", "original"]
    if verdicts["is_blank"].any() or verdicts["out_of_scope"].is_not_null().any():
        batch = batch.join(verdicts, on="row_number", how="left", maintain_order="left")
        return batch.filter(~pl.col("is_blank").fill_null(False)).select(ordered)
    return batch.with_columns(pl.lit(None, dtype=pl.String).alias("out_of_scope")).select(ordered)


def _changed() -> Held:
    return Held("文件在读取期间发生了变化。", "请等文件复制完成后再放入收件箱。")
