"""Corrections at work: the named row is read again from the archive, put right, and judged like any other."""

from dataclasses import replace
from datetime import date

import duckdb
import polars as pl

from flows import archive
from flows.collect import Incoming
from flows.home import Home
from flows.publishing.freeze import read_manifest
from flows.publishing.repair import complete_releases
from flows.reference import Reference
from flows.store import deliveries
from flows.store.order import first_order
from flows.store.warehouse import sql
from flows.take_in import Delivery, cleaned, recognise_file, write_rows
from transforms.corrections import Correction
from transforms.errors import DataError, Held, Refused
from transforms.intake import raw_batches


def apply_corrections(connection: duckdb.DuckDBPyConnection, home: Home, as_of: date, reference: Reference) -> int:
    """Apply every correction due by `as_of` that was not applied before, in the order of their days; returns how many.

    Raises DataError (file and line) where one matches nothing or the row does not say what was expected, Refused where
    one that was applied is gone.
    """
    known = dict(connection.execute(sql("corrections_applied")).fetchall())
    _verify_still_written({**_published(home), **known}, reference)
    due = [item for item in reference.corrections if item.since <= as_of and item.correction_id not in known]
    published = deliveries.last_as_of(connection)
    for correction in sorted(due, key=lambda item: (item.since, item.file, item.line)):
        is_late = published is not None and correction.since <= published
        _apply(connection, home, correction, as_of if is_late else correction.since, reference)
    return len(due)


def _apply(
    connection: duckdb.DuckDBPyConnection, home: Home, correction: Correction, known_on: date, reference: Reference
) -> None:
    source, sheet, row_number = _row_acted_on(connection, home, correction) or _row_named(connection, correction)
    bound: dict[str, int | str] = {"sequence": source, "sheet": sheet, "row_number": row_number}
    delivery = _delivery(connection, home, source, reference)
    earlier = _earlier(connection, bound, reference)
    said = _corrected(_raw_row(home, delivery, sheet, row_number), earlier)
    _check_expected(correction, said)
    mended = _corrected(said, [correction])
    unit_code = next((one.unit_code for one in (correction, *reversed(earlier)) if one.unit_code), None)
    sequence = deliveries.next_sequence(connection)
    order = first_order(known_on, sequence)
    connection.execute("BEGIN")
    try:
        connection.execute(
            sql("remove_corrected_row"), {**bound, "known_on": known_on, "order": order, "correction": sequence}
        )
        connection.execute(sql("forget_findings"), bound)
        changed = replace(delivery, known_on=known_on, added_in=sequence)
        write_rows(connection, cleaned(iter([mended]), changed, reference), changed, reference, unit_code)
        connection.execute(sql("recount_delivery"), {"sequence": source})
        connection.execute(
            "INSERT INTO warehouse.corrections VALUES (?, ?, ?, ?, ?, ?)",
            [correction.correction_id, sequence, correction.since, source, sheet, row_number],
        )
        archive.note_corrected_row(home.archive, delivery.delivery_id, correction.correction_id, sheet, row_number)
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def _published(home: Home) -> dict[str, str]:
    """The corrections that the newest release rests on, whatever became of the warehouse since: id, and a name for people."""
    releases = complete_releases(home.published)
    if not releases:
        return {}
    newest = max(releases, key=lambda release: release.published_at)
    ids = read_manifest(home.published / "releases" / newest.release_id).get("corrections", ())
    return {one: f"编号 {one[:8]}" for one in ids}


def _verify_still_written(applied: dict[str, str], reference: Reference) -> None:
    """Raise Refused where a correction that was applied is not written any more: its row would change back one day."""
    written = {correction.correction_id for correction in reference.corrections}
    gone = sorted(name for one, name in applied.items() if one not in written)
    if gone:
        raise Refused(
            f"data/corrections 里少了 {len(gone)} 条已经执行的更正({'、'.join(gone)})。"
            "执行过的更正不能删除或改写(why 除外),否则数字会变回去。请恢复原文;"
            "要撤回或改动,请另加一条更正,expected 写该行现在的内容。"
        )


def _earlier(
    connection: duckdb.DuckDBPyConnection, row: dict[str, int | str], reference: Reference
) -> list[Correction]:
    """The corrections that the row bears already, in the order in which they were applied."""
    by_id = {correction.correction_id: correction for correction in reference.corrections}
    return [by_id[one] for (one,) in connection.execute(sql("corrections_of_row"), row).fetchall()]


def _corrected(raw: pl.DataFrame, corrections: list[Correction]) -> pl.DataFrame:
    """The row as the corrections say it; whoever corrects a row has seen where its cells stand."""
    if not corrections:
        return raw
    values = {field: text for correction in corrections for field, text in correction.values.items()}
    texts = {field: pl.lit(text) for field, text in values.items()}
    return raw.with_columns(**texts, surplus_cells=pl.lit(None, dtype=pl.Int32))


def _row_acted_on(
    connection: duckdb.DuckDBPyConnection, home: Home, correction: Correction
) -> tuple[int, str, int] | None:
    """The row as the archive remembers it, where the warehouse is made anew: another may bear the number by now."""
    noted = archive.corrected_row(home.archive, correction.correction_id)
    if noted is None:
        return None
    delivery_id, sheet, row_number = noted
    sequence = deliveries.sequence_of(connection, delivery_id)
    return None if sequence is None else (sequence, sheet, row_number)


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
