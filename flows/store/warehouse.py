"""Opening the writer's store: one DuckDB connection with the catalogs `warehouse` and `derived` (see the .sql beside)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import duckdb

from flows.home import Home
from flows.store.connections import connect
from transforms.errors import Refused

SCHEMA_VERSION = 5
# Text is compressed in half the time of the oldest format, which is DuckDB's default; readers need DuckDB 1.3.
_STORAGE_VERSION = "v1.3.0"
_FOLDER = Path(__file__).parent


class Outdated(Exception):
    """The warehouse was made by older code or other reference data: it is made anew from the archive."""


@cache
def sql(name: str) -> str:
    """The text of a .sql file of this folder."""
    return (_FOLDER / f"{name}.sql").read_text(encoding="utf-8")


@contextmanager
def open_store(home: Home, derivation_key: str) -> Iterator[duckdb.DuckDBPyConnection]:
    """Attach both files, creating what is missing; `derived` is the connection's own database.

    Raises Outdated when the warehouse must be rebuilt, Refused when it is damaged or newer than this program.
    """
    home.warehouse.mkdir(parents=True, exist_ok=True)
    home.work.mkdir(exist_ok=True)
    is_new = not home.records_file.exists()
    with connect(home.work) as connection:
        _attach(connection, home.records_file, "warehouse")
        if is_new:
            connection.execute("BEGIN")
            connection.execute(sql("warehouse"))
            connection.execute("INSERT INTO warehouse.meta VALUES (?, ?)", [SCHEMA_VERSION, derivation_key])
            connection.execute("COMMIT")
        _check_version(connection, home, derivation_key)
        _attach_derived(connection, home)
        connection.execute("USE derived")
        yield connection


def finish_rebuild(connection: duckdb.DuckDBPyConnection, derivation_key: str) -> None:
    """Take the mark of an unfinished rebuild away: from now on the store is what its key says."""
    connection.execute("UPDATE warehouse.meta SET derivation_key = ?", [derivation_key])


def attach_read_only(connection: duckdb.DuckDBPyConnection, file: Path, catalog: str) -> None:
    """Attach a file that is only read under a catalog name of ours."""
    connection.execute(f"ATTACH '{_quoted(file)}' AS {catalog} (READ_ONLY)")


@contextmanager
def open_read_only(work: Path, file: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A file of tables as the connection's own database, which is only read."""
    with connect(work) as connection:
        attach_read_only(connection, file, "opened")
        connection.execute("USE opened")
        yield connection


def _attach(connection: duckdb.DuckDBPyConnection, file: Path, catalog: str) -> None:
    try:
        connection.execute(f"ATTACH '{_quoted(file)}' AS {catalog} (STORAGE_VERSION '{_STORAGE_VERSION}')")
    except duckdb.Error as error:
        first_line = str(error).splitlines()[0]
        raise Refused(
            f"仓库文件打不开:{file}({first_line})。文件可能已损坏;"
            "原始文件都在归档里,运行 ipstats rebuild 即可重建,已发布的各版不受影响。"
        ) from error


def _attach_derived(connection: duckdb.DuckDBPyConnection, home: Home) -> None:
    """`derived` holds nothing of its own: a damaged or half-made one is thrown away and derived again."""
    try:
        _attach(connection, home.current_file, "derived")
        connection.execute("SELECT count(*) FROM derived.internal.progress")
    except (Refused, duckdb.CatalogException):
        connection.execute("DETACH DATABASE IF EXISTS derived")
        for file in (home.current_file, Path(f"{home.current_file}.wal")):
            file.unlink(missing_ok=True)
        _attach(connection, home.current_file, "derived")
        connection.execute("USE derived")
        connection.execute("BEGIN")
        connection.execute(sql("derived"))
        connection.execute("COMMIT")


def _check_version(connection: duckdb.DuckDBPyConnection, home: Home, derivation_key: str) -> None:
    try:
        row = connection.execute("SELECT schema_version, derivation_key FROM warehouse.meta").fetchone()
    except duckdb.CatalogException as error:
        raise Outdated from error
    if row is None or row[0] < SCHEMA_VERSION or (row[0] == SCHEMA_VERSION and row[1] != derivation_key):
        raise Outdated
    if row[0] > SCHEMA_VERSION:
        raise Refused(
            f"仓库 {home.records_file} 是更新版本的程序建立的(版本 {row[0]},本程序支持 {SCHEMA_VERSION})。请先升级本程序。"
        )


def _quoted(file: Path) -> str:
    return str(file).replace("'", "''")
