"""One delivery on its way into the warehouse: read -> clean -> locate -> set aside, a batch at a time, in one transaction."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import duckdb
import polars as pl

from expectations.rules import run_rules
from flows.kinds import KINDS
from flows.one_ahead import one_ahead
from flows.reference import Reference
from flows.store.order import first_order
from flows.store.warehouse import sql
from transforms.intake import DeliveryPlan, raw_batches

# Two batches are in memory at a time, beside what DuckDB may take.
BATCH_ROWS = 250_000


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
    counts = RowCounts()
    for batch in one_ahead(_batches(delivery, reference, work)):
        counts += _write(connection, batch, delivery, reference)
    return counts


def write_rows(
    connection: duckdb.DuckDBPyConnection, raw: pl.DataFrame, delivery: Delivery, reference: Reference, unit_code: str | None
) -> RowCounts:
    """Write rows that a correction has put right; `unit_code` is the unit it assigns, if any."""
    order = first_order(delivery.known_on, delivery.added_in)
    return _write(connection, _understand(raw, order, delivery, reference, unit_code), delivery, reference)


@dataclass(frozen=True)
class _Batch:
    """Rows in scope, cleaned and located, and how many rows they were read from."""

    rows: pl.DataFrame
    read: int


def _batches(delivery: Delivery, reference: Reference, work: Path) -> Iterator[_Batch]:
    order = first_order(delivery.known_on, delivery.added_in)
    for raw in raw_batches(delivery.path, delivery.file_name, delivery.plan, work, BATCH_ROWS):
        yield _understand(raw, order, delivery, reference, None)
        order += raw.height


def _write(connection: duckdb.DuckDBPyConnection, batch: _Batch, delivery: Delivery, reference: Reference) -> RowCounts:
    """Judge one batch; rows that pass go to the records, the others are set aside with their original."""
    table = delivery.plan.profile.table
    connection.register("batch", batch.rows.drop("original"))
    run_rules(connection, reference.rules, "batch", table)
    bound = {"sequence": delivery.sequence, "added_in": delivery.added_in, "known_on": delivery.known_on}
    connection.execute(sql(KINDS[table].insert), bound)
    set_aside = _write_findings(connection, batch.rows, delivery.sequence)
    connection.unregister("batch")
    return RowCounts(batch.read, batch.rows.height - set_aside, set_aside, batch.read - batch.rows.height)


def _understand(
    raw: pl.DataFrame, order: int, delivery: Delivery, reference: Reference, corrected_unit_code: str | None
) -> _Batch:
    profile = delivery.plan.profile
    kind = KINDS[profile.table]
    keys = pl.int_range(order, order + raw.height, eager=True).alias("row_key").to_frame()
    cleaned = kind.clean(raw, delivery, reference).hstack(keys)
    in_scope = cleaned.filter(pl.col("out_of_scope").is_null())
    if corrected_unit_code:
        in_scope = in_scope.with_columns(corrected_unit_code=pl.lit(corrected_unit_code))
    placed = kind.place(in_scope, delivery, reference)
    rows = placed.with_columns(
        received_on=pl.lit(delivery.received_on), basis=pl.lit(profile.basis), source=pl.lit(profile.source)
    )
    return _Batch(rows, raw.height)


def _write_findings(connection: duckdb.DuckDBPyConnection, judged: pl.DataFrame, sequence: int) -> int:
    """Keep what the rules found, with the originals of the rows set aside; returns how many those are."""
    set_aside = connection.execute("SELECT DISTINCT row_key FROM found WHERE severity = 'set_aside'").fetchnumpy()
    keys = pl.Series("row_key", set_aside["row_key"], dtype=pl.Int64)
    originals = judged.filter(pl.col("row_key").is_in(keys.implode())).select(
        "row_key", original=pl.col("original").struct.json_encode()
    )
    connection.register("originals", originals)
    connection.execute(sql("insert_findings"), {"sequence": sequence})
    connection.unregister("originals")
    return len(keys)
