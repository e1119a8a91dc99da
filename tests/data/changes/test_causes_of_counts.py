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
# on the same day came grants of February 2013 and a list of firms, neither with a row that counts, and a published table
FEEDS = (
    ("grant", "2013-02", "新到文件:授权"), ("enterprise_list", None, "新到文件:名录"),
    ("published_figure", None, "新到文件:通报"),
)  # fmt: skip
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
        connection.execute("CREATE TEMP TABLE new_feeds (event VARCHAR, month VARCHAR, cause VARCHAR)")
        connection.executemany("INSERT INTO new_feeds VALUES (?, ?, ?)", FEEDS)
        connection.execute("ATTACH ':memory:' AS later")
        connection.execute("CREATE TABLE later.main.release_changes AS SELECT *, '' AS cause FROM lines")
        connection.execute("SET VARIABLE otherwise = '未查明'")
        yield connection


def told(connection: duckdb.DuckDBPyConnection, table: str, key: str, column: str) -> str:
    """The cause as `release_changes` has it."""
    causes_of(connection, table, key, column)
    connection.execute(sql("causes/release_changes"), {"most_causes": 5})
    asked = "SELECT cause FROM later.main.release_changes WHERE (table_name, key, column_name) = (?, ?, ?)"
    ((cause,),) = connection.execute(asked, [table, key, column]).fetchall()
    return str(cause)


def causes_of(connection: duckdb.DuckDBPyConnection, table: str, key: str, column: str) -> set[str]:
    connection.execute("INSERT INTO lines VALUES (?, ?, ?, '1', '2')", [table, key, column])
    connection.execute(sql("causes/asked"), {"targets": list(TARGETS), "events": list(TARGETS.values())})
    connection.execute(sql("causes/of_counts"))
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


def test_monthly_counts__a_column_has_the_causes_of_its_own_event(connection: duckdb.DuckDBPyConnection) -> None:
    cell = "2013-01|330482103|design|企业|receipt_records"
    connection.execute(
        "INSERT INTO changed_cells SELECT table_name, 'e4', 'grant', '2013-01', '330482103', patent_type, applicant_kind, basis"
        " FROM changed_cells WHERE key = 'e2'"
    )
    connection.execute("INSERT INTO causes VALUES ('patent_events', 'e4', 'e4', '戊')")
    assert told(connection, "monthly_counts", cell, "applications") == "乙"
    assert told(connection, "monthly_counts", cell, "grants") == "戊"


@pytest.mark.parametrize(
    ("key", "column", "expected"),
    [
        # nothing of February's firms changed: that they are known is the list's doing, not that of the grants
        ("2013-02|new_demonstration_enterprises|330482", "obs_status", "新到文件:名录"),
        ("2013-02|patent_grants|330482101", "obs_status", "新到文件:授权"),
        ("2013-03|patent_grants|330482101", "obs_status", "新到文件:授权"),
        ("2013-01|patent_grants|330482101", "obs_status", "未查明"),
        ("2014-02|patent_grants|330482101", "obs_status", "未查明"),
        # a year before that is now complete
        ("2014-02|patent_grants|330482101", "forecast_total", "新到文件:授权"),
        ("2013-03|patent_applications|330482101", "obs_status", "未查明"),
        ("2013-12|new_demonstration_enterprises|330482", "obs_status", "新到文件:名录"),
    ],
)
def test_scorecard__what_no_event_explains_is_told_by_the_feed_of_its_own_event(
    connection: duckdb.DuckDBPyConnection, key: str, column: str, expected: str
) -> None:
    connection.execute("DELETE FROM causes WHERE table_name = 'demonstration_enterprises'")
    assert told(connection, "scorecard", key, column) == expected


def test_reconciliation__of_a_table_that_is_new_is_told_by_it(connection: duckdb.DuckDBPyConnection) -> None:
    assert told(connection, "reconciliation", "2012-02|applications|330482", "ours") == "新到文件:通报"
