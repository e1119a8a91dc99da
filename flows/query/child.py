"""The sandbox: a process that runs one SELECT on a published file and sends its rows over a pipe.

`session.py` starts it and writes one JSON request line to its standard input, which then stays open: when it ends, the
parent is gone and so is this process. Whatever could reach a file is closed off before the text of a user is parsed:
by DuckDB's own locks, and by limits of the operating system behind them, because DuckDB's alone are not enough (a
SELECT can still ask it to log to a file, and one function passes its memory limit).
"""

from __future__ import annotations

import json
import os
import resource
import sys
import threading
from typing import Any

import duckdb

from flows.query.frames import Stop, send_arrow, send_json, send_rows

THREADS = 2
ADDRESS_SPACE = 4 * 1024**3
SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "enable_external_access": "false",
    "temp_directory": "",
    "memory_limit": "1GB",
    "threads": str(THREADS),
    "python_enable_replacements": "false",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "allow_community_extensions": "false",
    "allow_persistent_secrets": "false",
}
WARM_UP = """
    SELECT 1.5::DECIMAL(9, 1), now(), localtimestamp, current_date, TIME '12:00', TIMETZ '12:00:00+08', uuid(),
        INTERVAL 1 DAY, 1::HUGEINT, 'a'::BLOB, '101'::BIT, [1], {'a': 1}, MAP {1: 2}
"""
TABLES = """
    SELECT view_name FROM duckdb_views() WHERE NOT internal
    UNION ALL SELECT table_name FROM duckdb_tables() WHERE NOT internal ORDER BY 1
"""


def limit(which: int, bound: int) -> None:
    """Lower one limit of this process; a system that has no such limit is left as it is."""
    try:
        resource.setrlimit(which, (bound, bound))
    except (ValueError, OSError):
        return


def close_the_doors(seconds: float) -> None:
    """From here on no file is opened, none grows, and memory and processor time are bounded."""
    limit(resource.RLIMIT_CORE, 0)
    limit(resource.RLIMIT_FSIZE, 0)
    limit(resource.RLIMIT_CPU, int(seconds * THREADS) + 5)
    limit(resource.RLIMIT_AS, ADDRESS_SPACE)
    lowest_free = os.open(os.devnull, os.O_RDONLY)
    os.close(lowest_free)
    limit(resource.RLIMIT_NOFILE, lowest_free)


def connect(database: str) -> duckdb.DuckDBPyConnection:
    """Open the published file so that SQL can read it and reach nothing else; raises Stop('unreadable')."""
    try:
        connection = duckdb.connect(database, read_only=True, config=SETTINGS)
        connection.execute("SET TimeZone = 'Asia/Shanghai'")
        connection.execute("SET disabled_filesystems = 'LocalFileSystem'")
        connection.execute("SET lock_configuration = true")
    except duckdb.Error as error:
        raise Stop("unreadable", str(error)) from error
    return connection


def one_select(connection: duckdb.DuckDBPyConnection, sql: str) -> duckdb.Statement:
    """The text's only statement, which must be a SELECT (SHOW, DESCRIBE, SUMMARIZE, FROM, VALUES are)."""
    statements = connection.extract_statements(sql)
    kinds = [statement.type.name for statement in statements]
    if not kinds:
        raise Stop("empty")
    if kinds == ["CREATE", "SELECT"] and "PIVOT" in sql.upper():
        raise Stop("pivot")
    if len(kinds) > 1:
        raise Stop("several", str(len(kinds)))
    if kinds[0] != "SELECT":
        raise Stop("not_select", kinds[0])
    return statements[0]


def parameters(statement: duckdb.Statement, request: dict[str, Any], connection: Any) -> dict[str, Any]:
    """The values of the parameters the statement names; a month not given is the release's own."""
    named = set(statement.named_parameters)
    given = dict(request["parameters"])
    if "month" in named - given.keys():
        given["month"] = connection.execute(request["month_sql"]).fetchone()[0]
    if missing := sorted(named - given.keys()):
        raise Stop("missing_parameter", ", ".join(missing))
    if surplus := sorted(given.keys() - named):
        raise Stop("unknown_parameter", ", ".join(surplus))
    return given


def answer(request: dict[str, Any], connection: duckdb.DuckDBPyConnection) -> None:
    """Run the request's SQL and send columns, rows and end."""
    statement = one_select(connection, request["sql"])
    cursor = connection.execute(statement, parameters(statement, request, connection))
    send_json(b"C", [[column[0], str(column[1])] for column in cursor.description])
    send_all = send_arrow if request["arrow"] else send_rows
    more = send_all(cursor, request["most_rows"])
    send_json(b"Z", {"more": more})


def with_tables(error: duckdb.Error, connection: duckdb.DuckDBPyConnection) -> Stop:
    """DuckDB's own message and, where a name was not found, the names of tables and views there are."""
    tables: list[tuple[str]] = []
    if isinstance(error, duckdb.CatalogException):
        tables = connection.execute(TABLES).fetchall()
    return Stop("sql", str(error), tuple(name for (name,) in tables))


def warm_up(connection: duckdb.DuckDBPyConnection, arrow: bool) -> None:
    """Load what values of all types need before the doors close: modules and time zones are files."""
    connection.execute(WARM_UP).fetchall()
    if arrow:
        from pyarrow import ipc  # noqa: F401

        connection.execute(WARM_UP).to_arrow_reader(1).read_all()


def run(request: dict[str, Any]) -> None:
    """Open, lock and answer; raises Stop for everything the user is to be told."""
    connection = connect(request["database"])
    warm_up(connection, request["arrow"])
    close_the_doors(request["seconds"])
    try:
        answer(request, connection)
    except (MemoryError, duckdb.OutOfMemoryException) as error:
        raise Stop("memory", str(error)) from error
    except duckdb.Error as error:
        raise with_tables(error, connection) from error
    except (UnicodeError, ValueError, OverflowError, RuntimeError) as error:
        raise Stop("sql", str(error)) from error


def leave_with_parent() -> None:
    """Standard input ends when the parent does; then this process has nobody to answer."""
    while os.read(sys.stdin.fileno(), 1):
        continue
    os._exit(1)


def main() -> None:
    """Answer the one request and leave without tidying up: nothing here is worth the time."""
    request = json.loads(sys.stdin.buffer.readline())
    threading.Thread(target=leave_with_parent, daemon=True).start()
    try:
        run(request)
    except Stop as stop:
        send_json(b"E", [stop.kind, stop.detail, stop.tables])
    except BrokenPipeError:
        os._exit(1)
    os._exit(0)
