"""Releases of a small county made by hand: two towns, a feed a month, figures that can be added up in the head."""

from datetime import date
from typing import Any

import duckdb

from expectations.contracts import load_contracts
from flows.home import CHECKOUT
from flows.publishing.describe import create_table
from tests.month_bases import let_bases_follow
from transforms.bulletin.content import build_bulletin
from transforms.bulletin.imprint import parse_imprint
from transforms.bulletin.model import Bulletin, Paragraph, Section, Table
from transforms.bulletin.source import Given, Unit
from transforms.bulletin.texts import cell_text

CITY = "330482"
EAST, WEST, UNASSIGNED = "330482101", "330482102", "330482000"
UNITS = (Unit(EAST, "东镇"), Unit(WEST, "西区(西街道)"), Unit(UNASSIGNED, "未归属"))
IMPRINT = parse_imprint((CHECKOUT / "data/bulletin/bulletin.yml").read_text(encoding="utf-8"), "bulletin.yml")
FILLERS: dict[str, Any] = {
    "VARCHAR": "", "BIGINT": 1, "INTEGER": 1, "DOUBLE": 0.0, "BOOLEAN": False, "DATE": date(2013, 4, 15),
}  # fmt: skip


def new_release() -> duckdb.DuckDBPyConnection:
    """All published tables, empty."""
    connection = duckdb.connect(config={"threads": 1})
    for contract in load_contracts():
        create_table(connection, contract)
    let_bases_follow(connection)
    return connection


def insert(connection: duckdb.DuckDBPyConnection, table: str, **values: Any) -> None:
    """One row; what is not named stays NULL, or has a filler where its contract wants something."""
    required = connection.execute(
        "SELECT column_name, data_type FROM duckdb_columns() WHERE table_name = ? AND NOT is_nullable", [table]
    ).fetchall()
    given = {name: FILLERS[data_type] for name, data_type in required} | values
    names, marks = ", ".join(given), ", ".join("?" * len(given))
    connection.execute(f"INSERT INTO main.{table} ({names}) VALUES ({marks})", list(given.values()))


def feed(connection: duckdb.DuckDBPyConnection, event: str, *months: str) -> None:
    """The month's feed of an event was accepted."""
    for month in months:
        insert(
            connection, "deliveries", delivery_id=f"{event}{month}", file_name=f"{event}{month}.csv", state="accepted",
            basis="receipt_records", coverage="month", events=event, month=month, received_on=date(2013, 1, 1),
            rows_read=10, rows_accepted=7, rows_repeated=1, rows_quarantined=2, rows_out_of_scope=0,
        )  # fmt: skip


def count(
    connection: duckdb.DuckDBPyConnection, month: str, unit: str, patent_type: str = "utility_model", kind: str = "企业",
    basis: str = "receipt_records", **counts: int,
) -> None:  # fmt: skip
    """One leaf row of monthly_counts."""
    insert(
        connection, "monthly_counts", month=month, unit_code=unit, unit_name=unit, patent_type=patent_type,
        applicant_kind=kind, basis=basis, **{"applications": 0, "publications": 0, "grants": 0, **counts},
    )  # fmt: skip


def score(connection: duckdb.DuckDBPyConnection, month: str, target_id: str, target: float, **values: Any) -> None:
    """One line of the scorecard; the city's, provisional and on pace unless told otherwise."""
    usual: dict[str, Any] = {
        "indicator": target_id, "unit_code": CITY, "time_progress": int(month[5:]) / 12, "status": "on_pace",
        "obs_status": "provisional", "basis": "receipt_records", "counting_rule": "received",
        "as_of": date(2013, 4, 15), "forecast_note": "历史年份不足", "readings_disagree": False,
    }  # fmt: skip
    insert(connection, "scorecard", month=month, target_id=target_id, target_value=target, **{**usual, **values})


def event(connection: duckdb.DuckDBPyConnection, patent_id: str, name: str, month: str, **values: Any) -> None:
    """One event in territory on the feed's basis; `name` is application, publication or grant."""
    usual: dict[str, Any] = {
        "event": name, "event_on": date.fromisoformat(f"{month}-10"), "counting_month": month, "reported_month": month,
        "basis": "receipt_records", "patent_type": "utility_model", "applicant_kind": "企业", "unit_code": EAST,
        "unit_name": "东镇", "in_territory": True,
    }  # fmt: skip
    insert(connection, "patent_events", patent_id=patent_id, **{**usual, **values})


def bulletin_of(connection: duckdb.DuckDBPyConnection, month: str, **values: Any) -> Bulletin:
    """The complete bulletin of a month."""
    usual: dict[str, Any] = {"release_id": f"{month}.1", "as_of": date(2013, 4, 15)}
    return build_bulletin(
        connection, Given(month=month, city_code=CITY, units=UNITS, imprint=IMPRINT, **{**usual, **values})
    )


def section(bulletin: Bulletin, key: str) -> Section:
    return next(one for one in bulletin.sections if one.key == key)


def sentences(bulletin: Bulletin, key: str) -> str:
    """The paragraphs of a section, one a line."""
    return "\n".join(part.text for part in section(bulletin, key).parts if isinstance(part, Paragraph))


def table(bulletin: Bulletin, key: str) -> Table:
    parts = [part for one in bulletin.sections for part in one.parts]
    return next(part for part in parts if isinstance(part, Table) and part.key == key)


def printed(made: Table) -> list[list[str]]:
    """Every cell as people read it."""
    return [[cell_text(made, number, column) for column in made.columns] for number in range(len(made.rows))]


def column(made: Table, name: str) -> list[str]:
    """One column as people read it."""
    at = [one.name for one in made.columns].index(name)
    return [row[at] for row in printed(made)]
