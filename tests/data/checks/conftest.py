"""A good candidate, made once, and a connection on which each test breaks it and puts it right again."""

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from expectations.expectation import Expectation
from flows.checking.queries import failing_places
from flows.home import data_folder
from flows.reference import load_reference
from tests.data.checks.breaking import make_tables
from tests.data.checks.small_office import good_candidate


@pytest.fixture(scope="session")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return good_candidate(tmp_path_factory.mktemp("good") / "home")


@pytest.fixture(scope="session")
def asked() -> dict[str, Expectation]:
    return {f"{one.suite}.{one.name}": one for one in load_reference(data_folder()).expectations}


@pytest.fixture(scope="session")
def opened(good: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(str(good)) as connection:
        make_tables(connection)
        yield connection


@pytest.fixture
def candidate(opened: duckdb.DuckDBPyConnection) -> Iterator[duckdb.DuckDBPyConnection]:
    opened.execute("BEGIN")
    yield opened
    opened.execute("ROLLBACK")


def failing(connection: duckdb.DuckDBPyConnection, expectation: Expectation) -> list[str]:
    """Messages of the failing rows; the query that asks several together must find the same."""
    messages = [str(row[0]) for row in connection.execute(f"SELECT message FROM ({expectation.sql}\n)").fetchall()]
    assert connection.execute(failing_places([expectation])).fetchall() == ([(0,)] if messages else []), expectation.name
    return messages
