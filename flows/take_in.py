"""One delivery on its way into the warehouse: read -> clean -> locate -> set aside, a batch at a time, in one transaction."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import duckdb
import polars as pl

from flows.collect import Incoming, read_sidecar
from flows.judge import Judge
from flows.kinds import KINDS
from flows.one_ahead import one_ahead
from flows.reference import Reference
from flows.store.order import first_order
from flows.store.stream import insert_stream
from flows.store.warehouse import sql
from transforms.intake import DeliveryPlan, check_county_said, plan_delivery, raw_batches

# Some six batches are in memory at a time, beside what DuckDB may take.
BATCH_ROWS = 200_000


@dataclass(frozen=True)
class RecognisedFile:
    """A file's bytes and what they are: all that its rows are read and cleaned by."""

    file_name: str
    path: Path
    plan: DeliveryPlan
    received_on: date

    @property
    def attributed_to(self) -> str | None:
        """The county whose office passed the rows on, where the profile declares one (DECISIONS 9)."""
        return self.plan.profile.attributed_to


def recognise_file(item: Incoming, path: Path, reference: Reference, work: Path) -> RecognisedFile:
    """What the archived bytes of a file are, its sidecar heard; raises Held where that cannot be said."""
    said = read_sidecar(item)
    plan = plan_delivery(path, item.file_name, reference.profiles, reference.synonyms, said, work)
    if said is None or said.attributed_to is None:
        gazetteer = reference.gazetteer
        check_county_said(plan, item.file_name, gazetteer.territory.short_name, gazetteer.counties_around)
    return RecognisedFile(item.file_name, path, plan, item.received_on)


@dataclass(frozen=True)
class Delivery(RecognisedFile):
    """One delivery being taken in, and the place it has in the order of things."""

    delivery_id: str
    known_on: date
    sequence: int
    added_in: int


@dataclass(frozen=True)
class Batch:
    """Rows of one kind, cleaned: those in scope, with their `place` among all; `read` counts the others too."""

    read: int
    rows: pl.DataFrame


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


def clean_batches(file: RecognisedFile, reference: Reference, work: Path) -> Iterator[Batch]:
    """All rows of a file, read a batch ahead of cleaning; raises Held when reading fails on the way."""
    return cleaned(raw_batches(file.path, file.file_name, file.plan, work, BATCH_ROWS), file, reference)


def cleaned(raw_rows: Iterator[pl.DataFrame], file: RecognisedFile, reference: Reference) -> Iterator[Batch]:
    """Raw batches of a file, in their order, as cleaned ones."""
    kind, place = KINDS[file.plan.profile.table], 0
    for raw in one_ahead(raw_rows):
        places = pl.int_range(place, place + raw.height, eager=True).alias("place").to_frame()
        rows = kind.clean(raw, file, reference).hstack(places)
        yield Batch(raw.height, rows.filter(pl.col("out_of_scope").is_null()))
        place += raw.height


def write_rows(
    connection: duckdb.DuckDBPyConnection,
    batches: Iterator[Batch],
    delivery: Delivery,
    reference: Reference,
    unit_code: str | None = None,
) -> RowCounts:
    """Locate, judge and write all rows of a delivery, each step a batch ahead of the next; the caller rolls back.

    `unit_code` is the unit that a correction assigns, if any.
    """
    table = delivery.plan.profile.table
    order = first_order(delivery.known_on, delivery.added_in)
    counts = [RowCounts()]

    def passed(judge: Judge) -> Iterator[pl.DataFrame]:
        """The rows of each batch that are kept, counted by fate."""
        for batch in one_ahead(batches):
            rows = batch.rows.with_columns(row_key=pl.col("place") + order).drop("place")
            kept = judge.pass_on(_placed(rows, delivery, reference, unit_code))
            counts[0] += RowCounts(batch.read, kept.height, rows.height - kept.height, batch.read - rows.height)
            yield kept

    bound = {"sequence": delivery.sequence, "added_in": delivery.added_in, "known_on": delivery.known_on}
    with connection.cursor() as scratch:
        judge = Judge(scratch, reference.rules, table)
        insert_stream(connection, sql(KINDS[table].insert), bound, one_ahead(passed(judge)))
        judge.hand_over(connection, delivery.sequence)
    return counts[0]


def _placed(
    rows: pl.DataFrame, delivery: Delivery, reference: Reference, corrected_unit_code: str | None
) -> pl.DataFrame:
    """Rows with the unit they belong to, and what all of a delivery have in common."""
    profile = delivery.plan.profile
    if corrected_unit_code:
        rows = rows.with_columns(corrected_unit_code=pl.lit(corrected_unit_code))
    placed = KINDS[profile.table].place(rows, delivery, reference)
    return placed.with_columns(
        received_on=pl.lit(delivery.received_on),
        feed_month=pl.lit(delivery.plan.feed_month, dtype=pl.String),
        basis=pl.lit(profile.basis),
        source=pl.lit(profile.source),
    )
