"""The `deliveries` table of the warehouse: one row a file. Those that are held are written in held.py."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import duckdb

from flows.store.order import first_order
from flows.store.warehouse import sql

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


def next_sequence(connection: duckdb.DuckDBPyConnection) -> int:
    """The number of the next delivery or correction."""
    return int(_value(connection, sql("next_sequence")))


def last_as_of(connection: duckdb.DuckDBPyConnection) -> date | None:
    """The `as_of` of the latest release, if there is one."""
    value: date | None = _value(connection, "SELECT max(as_of) FROM warehouse.releases")
    return value


def last_known_on(connection: duckdb.DuckDBPyConnection) -> date | None:
    """The latest day on which a delivery was accepted, if there is one."""
    value: date | None = _value(connection, "SELECT max(known_on) FROM warehouse.deliveries WHERE state = 'accepted'")
    return value


def standing_of_month(connection: duckdb.DuckDBPyConnection, plan: "DeliveryPlan") -> list[tuple[int, str]]:
    """(sequence, file name) of the accepted deliveries of the plan's source, month and part that no other has replaced."""
    asked = {"source": plan.profile.source, "month": plan.feed_month, "part": plan.part}
    return connection.execute(sql("standing_of_month"), asked).fetchall()


def insert_accepted(connection: duckdb.DuckDBPyConnection, delivery: "Delivery", counts: "RowCounts") -> None:
    """Write the row of a delivery that was taken in."""
    plan, profile = delivery.plan, delivery.plan.profile
    totals = [sheet.stated_total for sheet in plan.sheets if sheet.stated_total is not None]
    connection.execute("DELETE FROM warehouse.deliveries WHERE delivery_id = ?", [delivery.delivery_id])
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
