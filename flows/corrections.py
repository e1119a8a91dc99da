"""Corrections at work: the named row is read again from the archive, put right, and judged like any other."""

from dataclasses import replace
from datetime import date

import duckdb
import polars as pl

from flows import archive
from flows.collect import Incoming
from flows.home import Home
from flows.reference import Reference
from flows.store import deliveries
from flows.store.order import first_order
from flows.store.warehouse import sql
from flows.take_in import Delivery, cleaned, recognise_file, write_rows
from transforms.corrections import Correction
from transforms.errors import DataError, Held
from transforms.intake import raw_batches


def apply_corrections(connection: duckdb.DuckDBPyConnection, home: Home, as_of: date, reference: Reference) -> int:
    """Apply every correction due by `as_of` that was not applied before, in the order of their days; returns how many.

    Raises DataError (file and line) where one matches nothing or the row does not say what was expected.
    """
    known = {row[0] for row in connection.execute("SELECT correction_id FROM warehouse.corrections").fetchall()}
    due = [item for item in reference.corrections if item.since <= as_of and item.correction_id not in known]
    published = deliveries.last_as_of(connection)
    for correction in sorted(due, key=lambda item: (item.since, item.file, item.line)):
        is_late = published is not None and correction.since <= published
        _apply(connection, home, correction, as_of if is_late else correction.since, reference)
    return len(due)


def _apply(
    connection: duckdb.DuckDBPyConnection, home: Home, correction: Correction, known_on: date, reference: Reference
) -> None:
    source, sheet, row_number = _row_named(connection, correction)
    delivery = _delivery(connection, home, source, reference)
    raw = _raw_row(home, delivery, sheet, row_number)
    _check_expected(correction, raw)
    values = {field: pl.lit(text) for field, text in correction.values.items()}
    # whoever corrects a row has seen where its cells stand
    mended = raw.with_columns(**values, surplus_cells=pl.lit(None, dtype=pl.Int32))
    sequence = deliveries.next_sequence(connection)
    order = first_order(known_on, sequence)
    connection.execute("BEGIN")
    try:
        bound = {"sequence": source, "sheet": sheet, "row_number": row_number}
        connection.execute(
            sql("remove_corrected_row"), {**bound, "known_on": known_on, "order": order, "correction": sequence}
        )
        connection.execute(sql("forget_findings"), bound)
        changed = replace(delivery, known_on=known_on, added_in=sequence)
        write_rows(connection, cleaned(iter([mended]), changed, reference), changed, reference, correction.unit_code)
        connection.execute(sql("recount_delivery"), {"sequence": source})
        connection.execute(
            "INSERT INTO warehouse.corrections VALUES (?, ?, ?)", [correction.correction_id, sequence, correction.since]
        )
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def _row_named(connection: duckdb.DuckDBPyConnection, correction: Correction) -> tuple[int, str, int]:
    rows = connection.execute(
        sql("row_named"),
        {
            "file_name": correction.file_name,
            "sheet": correction.sheet,
            "row_number": correction.row_number,
            "application_number": correction.application_number,
        },
    ).fetchall()
    named = correction.application_number or f"{correction.file_name} 第{correction.row_number}行"
    if not rows:
        raise DataError(correction.file, correction.line, f"更正所指的行不存在:{named}")
    if len(rows) > 1:
        raise DataError(correction.file, correction.line, f"更正所指的行不止一个:{named},请写明 sheet")
    sequence, sheet, row_number = rows[0]
    return int(sequence), str(sheet), int(row_number)


def _delivery(connection: duckdb.DuckDBPyConnection, home: Home, sequence: int, reference: Reference) -> Delivery:
    row = connection.execute(
        "SELECT delivery_id, file_name, received_on, known_on FROM warehouse.deliveries WHERE sequence = ?", [sequence]
    ).fetchone()
    assert row is not None, "a row belongs to a delivery"
    delivery_id, file_name, received_on, known_on = row
    path = archive.content(home.archive, delivery_id)
    note = archive.recall_one(home.archive, delivery_id)
    item = Incoming(path, file_name, received_on, note.sidecar_name, note.sidecar_text)
    file = recognise_file(item, path, reference, home.work)
    return Delivery(**vars(file), delivery_id=delivery_id, known_on=known_on, sequence=sequence, added_in=sequence)


def _raw_row(home: Home, delivery: Delivery, sheet: str, row_number: int) -> pl.DataFrame:
    named = (pl.col("sheet") == sheet) & (pl.col("row_number") == row_number)
    for batch in raw_batches(delivery.path, delivery.file_name, delivery.plan, home.work):
        row = batch.filter(named)
        if row.height:
            return row
    raise Held(f"归档文件 {delivery.file_name} 里找不到 {sheet} 第{row_number}行。", "请检查归档是否完整。")


def _check_expected(correction: Correction, raw: pl.DataFrame) -> None:
    said = raw.row(0, named=True)
    for field, expected in correction.expected.items():
        actual = (said.get(field) or "").strip()
        if actual != expected:
            raise DataError(
                correction.file, correction.line, f"{field} 现在是“{actual}”,与 expected“{expected}”不符,更正没有执行"
            )
