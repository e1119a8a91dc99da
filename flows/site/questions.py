"""What the site asks of a release's tables: one query a file under `queries/`."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import duckdb

from flows.publishing.freeze import DATABASE
from flows.store.connections import MEMORY_LIMIT
from transforms.bulletin.words import add_words

_QUERIES = Path(__file__).parent / "queries"


@contextmanager
def open_release(folder: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A release's tables, read-only, with Chinese words for their codes."""
    with duckdb.connect(str(folder / DATABASE), read_only=True, config={"memory_limit": MEMORY_LIMIT}) as connection:
        add_words(connection)
        yield connection


def ask(connection: duckdb.DuckDBPyConnection, query: str, **parameters: Any) -> list[dict[str, Any]]:
    """The rows of `queries/<query>.sql` by column name."""
    names, rows = ask_table(connection, query, **parameters)
    return [dict(zip(names, row, strict=True)) for row in rows]


def ask_table(
    connection: duckdb.DuckDBPyConnection, query: str, **parameters: Any
) -> tuple[list[str], list[tuple[Any, ...]]]:
    """Column names and rows of `queries/<query>.sql`."""
    found = connection.execute(_query(query), parameters or None)
    return [column[0] for column in found.description or ()], found.fetchall()


@cache
def _query(name: str) -> str:
    return (_QUERIES / f"{name}.sql").read_text(encoding="utf-8")
