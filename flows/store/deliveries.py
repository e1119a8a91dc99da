"""The `deliveries` table of the warehouse: one row a file, accepted or held."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb

from flows.archive import content
from flows.store.order import first_order
from flows.store.warehouse import sql
from transforms.errors import Held

if TYPE_CHECKING:
    from flows.take_in import Delivery, RowCounts
    from transforms.intake import DeliveryPlan


@dataclass(frozen=True)
class Accepted:
    """What a delivery was taken in as; has_rows is false for a list without rows of data."""

    source: str
    coverage: str
    month: str | None
    has_rows: bool

    @property
    def may_be_another_months(self) -> bool:
        """Whether the same bytes may come as another delivery: a month's list without rows says its month by its name."""
        return self.coverage == "month" and not self.has_rows


def accepted(connection: duckdb.DuckDBPyConnection) -> dict[str, Accepted]:
    """What each delivery that was taken in so far was taken in as, by its id."""
    rows = connection.execute(sql("accepted")).fetchall()
    return {delivery_id: Accepted(*said) for delivery_id, *said in rows}


def accepted_as(plan: "DeliveryPlan", counts: "RowCounts") -> Accepted:
    """The same of a delivery taken in just now."""
    return Accepted(
        plan.profile.source, plan.profile.coverage, plan.feed_month, counts.recorded + counts.quarantined > 0
    )


def is_held(connection: duckdb.DuckDBPyConnection, delivery_id: str) -> bool:
    """Whether these bytes are waiting for a person."""
    held = "SELECT count(*) FROM warehouse.deliveries WHERE delivery_id = ? AND state = 'held'"
    row = connection.execute(held, [delivery_id]).fetchone()
    return row is not None and row[0] > 0


def next_sequence(connection: duckdb.DuckDBPyConnection) -> int:
    """The number of the next delivery or correction."""
    return int(_value(connection, sql("next_sequence")))


def last_as_of(connection: duckdb.DuckDBPyConnection) -> date | None:
    """The `as_of` of the latest release, if there is one."""
    value: date | None = _value(connection, "SELECT max(as_of) FROM warehouse.releases")
    return value


def sequence_of(connection: duckdb.DuckDBPyConnection, delivery_id: str) -> int | None:
    """The place of an accepted delivery in the order of things."""
    rows = connection.execute(
        "SELECT sequence FROM warehouse.deliveries WHERE delivery_id = ? AND state = 'accepted'", [delivery_id]
    ).fetchall()
    return int(rows[0][0]) if rows else None


def standing_of_month(connection: duckdb.DuckDBPyConnection, plan: "DeliveryPlan") -> list[tuple[int, str]]:
    """(sequence, file name) of the accepted deliveries of the plan's source, month and part that no other has replaced."""
    asked = {"source": plan.profile.source, "month": plan.feed_month, "part": plan.part}
    return connection.execute(sql("standing_of_month"), asked).fetchall()


def insert_accepted(connection: duckdb.DuckDBPyConnection, delivery: "Delivery", counts: "RowCounts") -> None:
    """Write the row of a delivery that was taken in."""
    plan, profile = delivery.plan, delivery.plan.profile
    totals = [sheet.stated_total for sheet in plan.sheets if sheet.stated_total is not None]
    forget(connection, delivery.delivery_id)
    connection.execute(
        sql("insert_delivery"),
        {
            "delivery_id": delivery.delivery_id,
            "sequence": delivery.sequence,
            "file_name": delivery.file_name,
            "source": profile.source,
            "basis": profile.basis,
            "coverage": profile.coverage,
            "table_name": profile.table,
            "events": list(profile.events),
            "attributed_to": profile.attributed_to,
            "feed_month": plan.feed_month,
            "part": plan.part,
            "relation": plan.relation,
            "sheets": "; ".join(sheet.sheet for sheet in plan.sheets),
            "received_on": delivery.received_on,
            "known_on": delivery.known_on,
            "rows_read": counts.read,
            "rows_recorded": counts.recorded,
            "rows_quarantined": counts.quarantined,
            "rows_out_of_scope": counts.out_of_scope,
            "stated_total": sum(totals) if totals else None,
            "unknown_headers": "; ".join(sorted({name for sheet in plan.sheets for name in sheet.unknown_headers})) or None,
        },
    )


def insert_held(
    connection: duckdb.DuckDBPyConnection, delivery_id: str, file_name: str, received_on: date, problem: Held
) -> None:
    """Write (anew) the row of a delivery that waits for a person."""
    forget(connection, delivery_id)
    connection.execute(
        sql("insert_held_delivery"),
        {
            "delivery_id": delivery_id,
            "file_name": file_name,
            "reason": problem.reason,
            "remedy": problem.remedy,
            "received_on": received_on,
        },
    )


def forget_unnamed(connection: duckdb.DuckDBPyConnection, archive: Path) -> None:
    """Drop held rows of files without archived bytes (empty, still being written): each run looks at them again."""
    held = connection.execute("SELECT delivery_id FROM warehouse.deliveries WHERE state = 'held'").fetchall()
    for (delivery_id,) in held:
        if not content(archive, delivery_id).exists():
            forget(connection, delivery_id)


def held_by(connection: duckdb.DuckDBPyConnection, day: date) -> list[tuple[str, str]]:
    """(id, file name) of the deliveries received by the day that wait for a person."""
    return connection.execute(
        "SELECT delivery_id, file_name FROM warehouse.deliveries WHERE state = 'held' AND received_on <= ? ORDER BY ALL", [day]
    ).fetchall()


def forget(connection: duckdb.DuckDBPyConnection, delivery_id: str) -> None:
    """Drop the row of a delivery; none of its rows is in the store."""
    connection.execute("DELETE FROM warehouse.deliveries WHERE delivery_id = ?", [delivery_id])


def remove_deliveries(connection: duckdb.DuckDBPyConnection, replaced: list[int], by: "Delivery") -> None:
    """Rows of replaced deliveries stop counting from the day the new one is known."""
    for sequence in replaced:
        connection.execute(
            "INSERT INTO warehouse.removals VALUES (?, NULL, ?, ?, ?, 'replacement')",
            [sequence, by.known_on, first_order(by.known_on, by.added_in), by.sequence],
        )


def _value(connection: duckdb.DuckDBPyConnection, query: str) -> Any:
    row = connection.execute(query).fetchone()
    return row[0] if row else None
