"""The scorecard on the command line and on Prefect's page: in words, in the plan's order, rounded to the true side."""

from pathlib import Path

import duckdb
import pytest

from transforms.bulletin.status import STATUS
from transforms.bulletin.words import add_words

FLOWS = Path(__file__).parents[3] / "flows"
LINES, TABLE = FLOWS / "commands" / "scorecard.sql", FLOWS / "serving" / "scorecard_table.sql"


@pytest.fixture
def connection() -> duckdb.DuckDBPyConnection:
    """229 of 2291 are 9.996 %; 2299 of 2300 are 99.96 %; no grant feed."""
    connection = duckdb.connect()
    add_words(connection)
    connection.execute(
        "CREATE TABLE scorecard (month VARCHAR, unit_code VARCHAR, target_id VARCHAR, target_sentence VARCHAR, value DOUBLE, "
        "numerator BIGINT, denominator BIGINT, target_value DOUBLE, completion DOUBLE, time_progress DOUBLE, "
        "seasonal_progress DOUBLE, shortfall DOUBLE, status VARCHAR, obs_status VARCHAR)"
    )
    for row in (
        ("invention_share", "其中发明占10%以上", 229 / 2291, 229, 2291, 0.1, None, 1, "below"),
        ("patent_applications", "专利申请量达到2300件以上", 2299, 2299, None, 2300, 2299 / 2300, 1, "on_pace"),
        ("patent_grants", "授权专利1600件以上", None, None, None, 1600, None, None, "no_data"),
    ):
        connection.execute(
            "INSERT INTO scorecard VALUES ('2013-09', '330482', ?, ?, ?, ?, ?, ?, ?, 0.75, NULL, ?, ?, 'provisional')", row
        )
    return connection


def rows(connection: duckdb.DuckDBPyConnection, file: Path) -> list[tuple[str, ...]]:
    return connection.execute(file.read_text(encoding="utf-8"), {"month": "2013-09"}).fetchall()


def test_lines__rounded_to_the_true_side(connection: duckdb.DuckDBPyConnection) -> None:
    assert [line for (line,) in rows(connection, LINES)] == [
        "专利申请量 2299,目标 2300,完成 99.9%,序时进度 75.0%,进度正常",
        "发明专利申请占比 9.99%(229/2291件),目标 10%,序时进度 75.0%,低于目标",
        "专利授权量 数据未到,目标 1600,序时进度 75.0%,暂不判断",
    ]


def test_table__in_words_and_in_order(connection: duckdb.DuckDBPyConnection) -> None:
    assert rows(connection, TABLE) == [
        ("专利申请量", "专利申请量达到2300件以上", "2299", "99.9%", "75.0%", "1", "进度正常"),
        ("发明专利申请占比", "其中发明占10%以上", "229/2291", "—", "75.0%", "1", "低于目标"),
        ("专利授权量", "授权专利1600件以上", "数据未到", "—", "75.0%", "—", "暂不判断"),
    ]


def test_zero_applications__no_share(connection: duckdb.DuckDBPyConnection) -> None:
    connection.execute("UPDATE scorecard SET value = NULL, numerator = 0, denominator = 0 WHERE target_id = 'invention_share'")
    assert rows(connection, LINES)[1][0].startswith("发明专利申请占比 无申请,占比不计,目标 10%")
    assert rows(connection, TABLE)[1][2] == "无申请,占比不计"


def test_status__words_of_the_bulletin(connection: duckdb.DuckDBPyConnection) -> None:
    for status, (word, _) in STATUS.items():
        connection.execute("UPDATE scorecard SET status = ?", [status])
        assert {row[-1] for row in rows(connection, TABLE)} == {word}
