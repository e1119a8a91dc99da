"""Equal content gives equal hashes; any difference that matters gives another."""

import shutil
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from flows.publishing.content import content_hashes, hash_function
from flows.publishing.describe import create_table

from .small_release import contracts_of, make_candidate

ROWS = ["('2013-01', '330482001', '当湖街道', 'design', '企业', 'receipt_records', 5, 0, 0)",
        "('2013-01', '330482001', '当湖街道', 'design', '个人', 'receipt_records', 1, 0, 0)"]  # fmt: skip


def hash_of(rows: list[str], table: str = "monthly_counts") -> str:
    contracts = contracts_of(table)
    columns = ", ".join(f"{column.name} {column.type}" for column in contracts[0].columns)
    with duckdb.connect() as connection:
        connection.execute(f"CREATE TABLE {table} ({columns})")
        for row in rows:
            connection.execute(f"INSERT INTO {table} VALUES {row}")
        return content_hashes(connection, contracts)[table]


def test_order_of_rows_does_not_matter() -> None:
    assert hash_of(ROWS) == hash_of(ROWS[::-1])


@pytest.mark.parametrize(
    "rows",
    [[], ROWS[:1], [*ROWS, ROWS[0]], [ROWS[0], ROWS[0]], [ROWS[0].replace("5, 0, 0", "0, 5, 0"), ROWS[1]]],
    ids=["no rows", "one less", "one more", "one twice", "swapped columns"],
)
def test_other_content_hashes_differently(rows: list[str]) -> None:
    assert hash_of(rows) != hash_of(ROWS)


def test_pairs_of_equal_rows_do_not_cancel_out() -> None:
    assert hash_of([ROWS[0], ROWS[0]]) != hash_of([ROWS[1], ROWS[1]])


def test_empty_text_is_not_null() -> None:
    start = "('d', 'f', 's', 1, 'r', 'why', "
    assert hash_of([start + "'')"], "quarantine") != hash_of([start + "NULL)"], "quarantine")


def scorecard_hash(value: str, as_of: str) -> str:
    contract = contracts_of("scorecard")[0]
    given = {"value": value, "as_of": f"DATE '{as_of}'"}
    columns = ", ".join(f"{given.get(c.name, 'NULL')}::{c.type} AS {c.name}" for c in contract.columns)
    with duckdb.connect() as connection:
        connection.execute(f"CREATE TABLE scorecard AS SELECT {columns}")
        return content_hashes(connection, [contract])["scorecard"]


def test_later_as_of_alone_is_no_new_content() -> None:
    assert scorecard_hash("0.1", "2013-02-15") == scorecard_hash("0.1", "2013-03-15")
    assert scorecard_hash("0.1", "2013-02-15") != scorecard_hash("0.2", "2013-02-15")


def test_last_bits_of_a_sum_are_no_new_content() -> None:
    assert scorecard_hash("0.1::DOUBLE + 0.2::DOUBLE", "2013-02-15") == scorecard_hash("0.3", "2013-02-15")
    assert scorecard_hash("0.10000001", "2013-02-15") != scorecard_hash("0.1", "2013-02-15")


def test_tables_about_the_run_are_left_out() -> None:
    tables = ("deliveries", "checks", "alerts", "releases", "release_changes", "patents", "data_dictionary")
    contracts = contracts_of(*tables)
    with duckdb.connect() as connection:
        for contract in contracts:
            create_table(connection, contract)
        assert sorted(content_hashes(connection, contracts)) == ["data_dictionary", "patents"]


def test_same_in_another_process_and_a_copied_file(tmp_path: Path) -> None:
    original = make_candidate(tmp_path / "a.duckdb", 5)
    copy = Path(shutil.copyfile(original, tmp_path / "b.duckdb"))
    contracts = contracts_of("monthly_counts")
    with duckdb.connect(str(original), read_only=True) as connection:
        here = f"{content_hashes(connection, contracts)} {hash_function(connection)}"
    program = (
        "import duckdb, sys; from expectations.contracts import load_contracts;"
        "from flows.publishing.content import content_hashes, hash_function;"
        "c = duckdb.connect(sys.argv[1], read_only=True); c.execute('SET threads = 1');"
        "print(content_hashes(c, [t for t in load_contracts() if t.table == 'monthly_counts']), hash_function(c))"
    )
    there = subprocess.run([sys.executable, "-c", program, str(copy)], capture_output=True, text=True, check=True)
    assert there.stdout.strip() == here
