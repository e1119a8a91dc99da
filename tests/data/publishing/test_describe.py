"""A candidate file speaks for itself, or is refused with every difference named."""

from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from expectations.contracts import Column, Contract, load_contracts
from flows.publishing.describe import create_table, describe
from transforms.errors import Refused

from .small_release import contracts_of

COUNT_OF_COMMENTS = """
SELECT count(*), count(comment) FROM duckdb_columns()
WHERE database_name = current_database() AND schema_name = 'main'
"""


def filled(*tables: str) -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect()
    for contract in contracts_of(*tables):
        create_table(connection, contract)
    return connection


def test_every_table_and_column_has_a_comment_and_a_chinese_view() -> None:
    contracts = load_contracts()
    with filled(*(contract.table for contract in contracts)) as connection:
        describe(connection, contracts)
        columns, commented = connection.execute(COUNT_OF_COMMENTS).fetchall()[0]
        assert columns == commented == 2 * sum(len(contract.columns) for contract in contracts)
        for contract in contracts:
            names = [row[0] for row in connection.execute(f'DESCRIBE main."{contract.label_zh}"').fetchall()]
            assert names == [column.label_zh for column in contract.columns]
        assert connection.execute("SELECT count(*) FROM duckdb_tables() WHERE comment IS NULL").fetchone() == (0,)
        assert connection.execute(
            "SELECT unit, label_zh FROM data_dictionary WHERE table_name = 'monthly_counts'"
            " AND column_name = 'applications'"
        ).fetchall() == [("件", "申请量")]
        dictionary = connection.execute("SELECT count(*) FROM data_dictionary").fetchone()
        assert dictionary == (sum(len(contract.columns) for contract in contracts),)


def test_view_has_the_rows_of_the_table_under_any_name_of_the_file(tmp_path: Path) -> None:
    contracts = contracts_of("releases")
    with duckdb.connect() as connection:
        connection.execute(f"ATTACH '{tmp_path / 'a.duckdb'}' AS candidate")
        connection.execute("USE candidate")
        create_table(connection, contracts[0])
        connection.execute("INSERT INTO releases VALUES ('2013-01.1', '2013-01', 1, '2013-02-15', '2013-02-15 09:30')")
        describe(connection, contracts)
        connection.execute("USE memory")
        connection.execute("DETACH candidate")
    with duckdb.connect(str(tmp_path / "a.duckdb"), read_only=True) as connection:
        assert connection.execute('SELECT "修订序号" FROM "发布版"').fetchall() == [(1,)]
    with duckdb.connect() as connection:
        connection.execute("CREATE TABLE releases AS SELECT 'wrong' AS release_id")
        connection.execute(f"ATTACH '{tmp_path / 'a.duckdb'}' AS other (READ_ONLY)")
        assert connection.execute('SELECT "发布版" FROM other."发布版"').fetchall() == [("2013-01.1",)]


def test_describing_twice_changes_nothing() -> None:
    contracts = contracts_of("releases", "data_dictionary")
    with filled("releases") as connection:
        describe(connection, contracts)
        first = connection.execute("FROM data_dictionary ORDER BY ALL").fetchall()
        describe(connection, contracts)
        assert connection.execute("FROM data_dictionary ORDER BY ALL").fetchall() == first != []


@pytest.mark.parametrize(
    ("statement", "named"),
    [
        ("DROP TABLE releases", "缺少表 releases"),
        ("CREATE TABLE scratch (x INTEGER)", "多出没有约定的表 scratch"),
        ("CREATE VIEW peek AS SELECT 1 AS x", "多出没有约定的视图 peek"),
        ("ALTER TABLE releases DROP COLUMN as_of", "releases 缺少列 as_of"),
        ("ALTER TABLE releases ADD COLUMN extra INTEGER", "releases 多出列 extra"),
        ("ALTER TABLE releases ALTER revision TYPE BIGINT", "releases 第3列应为 revision INTEGER,实为 revision BIGINT"),
        (
            "CREATE OR REPLACE TABLE releases AS SELECT month, release_id, revision, as_of, published_at FROM releases",
            "releases 第1列应为 release_id VARCHAR,实为 month VARCHAR",
        ),
    ],
)
def test_difference_is_named_and_nothing_is_written(statement: str, named: str) -> None:
    with filled("releases") as connection:
        connection.execute(statement)
        with pytest.raises(Refused, match=named):
            describe(connection, contracts_of("releases", "data_dictionary"))
        assert connection.execute(
            "SELECT count(*) FROM duckdb_tables() WHERE table_name = 'data_dictionary'"
        ).fetchone() == (0,)


def test_every_difference_is_named_at_once() -> None:
    with filled("releases", "checks") as connection:
        connection.execute("ALTER TABLE releases DROP COLUMN as_of")
        connection.execute("ALTER TABLE checks DROP COLUMN message")
        with pytest.raises(Refused, match=r"checks 缺少列 message.*releases 缺少列 as_of"):
            describe(connection, contracts_of("releases", "checks"))


def test_names_and_texts_are_quoted() -> None:
    column = Column('od"d;--', "VARCHAR", None, True, "引\"号'列", "it's; DROP TABLE x --", None, None, None, True)
    base = contracts_of("releases")[0]
    odd = Contract(**{**vars(replace(base)), "table": 'ta"ble', "label_zh": "视\"图'", "key": (column.name,),
                      "order": (column.name,), "columns": (column,), "description_zh": "it's"})  # fmt: skip
    with duckdb.connect() as connection:
        create_table(connection, odd)
        connection.execute('INSERT INTO "ta""ble" VALUES (\'x\')')
        describe(connection, [odd])
        assert connection.execute('SELECT "引""号\'列" FROM "视""图\'"').fetchall() == [("x",)]
        comments = connection.execute("SELECT comment FROM duckdb_columns() WHERE table_name = 'ta\"ble'").fetchall()
        assert comments == [("引\"号'列。it's; DROP TABLE x --",)]
