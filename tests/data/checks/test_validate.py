"""Great Expectations inside DuckDB: the same answers as the SQL alone, however many rows fail, and no file left open."""

import shutil
from pathlib import Path

import duckdb
import pytest
import sqlalchemy

from expectations.expectation import Expectation
from flows.checking import dialect
from flows.checking.validate import CheckResult, validate


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "candidate.duckdb"
    with duckdb.connect(str(file)) as connection:
        connection.execute("CREATE TABLE patents AS SELECT range AS n, '{' || range || ':x' AS label FROM range(3_000_000)")
    return file


def ask(file: Path, *statements: str, is_light: bool = False) -> list[CheckResult]:
    asked = [
        Expectation("patents", f"one{place}", "warning", "应成立", sql, is_light)
        for place, sql in enumerate(statements, start=1)
    ]
    return list(validate(file, asked).results)


@pytest.mark.parametrize("is_light", [False, True])
def test_results__by_number_of_failing_rows(file: Path, is_light: bool) -> None:
    none, two, many = ask(
        file,
        "SELECT 'x' AS message FROM main.patents WHERE n < 0",
        "SELECT concat('第', n, '件') AS message FROM main.patents WHERE n < 2 ORDER BY n",
        "SELECT label AS message FROM main.patents WHERE n >= 0",
        is_light=is_light,
    )
    assert (none.success, none.failing_rows, none.examples, none.message) == (True, 0, (), "应成立。")
    assert (two.success, two.failing_rows, two.examples) == (False, 2, ("第0件", "第1件"))
    assert (many.success, many.failing_rows, len(many.examples)) == (False, 3_000_000, 10)
    assert many.message == "应成立:3000000处不符。"
    assert two.severity == many.severity == "warning"


def test_braces_and_colons__reach_the_database_as_written(file: Path) -> None:
    (one,) = ask(
        file,
        r"SELECT concat('{时:刻} :n ', DATE '2013-01-02'::VARCHAR) AS message FROM main.patents "
        r"WHERE regexp_full_match(label, '\{\d{1}:x') AND n = 7",
    )
    assert one.examples == ("{时:刻} :n 2013-01-02",)


@pytest.mark.parametrize("is_light", [False, True])
def test_what_cannot_be_asked__is_critical_and_says_why(file: Path, is_light: bool) -> None:
    wrong, right, other = ask(
        file,
        "SELECT nothing AS message FROM main.patents",
        "SELECT 'x' AS message FROM main.patents WHERE n < 0",
        "SELECT label AS message FROM main.patents WHERE n < 11 -- a remark",
        is_light=is_light,
    )
    assert (other.failing_rows, len(other.examples)) == (11, 10)
    assert (wrong.success, wrong.severity, wrong.failing_rows) == (False, "critical", None)
    assert "nothing" in wrong.examples[0]
    assert right.success


def test_what_cannot_deal_with_a_value__names_its_file(file: Path) -> None:
    sql = "SELECT label AS message\nFROM main.patents\nWHERE CAST(label AS INTEGER) > 1"
    (one,) = validate(file, [Expectation("patents", "odd", "warning", "应成立", sql, file="odd.sql")]).results
    assert len(one.examples) == 1
    assert one.examples[0].startswith("odd.sql:无法执行:Conversion Error: Could not convert string '{")
    assert "\n" not in one.examples[0]


def test_conditions__are_counted_together_and_those_that_hold_tell_their_rows(file: Path) -> None:
    def of_each_row(name: str, condition: str) -> Expectation:
        sql = f"SELECT concat('第', n, '件') AS message FROM main.patents WHERE {condition}"
        return Expectation("patents", name, "critical", "应成立", sql, is_light=True, condition=condition)

    other = Expectation("patents", "other", "critical", "应成立", "SELECT 'x' AS message", is_light=True)
    never, null, once, at_times = validate(
        file, [of_each_row("never", "n < 0"), of_each_row("null", "NULL"), other, of_each_row("at_times", "n % 1000000 = 7")]
    ).results
    assert (never.failing_rows, null.failing_rows, once.failing_rows, at_times.failing_rows) == (0, 0, 1, 3)
    assert set(at_times.examples) == {"第7件", "第1000007件", "第2000007件"}


def test_conditions__of_a_table_without_rows_all_hold(file: Path) -> None:
    with duckdb.connect(str(file)) as connection:
        connection.execute("DELETE FROM patents")
    sql, condition = "SELECT 'x' AS message FROM main.patents WHERE n IS NULL", "n IS NULL"
    (one,) = validate(file, [Expectation("patents", "n", "critical", "应成立", sql, True, condition)]).results
    assert one.success


def test_file__can_be_written_afterwards_and_is_asked_anew(file: Path) -> None:
    count = "SELECT 'x' AS message FROM main.patents WHERE n = 5"
    assert ask(file, count)[0].failing_rows == 1
    with duckdb.connect(str(file)) as connection:
        connection.execute("INSERT INTO patents SELECT 5, 'again'")
    assert ask(file, count)[0].failing_rows == 2
    shutil.move(file, file.with_name("moved.duckdb"))


def test_dialect__refuses_to_carry_many_rows(file: Path) -> None:
    engine = sqlalchemy.create_engine(f"{dialect.NAME}:///{file}", connect_args={"read_only": True})
    with engine.connect() as connection:
        assert len(connection.execute(sqlalchemy.text("SELECT n FROM patents LIMIT 1000")).fetchall()) == 1000
        with pytest.raises(RuntimeError, match="count in SQL"):
            connection.execute(sqlalchemy.text("SELECT n FROM patents")).fetchall()


def test_light_ones__are_asked_in_one_query(file: Path) -> None:
    asked: list[str] = []

    def note(*said: object) -> None:
        asked.append(str(said[2]))

    none = [f"SELECT 'x' AS message FROM main.patents WHERE n = -{place}" for place in range(1, 6)]
    sqlalchemy.event.listen(sqlalchemy.engine.Engine, "before_cursor_execute", note)
    try:
        assert all(one.success for one in ask(file, *none, is_light=True))
    finally:
        sqlalchemy.event.remove(sqlalchemy.engine.Engine, "before_cursor_execute", note)
    assert [sum(sql in query for sql in none) for query in asked if "main.patents" in query] == [5]
