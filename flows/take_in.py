"""One delivery on its way into the warehouse: read -> clean -> locate -> set aside, a batch at a time, in one transaction."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import duckdb
import polars as pl

from flows.judge import Judge
from flows.kinds import KINDS
from flows.one_ahead import one_ahead
from flows.reference import Reference
from flows.store.order import first_order
from flows.store.stream import insert_stream
from flows.store.warehouse import sql
from transforms.intake import DeliveryPlan, raw_batches

# Some six batches are in memory at a time, beside what DuckDB may take.
BATCH_ROWS = 200_000


@dataclass(frozen=True)
class Delivery:
    """One delivery being taken in: its bytes, what they are, and the place it has in the order of things."""

    delivery_id: str
    file_name: str
    path: Path
    plan: DeliveryPlan
    received_on: date
    known_on: date
    sequence: int
    added_in: int

    @property
    def attributed_to(self) -> str | None:
        """The county whose office passed the rows on, where the profile declares one (DECISIONS 9)."""
        return self.plan.profile.attributed_to


@dataclass(frozen=True)
class RowCounts:
    """Rows by fate, as far as they are known before later records are looked at."""

    read: int = 0
    recorded: int = 0
    quarantined: int = 0
    out_of_scope: int = 0

    def __add__(self, other: "RowCounts") -> "RowCounts":
        return RowCounts(
            self.read + other.read,
            self.recorded + other.recorded,
            self.quarantined + other.quarantined,
            self.out_of_scope + other.out_of_scope,
        )


def take_in_rows(
    connection: duckdb.DuckDBPyConnection, delivery: Delivery, reference: Reference, work: Path
) -> RowCounts:
    """Write all rows of a delivery; raises Held when reading fails on the way (the caller rolls back)."""
    batches = raw_batches(delivery.path, delivery.file_name, delivery.plan, work, BATCH_ROWS)
    return _write(connection, batches, delivery, reference, None)


def write_row(
    connection: duckdb.DuckDBPyConnection,
    raw: pl.DataFrame,
    delivery: Delivery,
    reference: Reference,
    unit_code: str | None,
) -> RowCounts:
    """Write a row that a correction has put right; `unit_code` is the unit it assigns, if any."""
    return _write(connection, iter([raw]), delivery, reference, unit_code)


def _write(
    connection: duckdb.DuckDBPyConnection,
    batches: Iterator[pl.DataFrame],
    delivery: Delivery,
    reference: Reference,
    unit_code: str | None,
) -> RowCounts:
    """Reading, cleaning, judging and writing go on at the same time, each a batch ahead of the next."""
    table = delivery.plan.profile.table
    counts = [RowCounts()]

    def cleaned() -> Iterator[tuple[int, pl.DataFrame]]:
        order = first_order(delivery.known_on, delivery.added_in)
        for raw in one_ahead(batches):
            yield raw.height, _in_scope(raw, order, delivery, reference)
            order += raw.height

    def passed(judge: Judge) -> Iterator[pl.DataFrame]:
        for read, rows in one_ahead(cleaned()):
            kept = judge.pass_on(_placed(rows, delivery, reference, unit_code))
            counts[0] += RowCounts(read, kept.height, rows.height - kept.height, read - rows.height)
            yield kept

    bound = {"sequence": delivery.sequence, "added_in": delivery.added_in, "known_on": delivery.known_on}
    with connection.cursor() as scratch:
        judge = Judge(scratch, reference.rules, table)
        insert_stream(connection, sql(KINDS[table].insert), bound, one_ahead(passed(judge)))
        judge.hand_over(connection, delivery.sequence)
    return counts[0]


def _in_scope(raw: pl.DataFrame, order: int, delivery: Delivery, reference: Reference) -> pl.DataFrame:
    """Rows in scope, cleaned, each with its key."""
    keys = pl.int_range(order, order + raw.height, eager=True).alias("row_key").to_frame()
    rows = KINDS[delivery.plan.profile.table].clean(raw, delivery, reference).hstack(keys)
    return rows.filter(pl.col("out_of_scope").is_null())


def _placed(
    rows: pl.DataFrame, delivery: Delivery, reference: Reference, corrected_unit_code: str | None
) -> pl.DataFrame:
    """Rows with the unit they belong to, and what all of a delivery have in common."""
    profile = delivery.plan.profile
    if corrected_unit_code:
        rows = rows.with_columns(corrected_unit_code=pl.lit(corrected_unit_code))
    placed = KINDS[profile.table].place(rows, delivery, reference)
    return placed.with_columns(
        received_on=pl.lit(delivery.received_on), basis=pl.lit(profile.basis), source=pl.lit(profile.source)
    )
