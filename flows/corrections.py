"""Corrections at work: the named row is read again from the archive, put right, and judged like any other."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import duckdb
import polars as pl

from flows import archive
from flows.collect import Incoming
from flows.corrected_rows import CorrectedRow, corrected_rows, note_corrected_row, verify_still_written
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

    Raises DataError (file and line) where one matches nothing or the row does not say what was expected, Refused where
    one that was applied is gone.
    """
    acted_on = corrected_rows(home.archive)
    verify_still_written(home.archive, acted_on, reference.corrections)
    rows = connection.execute("SELECT correction_id FROM warehouse.corrections ORDER BY sequence").fetchall()
    applied = [correction_id for (correction_id,) in rows]
    by_id = {correction.correction_id: correction for correction in reference.corrections}
    due = [item for item in reference.corrections if item.since <= as_of and item.correction_id not in applied]
    published = deliveries.last_as_of(connection)
    for correction in sorted(due, key=lambda item: (item.since, item.file, item.line)):
        is_late = published is not None and correction.since <= published
        # where the warehouse is made anew, the row is that of the first time: another may bear the number by now
        row = acted_on.get(correction.correction_id) or _row_named(connection, correction)
        earlier = [by_id[one] for one in applied if acted_on[one] == row]
        _apply(connection, home, correction, row, earlier, as_of if is_late else correction.since, reference)
        acted_on[correction.correction_id] = row
        applied.append(correction.correction_id)
    return len(due)


def _apply(
    connection: duckdb.DuckDBPyConnection,
    home: Home,
    correction: Correction,
    row: CorrectedRow,
    earlier: Sequence[Correction],
    known_on: date,
    reference: Reference,
) -> None:
    """Carry out one correction on a row that bears the `earlier` ones already."""
    delivery = _delivery(connection, home, row.delivery_id, reference)
    said = _corrected(_raw_row(home, delivery, row), earlier)
    _check_expected(correction, said)
    mended = _corrected(said, [correction])
    unit_code = next((one.unit_code for one in (correction, *reversed(earlier)) if one.unit_code), None)
    sequence = deliveries.next_sequence(connection)
    order = first_order(known_on, sequence)
    bound = {"sequence": delivery.sequence, "sheet": row.sheet, "row_number": row.row_number}
    connection.execute("BEGIN")
    try:
        connection.execute(
            sql("remove_corrected_row"), {**bound, "known_on": known_on, "order": order, "correction": sequence}
        )
        connection.execute(sql("forget_findings"), bound)
        changed = replace(delivery, known_on=known_on, added_in=sequence)
        write_rows(connection, cleaned(iter([mended]), changed, reference), changed, reference, unit_code)
        connection.execute(sql("recount_delivery"), {"sequence": delivery.sequence})
        connection.execute(
            "INSERT INTO warehouse.corrections VALUES (?, ?, ?)", [correction.correction_id, sequence, correction.since]
        )
        note_corrected_row(home.archive, correction.correction_id, row)
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def _corrected(raw: pl.DataFrame, corrections: Sequence[Correction]) -> pl.DataFrame:
    """The row as the corrections say it; whoever corrects a row has seen where its cells stand."""
    if not corrections:
        return raw
    values = {field: pl.lit(text) for correction in corrections for field, text in correction.values.items()}
    return raw.with_columns(**values, surplus_cells=pl.lit(None, dtype=pl.Int32))


def _row_named(connection: duckdb.DuckDBPyConnection, correction: Correction) -> CorrectedRow:
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
    return CorrectedRow(*rows[0])


def _delivery(connection: duckdb.DuckDBPyConnection, home: Home, delivery_id: str, reference: Reference) -> Delivery:
    found = connection.execute(
        "SELECT sequence, file_name, received_on, known_on FROM warehouse.deliveries WHERE delivery_id = ?", [delivery_id]
    ).fetchone()
    assert found is not None, "a row belongs to a delivery"
    sequence, file_name, received_on, known_on = found
    path = archive.content(home.archive, delivery_id)
    note = archive.recall_one(home.archive, delivery_id)
    item = Incoming(path, file_name, received_on, note.sidecar_name, note.sidecar_text)
    file = recognise_file(item, path, reference, home.work)
    return Delivery(**vars(file), delivery_id=delivery_id, known_on=known_on, sequence=sequence, added_in=sequence)


def _raw_row(home: Home, delivery: Delivery, row: CorrectedRow) -> pl.DataFrame:
    named = (pl.col("sheet") == row.sheet) & (pl.col("row_number") == row.row_number)
    for batch in raw_batches(delivery.path, delivery.file_name, delivery.plan, home.work):
        found = batch.filter(named)
        if found.height:
            return found
    raise Held(f"归档文件 {delivery.file_name} 里找不到 {row.sheet} 第{row.row_number}行。", "请检查归档是否完整。")


def _check_expected(correction: Correction, raw: pl.DataFrame) -> None:
    said = raw.row(0, named=True)
    for field, expected in correction.expected.items():
        actual = (said.get(field) or "").strip()
        if actual != expected:
            raise DataError(
                correction.file, correction.line, f"{field} 现在是“{actual}”,与 expected“{expected}”不符,更正没有执行"
            )
