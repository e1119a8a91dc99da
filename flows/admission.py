"""Whether a file is taken in, was taken in before, or waits for a person; every file ends as a row of `deliveries`."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Literal

import duckdb

from flows import archive
from flows.again import too_late
from flows.collect import Incoming
from flows.home import Home
from flows.look_ahead import Looked, look_ahead
from flows.reference import Reference
from flows.relation import replaced_by
from flows.store import deliveries, held
from flows.store.deliveries import Accepted
from flows.take_in import Batch, Delivery, RecognisedFile, RowCounts, write_rows
from transforms.errors import Held
from transforms.intake import maybe_cut_off


@dataclass(frozen=True)
class Outcome:
    """What became of one file; `message` is the sentence for people: why it is held, withdrawn, perhaps not whole ..."""

    file_name: str
    state: Literal["accepted", "held", "seen", "withdrawn"]
    message: str = ""
    counts: RowCounts = RowCounts()
    delivery_id: str = ""  # of a held one


def admit_all(
    connection: duckdb.DuckDBPyConnection,
    home: Home,
    items: Sequence[Incoming],
    as_of: date,
    reference: Reference,
    tell: Callable[[str], None],
) -> Iterator[Outcome]:
    """What becomes of each file, in their order; `tell` hears its name before it is taken in.

    At the end come the files that were held and are not in the inbox any more: taking a file out withdraws it.
    """
    held.forget_unnamed(connection, home.archive)
    accepted, waiting = deliveries.accepted(connection), set()
    for looked in look_ahead(home, items, reference, accepted):
        tell(looked.item.file_name)
        outcome = admit(connection, home, looked, as_of, reference, accepted)
        waiting.add(outcome.delivery_id)
        yield outcome
    yield from _withdrawn(connection, home, waiting, as_of)


def admit(
    connection: duckdb.DuckDBPyConnection,
    home: Home,
    looked: Looked,
    as_of: date,
    reference: Reference,
    accepted: dict[str, Accepted],
) -> Outcome:
    """Take a file in, unless it is among those `accepted`, which it joins; what cannot be taken in is held and says why."""
    item = looked.item
    if looked.problem and not looked.is_archived:
        return _hold(connection, item, looked.delivery_id, looked.problem)
    delivery_id = _own_identity(home, looked, accepted)
    if earlier := accepted.get(delivery_id):
        return Outcome(item.file_name, "seen", too_late(item, home.archive, delivery_id, earlier))
    note = archive.Arrival(delivery_id, item.file_name, item.received_on, item.sidecar_name, item.sidecar_text)
    archive.remember(home.archive, note)
    if looked.problem:
        return _hold(connection, item, delivery_id, looked.problem)
    assert looked.file is not None, "a file that was not taken in before was looked at"
    known_on = _known_on(connection, delivery_id, item.received_on, as_of)
    try:
        outcome = accept(connection, home, looked.file, looked.batches, delivery_id, known_on, None, reference)
    except Held as problem:
        return _hold(connection, item, delivery_id, problem)
    accepted[delivery_id] = deliveries.accepted_as(looked.file.plan, outcome.counts)
    return outcome


def accept(
    connection: duckdb.DuckDBPyConnection,
    home: Home,
    file: RecognisedFile,
    batches: Iterator[Batch],
    delivery_id: str,
    known_on: date,
    sequence: int | None,
    reference: Reference,
) -> Outcome:
    """Write a recognised delivery in one transaction and note it in the archive; raises Held and leaves nothing behind."""
    replaced = replaced_by(file.plan, known_on, partial(deliveries.standing_of_month, connection))
    sequence = sequence or deliveries.next_sequence(connection)
    delivery = Delivery(**vars(file), delivery_id=delivery_id, known_on=known_on, sequence=sequence, added_in=sequence)
    connection.execute("BEGIN")
    try:
        counts = write_rows(connection, batches, delivery, reference)
        deliveries.insert_accepted(connection, delivery, counts)
        deliveries.remove_deliveries(connection, replaced, delivery)
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    waiting = archive.recall_one(home.archive, delivery_id)
    noted = replace(waiting, known_on=known_on, sequence=sequence, profile=file.plan.profile.source)
    archive.remember(home.archive, noted)
    return Outcome(file.file_name, "accepted", maybe_cut_off(file.plan, file.file_name), counts)


def _own_identity(home: Home, looked: Looked, accepted: Mapping[str, Accepted]) -> str:
    """The delivery's id: that of its bytes, but another month's list without rows is none that came before."""
    earlier = accepted.get(looked.delivery_id)
    if earlier is None or not earlier.may_be_another_months or looked.file is None:
        return looked.delivery_id
    source, month = looked.file.plan.profile.source, looked.file.plan.feed_month
    if month is None or (source, month) == (earlier.source, earlier.month):
        return looked.delivery_id
    return archive.store_for_month(home.archive, looked.delivery_id, source, month)


def _known_on(connection: duckdb.DuckDBPyConnection, delivery_id: str, received_on: date, as_of: date) -> date:
    """The day of acceptance: a file that waited, or that came before the last release looked, is known only now."""
    published = deliveries.last_as_of(connection)
    is_late = held.is_held(connection, delivery_id) or (published is not None and received_on <= published)
    return as_of if is_late else received_on


def _hold(connection: duckdb.DuckDBPyConnection, item: Incoming, delivery_id: str, problem: Held) -> Outcome:
    held.insert_held(connection, delivery_id, item.file_name, item.received_on, problem)
    message = f"{item.file_name}未能入库:{problem.reason}处理办法:{problem.remedy}"
    return Outcome(item.file_name, "held", message, delivery_id=delivery_id)


def _withdrawn(
    connection: duckdb.DuckDBPyConnection, home: Home, waiting: set[str], as_of: date
) -> Iterator[Outcome]:
    """Forget what was held by the day and did not come again, unless it was accepted once."""
    for delivery_id, file_name in held.held_by(connection, as_of):
        if delivery_id in waiting or archive.is_noted(home.archive, delivery_id):
            continue
        held.forget(connection, delivery_id)
        message = f"{file_name}的原待确认文件已不在收件文件夹,不再列出;原件仍在归档里,放回收件文件夹即重新处理。"
        yield Outcome(file_name, "withdrawn", message)
