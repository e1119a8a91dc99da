"""Whether a file is taken in, was taken in before, or waits for a person; every file ends as a row of `deliveries`."""

import hashlib
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Literal

import duckdb

from flows import archive
from flows.again import too_late
from flows.collect import Incoming, read_sidecar
from flows.home import Home
from flows.reference import Reference
from flows.relation import check_relation, replaced_by
from flows.store import deliveries
from flows.take_in import Delivery, RowCounts, take_in_rows
from transforms.errors import Held
from transforms.intake import DeliveryPlan, plan_delivery


@dataclass(frozen=True)
class Outcome:
    """What became of one file; `message` is the sentence for people where it is held, or its sidecar came too late."""

    file_name: str
    state: Literal["accepted", "held", "seen"]
    message: str = ""
    counts: RowCounts = RowCounts()


def admit(
    connection: duckdb.DuckDBPyConnection, home: Home, item: Incoming, as_of: date, reference: Reference
) -> Outcome:
    """Archive a file and take it in, unless it was before; what cannot be taken in is held and says why."""
    if item.is_note and item.problem:
        return _hold(connection, item, _name_id(item), item.problem, as_of)
    try:
        delivery_id = archive.store_bytes(item.path, home.archive)
    except Held as problem:
        return _hold(connection, item, _name_id(item), problem, as_of)
    delivery_id = _own_identity(connection, home, item, delivery_id, reference)
    if earlier := deliveries.accepted(connection, delivery_id):
        deliveries.mark_seen(connection, delivery_id, as_of)
        return Outcome(item.file_name, "seen", too_late(item, archive.recall_one(home.archive, delivery_id), earlier))
    note = archive.Arrival(delivery_id, item.file_name, item.received_on, item.sidecar_name, item.sidecar_text)
    archive.remember(home.archive, note)
    try:
        if item.problem:
            raise item.problem
        plan = _plan(home, item, delivery_id, reference)
        known_on = _known_on(connection, delivery_id, item.received_on, as_of)
        return accept(connection, home, item, delivery_id, plan, known_on, None, reference)
    except Held as problem:
        return _hold(connection, item, delivery_id, problem, as_of)


def accept(
    connection: duckdb.DuckDBPyConnection,
    home: Home,
    item: Incoming,
    delivery_id: str,
    plan: DeliveryPlan,
    known_on: date,
    sequence: int | None,
    reference: Reference,
) -> Outcome:
    """Write a recognised delivery in one transaction and note it in the archive; raises Held and leaves nothing behind."""
    replaced = replaced_by(plan, known_on, partial(deliveries.standing_of_month, connection))
    sequence = sequence or deliveries.next_sequence(connection)
    path = archive.content(home.archive, delivery_id)
    delivery = Delivery(delivery_id, item.file_name, path, plan, item.received_on, known_on, sequence, sequence)
    connection.execute("BEGIN")
    try:
        counts = take_in_rows(connection, delivery, reference, home.work)
        deliveries.insert_accepted(connection, delivery, counts)
        deliveries.remove_deliveries(connection, replaced, delivery)
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    waiting = archive.recall_one(home.archive, delivery_id)
    archive.remember(home.archive, replace(waiting, known_on=known_on, sequence=sequence, profile=plan.profile.source))
    return Outcome(item.file_name, "accepted", "", counts)


def _own_identity(
    connection: duckdb.DuckDBPyConnection, home: Home, item: Incoming, delivery_id: str, reference: Reference
) -> str:
    """The delivery's id: that of its bytes, but another month's list without rows is none that came before."""
    earlier = deliveries.accepted(connection, delivery_id)
    if earlier is None or earlier.coverage != "month" or earlier.has_rows or item.problem:
        return delivery_id
    try:
        plan = _plan(home, item, delivery_id, reference)
    except Held:
        return delivery_id
    source, month = plan.profile.source, plan.feed_month
    if month is None or (source, month) == (earlier.source, earlier.month):
        return delivery_id
    return archive.store_for_month(home.archive, delivery_id, source, month)


def _plan(home: Home, item: Incoming, delivery_id: str, reference: Reference) -> DeliveryPlan:
    path = archive.content(home.archive, delivery_id)
    plan = plan_delivery(path, item.file_name, reference.profiles, reference.synonyms, read_sidecar(item), home.work)
    check_relation(plan)
    return plan


def _known_on(connection: duckdb.DuckDBPyConnection, delivery_id: str, received_on: date, as_of: date) -> date:
    """The day of acceptance: a file that waited, or that came before the last release looked, is known only now."""
    published = deliveries.last_as_of(connection)
    is_late = deliveries.is_held(connection, delivery_id) or (published is not None and received_on <= published)
    return as_of if is_late else received_on


def _hold(
    connection: duckdb.DuckDBPyConnection, item: Incoming, delivery_id: str, problem: Held, as_of: date
) -> Outcome:
    deliveries.insert_held(connection, delivery_id, item.file_name, item.received_on, problem, as_of)
    message = f"{item.file_name}未能入库:{problem.reason}处理办法:{problem.remedy}"
    return Outcome(item.file_name, "held", message)


def _name_id(item: Incoming) -> str:
    """A file without bytes that stay the same has no identity of its own yet: it goes by its name."""
    return hashlib.sha256(f"no bytes yet: {item.file_name}".encode()).hexdigest()
