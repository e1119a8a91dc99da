"""Whether a file is taken in, was taken in before, or waits for a person; every file ends as a row of `deliveries`."""

import hashlib
from collections.abc import Callable
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
from flows.store import deliveries
from flows.take_in import Delivery, RowCounts, take_in_rows
from transforms.errors import DataError, Held
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
    try:
        sidecar = read_sidecar(item)
        path = archive.content(home.archive, delivery_id)
        plan = plan_delivery(path, item.file_name, reference.profiles, reference.synonyms, sidecar, home.work)
        check_relation(plan)
        return plan
    except DataError as error:
        raise Held(f"旁注文件有误:{error}。", "请改正旁注文件后再次运行。") from error


def _known_on(connection: duckdb.DuckDBPyConnection, delivery_id: str, received_on: date, as_of: date) -> date:
    """The day of acceptance: a file that waited, or that came before the last release looked, is known only now."""
    published = deliveries.last_as_of(connection)
    is_late = deliveries.is_held(connection, delivery_id) or (published is not None and received_on <= published)
    return as_of if is_late else received_on


def check_relation(plan: DeliveryPlan) -> None:
    """Raise Held for a file that is to replace others, of a source whose files never stand for a whole month."""
    if plan.relation == "replaces" and plan.profile.coverage != "month":
        raise Held(
            f"旁注写了 relation: replaces,但{plan.profile.label_zh}不是按月整份报送的,没有可以整份替换的文件。",
            "请从旁注文件里删去 relation 后再次运行(已入库的行不会重复计);要改正已入库的行,请在 data/corrections 写更正。",
        )


def replaced_by(
    plan: DeliveryPlan, known_on: date, standing_of_month: Callable[[DeliveryPlan], list[tuple[int, str]]]
) -> list[int]:
    """The deliveries this one replaces; raises Held for a second file of a month without `relation` (DECISIONS 5).

    `standing_of_month(plan)` gives number and file name of those of its source, month and part that stand.
    """
    profile, month = plan.profile, plan.feed_month
    if profile.coverage != "month":
        return []
    if month is None:
        raise Held(
            "看不出文件属于哪个月份(标题和文件名里都没有年月)。",
            f"请在文件旁放一个同名的旁注文件,写明 month,例如 month: {known_on:%Y-%m}。",
        )
    if month > f"{known_on:%Y-%m}":
        raise Held(f"文件属于 {month},晚于收到日期 {known_on}。", "请核对文件的月份,或在旁注文件里写明正确的 month。")
    standing = standing_of_month(plan)
    if not standing and plan.relation == "replaces":
        raise Held(
            f"旁注说要替换 {month} 的{profile.label_zh},但还没有收到过这个月的文件。", "请先放入原文件,或删去 relation。"
        )
    if not standing or plan.relation == "adds":
        return []
    if plan.relation == "replaces":
        return [sequence for sequence, _ in standing]
    names = "、".join(name for _, name in standing)
    raise Held(
        f"{month} 的{profile.label_zh}已经收到过({names}),这是内容不同的又一个文件。",
        "如果用它替换原文件,请在旁注文件里写 relation: replaces;如果是补充,请写 relation: adds。",
    )


def _hold(
    connection: duckdb.DuckDBPyConnection, item: Incoming, delivery_id: str, problem: Held, as_of: date
) -> Outcome:
    deliveries.insert_held(connection, delivery_id, item.file_name, item.received_on, problem, as_of)
    message = f"{item.file_name}未能入库:{problem.reason}处理办法:{problem.remedy}"
    return Outcome(item.file_name, "held", message)


def _name_id(item: Incoming) -> str:
    """A file without bytes that stay the same has no identity of its own yet: it goes by its name."""
    return hashlib.sha256(f"no bytes yet: {item.file_name}".encode()).hexdigest()
