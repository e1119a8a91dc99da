"""Which events explain a changed count or standing, on tables filled by hand."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest

from flows.changes.compare import sql
from flows.store.connections import connect

TARGETS = {
    "patent_applications": "application", "patent_grants": "grant", "new_demonstration_enterprises": "enterprise_list",
}  # fmt: skip
# two late applications, of 2012 and of January 2013 in 新仓镇, and a late grant of 2013
CELLS = (
    ("patent_events", "e1", "application", "2012-03", "330482103", "design", "企业", "receipt_records"),
    ("patent_events", "e2", "application", "2013-01", "330482103", "design", "企业", "receipt_records"),
    ("patent_events", "e3", "grant", "2013-02", "330482001", "design", "企业", "receipt_records"),
)
CAUSES = (
    ("patent_events", "e1", "甲"), ("patent_events", "e2", "乙"), ("patent_events", "e3", "丙"),
    ("demonstration_enterprises", "f1", "丁"),
)  # fmt: skip


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with connect(tmp_path) as connection:
        connection.execute(sql("tables"))
        connection.execute("CREATE TEMP TABLE causes (table_name VARCHAR, key VARCHAR, listed_under VARCHAR, cause VARCHAR)")
        connection.execute("CREATE TEMP TABLE new_deliveries AS SELECT 'official_aggregate' AS basis, '新到文件:通报' AS cause")
        connection.executemany("INSERT INTO changed_cells VALUES (?, ?, ?, ?, ?, ?, ?, ?)", CELLS)
        connection.executemany("INSERT INTO causes VALUES ($1, $2, $2, $3)", CAUSES)
        yield connection


def causes_of(connection: duckdb.DuckDBPyConnection, table: str, key: str, column: str) -> set[str]:
    connection.execute("INSERT INTO lines VALUES (?, ?, ?, '1', '2')", [table, key, column])
    connection.execute(sql("causes/of_counts"), {"targets": list(TARGETS), "events": list(TARGETS.values())})
    asked = "SELECT cause FROM line_causes WHERE (table_name, key, column_name) = (?, ?, ?)"
    rows: list[tuple[Any, ...]] = connection.execute(asked, [table, key, column]).fetchall()
    return {cause for (cause,) in rows}


@pytest.mark.parametrize(
    ("key", "column", "expected"),
    [
        ("2013-01|patent_applications|330482", "value", {"乙"}),
        ("2012-04|patent_applications|330482", "value", {"甲"}),
        ("2012-02|patent_applications|330482", "value", set()),
        # what is compared with earlier years changes with them
        ("2013-01|patent_applications|330482", "forecast_total", {"甲", "乙"}),
        ("2013-12|patent_grants|330482", "value", {"丙"}),
        ("2013-01|patent_grants|330482", "value", set()),
        ("2013-06|patent_applications|330482103", "value", {"乙"}),
        ("2013-06|patent_applications|330482001", "value", set()),
        ("2013-06|new_demonstration_enterprises|330482", "value", {"丁"}),
        ("2013-01|patent_applications|330482", "official_value", {"乙", "新到文件:通报"}),
    ],
)
def test_scorecard__rests_on_the_events_of_its_target_unit_and_year(
    connection: duckdb.DuckDBPyConnection, key: str, column: str, expected: set[str]
) -> None:
    assert causes_of(connection, "scorecard", key, column) == expected


def test_reconciliation__rests_on_its_measure(connection: duckdb.DuckDBPyConnection) -> None:
    assert causes_of(connection, "reconciliation", "2013-02|grants|330482", "ours") == {"丙"}


def test_monthly_counts__a_cell_has_the_causes_of_its_events(connection: duckdb.DuckDBPyConnection) -> None:
    causes_of(connection, "monthly_counts", "2013-01|330482103|design|企业|receipt_records", "applications")
    told = connection.execute("SELECT key, cause FROM causes WHERE table_name = 'monthly_counts' ORDER BY key").fetchall()
    assert told == [
        ("2012-03|330482103|design|企业|receipt_records", "甲"),
        ("2013-01|330482103|design|企业|receipt_records", "乙"),
        ("2013-02|330482001|design|企业|receipt_records", "丙"),
    ]


def test_monthly_counts__a_column_has_the_causes_of_its_own_event(connection: duckdb.DuckDBPyConnection) -> None:
    cell = "2013-01|330482103|design|企业|receipt_records"
    connection.execute(
        "INSERT INTO changed_cells SELECT table_name, 'e4', 'grant', '2013-01', '330482103', patent_type, applicant_kind, basis"
        " FROM changed_cells WHERE key = 'e2'"
    )
    connection.execute("INSERT INTO causes VALUES ('patent_events', 'e4', 'e4', '戊')")
    assert causes_of(connection, "monthly_counts", cell, "applications") == {"乙"}
    assert causes_of(connection, "monthly_counts", cell, "grants") == {"戊"}
