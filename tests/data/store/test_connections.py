"""Engines that serve again: nothing of one use is seen by the next, no file stays open, a fork hangs on none."""

import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from flows.store import connections
from flows.store.connections import connect

ROOT = Path(__file__).parents[3]
FORKED = """
import os, sys
from pathlib import Path
from flows.store.connections import connect
def counted():
    with connect(Path(sys.argv[1])) as connection:
        return connection.execute("SELECT count(*) FROM range(3_000_000) WHERE hash(range) % 3 = 0").fetchone()
here = counted()
child = os.fork()
if child == 0:
    os._exit(0 if counted() == here else 1)
sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
"""


def databases(connection: duckdb.DuckDBPyConnection) -> set[str]:
    return {name for (name,) in connection.execute("SELECT database_name FROM duckdb_databases()").fetchall()}


def test_next_use__finds_nothing_of_the_one_before(tmp_path: Path) -> None:
    file = tmp_path / "some.duckdb"
    with connect(tmp_path) as connection:
        fresh = databases(connection)
        connection.execute("CREATE TABLE own AS SELECT 1 AS n")
        connection.execute("CREATE TEMP TABLE passing AS SELECT 1 AS n")
        connection.execute("SET VARIABLE month = '2013-01'")
        connection.execute("SET preserve_insertion_order = true")
        connection.execute(f"ATTACH '{file}' AS attached")
        connection.execute("CREATE TABLE attached.kept AS SELECT 7 AS n")
    assert [place for place, _ in connections._idle].count(tmp_path) == 1
    assert not file.with_name("some.duckdb.wal").exists()
    with connect(tmp_path) as connection:
        assert tmp_path not in [place for place, _ in connections._idle], "the same engine"
        assert databases(connection) == fresh
        for table in ("own", "passing"):
            with pytest.raises(duckdb.CatalogException):
                connection.execute(f"FROM {table}")
        said = connection.execute("SELECT getvariable('month'), current_setting('preserve_insertion_order')").fetchall()
        assert said == [(None, False)]
    with duckdb.connect(str(file)) as connection:
        assert connection.execute("FROM kept").fetchall() == [(7,)]


def test_two_at_once__have_an_engine_each(tmp_path: Path) -> None:
    with connect(tmp_path) as one, connect(tmp_path) as other:
        one.execute("CREATE TABLE own AS SELECT 1 AS n")
        with pytest.raises(duckdb.CatalogException):
            other.execute("FROM own")


def test_engine_of_a_failed_use__is_given_up_and_its_change_undone(tmp_path: Path) -> None:
    file = tmp_path / "some.duckdb"
    with pytest.raises(ZeroDivisionError), connect(tmp_path) as connection:
        connection.execute(f"ATTACH '{file}' AS attached")
        connection.execute("CREATE TABLE attached.kept AS SELECT 7 AS n")
        connection.execute("BEGIN")
        connection.execute("INSERT INTO attached.kept VALUES (8)")
        raise ZeroDivisionError
    assert tmp_path not in [place for place, _ in connections._idle]
    with connect(tmp_path) as connection:
        connection.execute(f"ATTACH '{file}' AS attached")
        assert connection.execute("FROM attached.kept").fetchall() == [(7,)]


def test_few_engines__are_kept(tmp_path: Path) -> None:
    for place in range(5):
        with connect(tmp_path / str(place)) as connection:
            connection.execute("SELECT 1")
    assert [place.name for place, _ in connections._idle] == ["3", "4"]


def test_forked_process__has_engines_of_its_own(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", FORKED, str(tmp_path)], cwd=ROOT, timeout=60, check=False)
    assert done.returncode == 0
