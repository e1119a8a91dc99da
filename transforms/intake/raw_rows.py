"""Rows of a planned delivery as batches of text under canonical names, each with its original beside it."""

from collections.abc import Iterator
from pathlib import Path

import polars as pl

from transforms.errors import Held
from transforms.intake.fields import FIELDS_OF_TABLE, NUMBER_FIELDS
from transforms.intake.header_rows import unique_names
from transforms.intake.merged_cells import with_merged_values
from transforms.intake.plans import DeliveryPlan, SheetPlan
from transforms.intake.reading import raw_tables
from transforms.intake.scope import out_of_scope, suspect
from transforms.intake.second_tables import check_no_further_header
from transforms.intake.surplus_cells import BeyondHeader, beyond_header
from transforms.intake.tables import RawTable

_PIECE_ROWS = 50_000  # with 250 bytes a row the whole read stays near 600 MB; pieces of 500,000 rows took 1.4 GB
# a byte order mark or zero-width space, where files were joined or pages copied, is nothing
_UNSEEN = r"[\s\p{Cc}\p{Cf}]*"
_BLANK = f"^{_UNSEEN}$"
_SERIAL_OR_BLANK = rf"^{_UNSEEN}[0-9０-９]{{0,6}}(?:\.0)?{_UNSEEN}$"


def raw_batches(
    path: Path, file_name: str, plan: DeliveryPlan, work_dir: Path, batch_rows: int = 500_000
) -> Iterator[pl.DataFrame]:
    """Yield the non-blank rows below the headers: sheet, row_number, one String column a field, out_of_scope,
    surplus_cells (Int32: how many a row has beyond the header), original.

    Row numbers are 1-based as the spreadsheet or the CSV's records count, banner and header among them.
    Held if the file changed since it was planned.
    """
    tables = {table.sheet: table for table in raw_tables(path, file_name, work_dir)}
    for sheet in plan.sheets:
        if sheet.sheet not in tables:
            raise _changed()
        # a published table has the columns of its layout
        fields = tuple(sheet.columns) if sheet.figures else FIELDS_OF_TABLE[plan.profile.table]
        table = tables[sheet.sheet]
        beyond = None if sheet.figures else beyond_header(table, sheet.header_row)
        for rows in _batches(table, sheet, batch_rows):
            batch = _batch(rows, sheet, fields, beyond)
            del rows
            if batch.height:
                yield batch
            del batch


def _batches(table: RawTable, sheet: SheetPlan, batch_rows: int) -> Iterator[pl.DataFrame]:
    """Gather small pieces into batches: the reader runs ahead of a slow caller by pieces, not by batches."""
    below = table.scan().filter(pl.col("row_number") > sheet.header_row)
    below = with_merged_values(below, table.merged, _shared_columns(sheet))
    waiting: list[pl.DataFrame] = []
    try:
        for piece in below.collect_batches(chunk_size=min(batch_rows, _PIECE_ROWS), engine="streaming", lazy=True):
            waiting.append(piece)
            if sum(piece.height for piece in waiting) >= batch_rows:
                full, waiting = pl.concat(waiting, rechunk=False), []
                yield full
                del full
    except pl.exceptions.PolarsError as problem:
        raise _changed() from problem
    if waiting:
        yield pl.concat(waiting, rechunk=False)


def _shared_columns(sheet: SheetPlan) -> list[int]:
    """Return the columns whose merged cells hold for each of their rows; published tables are read as they are printed.

    A number merged over the rows of joint applicants is one application, which must not be read twice.
    """
    if sheet.figures:
        return []
    return [column for field, column in sheet.columns.items() if field not in (*NUMBER_FIELDS, "serial_number")]


def _batch(rows: pl.DataFrame, sheet: SheetPlan, fields: tuple[str, ...], beyond: BeyondHeader | None) -> pl.DataFrame:
    """Name the cells of rows by their fields, drop blank rows and say which rows are out of scope."""
    cells = rows.columns[1:]
    numbers = [f"c{sheet.columns[field]}" for field in NUMBER_FIELDS if field in fields and field in sheet.columns]
    suspects = rows.filter(suspect(numbers))
    check_no_further_header(suspects, cells, sheet)
    rows = _judged(rows, suspects, sheet)
    names = unique_names(sheet.headers, len(cells))
    surplus = pl.lit(None, dtype=pl.Int32) if beyond is None else beyond.surplus_cells(rows)
    return rows.select(
        pl.lit(sheet.sheet).alias("sheet"),
        "row_number",
        *_values(rows, sheet, fields),
        "out_of_scope",
        surplus.alias("surplus_cells"),
        pl.struct(pl.col(cell).alias(name) for cell, name in zip(cells, names, strict=True)).alias("original"),
    )


def _judged(rows: pl.DataFrame, suspects: pl.DataFrame, sheet: SheetPlan) -> pl.DataFrame:
    """Add out_of_scope to rows, which only suspects can be, and drop those suspects that are blank."""
    in_scope = rows.with_columns(pl.lit(None, dtype=pl.String).alias("out_of_scope"))
    if suspects.is_empty():
        return in_scope  # patterns cost as much for no row as for some
    cells = rows.columns[1:]
    is_blank = _holds_nothing(cells, sheet.columns.get("serial_number")).alias("is_blank")
    verdicts = suspects.select("row_number", is_blank, out_of_scope(suspects, cells, sheet.headers))
    if not verdicts["is_blank"].any() and verdicts["out_of_scope"].is_null().all():
        return in_scope
    judged = rows.join(verdicts, on="row_number", how="left", maintain_order="left")
    return judged.filter(~pl.col("is_blank").fill_null(False))


def _holds_nothing(cells: list[str], serial_number: int | None) -> pl.Expr:
    """Say which rows are blank; a form's row that was numbered beforehand and not filled in is blank too."""
    serial = f"c{serial_number}"
    others = [pl.col(cell).is_null() | pl.col(cell).str.contains(_BLANK) for cell in cells if cell != serial]
    if serial in cells:
        others.append(pl.col(serial).is_null() | pl.col(serial).str.contains(_SERIAL_OR_BLANK))
    return pl.all_horizontal(others)


def _values(rows: pl.DataFrame, sheet: SheetPlan, fields: tuple[str, ...]) -> list[pl.Expr]:
    """Strip outer whitespace and make blank cells null, copying only the columns that have either."""
    used = {field: pl.col(f"c{sheet.columns[field]}") for field in fields if field in sheet.columns}
    tidy = rows.select(
        ((text.str.strip_chars().str.len_bytes() == text.str.len_bytes()) & (text.str.len_bytes() > 0))
        .all().alias(field) for field, text in used.items()
    ).row(0, named=True) if used and rows.height else {}
    values: list[pl.Expr] = []
    for field in fields:
        if field not in used:
            values.append(pl.lit(None, dtype=pl.String).alias(field))
        elif tidy and tidy[field]:
            values.append(used[field].alias(field))
        else:
            stripped = used[field].str.strip_chars()
            values.append(pl.when(stripped.str.len_bytes() > 0).then(stripped).alias(field))
    return values


def _changed() -> Held:
    return Held("文件在读取期间发生了变化。", "请等文件复制完成后再放入收件箱。")
