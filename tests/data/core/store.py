"""A small warehouse written by hand: deliveries and records as the take-in would leave them."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import duckdb

from flows.home import Home
from flows.store.order import first_order
from flows.store.warehouse import open_store

DAY = date(2013, 2, 15)
PLAIN: dict[str, Any] = {
    "sheet": "表", "patent_type": "utility_model", "first_applicant": "甲公司", "applicant_kind": "企业",
    "address": "平湖市新仓镇1号", "unit_code": "330482103", "unit_name": "新仓镇", "location_rule": "town_name",
    "location_confidence": "high", "in_territory": True, "basis": "receipt_records",
}  # fmt: skip


@contextmanager
def small_store(root: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with open_store(Home(root), "test") as connection:
        yield connection


def delivery(connection: duckdb.DuckDBPyConnection, sequence: int, month: str | None, known_on: date = DAY) -> None:
    connection.execute(
        "INSERT INTO warehouse.deliveries BY NAME SELECT ? AS delivery_id, ? AS sequence, ? AS file_name,"
        " 'accepted' AS state, ? AS feed_month, ? AS received_on, ? AS known_on",
        [f"d{sequence}", sequence, f"文件{sequence}.xlsx", month, known_on, known_on],
    )


def record(
    connection: duckdb.DuckDBPyConnection, sequence: int, row_number: int, known_on: date = DAY, **values: Any
) -> int:
    """One record with the plain values, `values` changed; returns its record_order."""
    order = first_order(known_on, sequence) + row_number
    row = {
        **PLAIN, "record_order": order, "sequence": sequence, "added_in": sequence, "known_on": known_on,
        "row_number": row_number, **values,
    }  # fmt: skip
    row.setdefault("patent_id", row.pop("application_number", None))
    names = ", ".join(f"? AS {name}" for name in row)
    connection.execute(f"INSERT INTO warehouse.records BY NAME SELECT {names}", list(row.values()))
    return order


def application(number: str, day: date, **values: Any) -> dict[str, Any]:
    """The columns of a record that reports an application."""
    return {
        "application_number": number, "accepted_on": day, "application_on": day,
        "application_month": f"{day:%Y-%m}", **values,
    }  # fmt: skip


def grant(number: str, day: date, **values: Any) -> dict[str, Any]:
    """The columns of a record that reports a grant."""
    return {"application_number": number, "grant_on": day, **values}
