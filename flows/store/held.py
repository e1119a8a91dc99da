"""Deliveries that wait for a person, among the `deliveries` of the warehouse."""

from datetime import date
from pathlib import Path

import duckdb

from flows.archive import content
from flows.store.warehouse import sql
from transforms.errors import Held


def is_held(connection: duckdb.DuckDBPyConnection, delivery_id: str) -> bool:
    """Whether these bytes are waiting for a person."""
    held = "SELECT count(*) FROM warehouse.deliveries WHERE delivery_id = ? AND state = 'held'"
    row = connection.execute(held, [delivery_id]).fetchone()
    return row is not None and row[0] > 0


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
