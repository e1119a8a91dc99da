"""The process that runs one SELECT on a published file and sends its rows over a pipe.

`session.py` starts it and writes one JSON request line to its standard input, which then stays open: when it
ends, the parent is gone and so is this process. The doors are closed before a user's text is even parsed.
"""

from __future__ import annotations

import json
import os
import sys
import threading
from typing import Any

import duckdb

from flows.query.frames import Stop, keep_output_to_frames, send_arrow, send_json, send_rows
from flows.query.sandbox import close_the_doors, connect, warm_up
from transforms.month_bases import provide_month_bases

TABLES = """
    SELECT view_name FROM duckdb_views() WHERE NOT internal
    UNION ALL SELECT table_name FROM duckdb_tables() WHERE NOT internal AND schema_name = 'main' ORDER BY 1
"""


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
        # DuckDB counts INSTALL among the LOAD statements
        raise Stop("not_select", "INSTALL 或 LOAD" if kinds[0] == "LOAD" else kinds[0])
    return statements[0]


def parameters(statement: duckdb.Statement, request: dict[str, Any], connection: Any) -> dict[str, Any]:
    """The values of the parameters the statement names; a month not given is the release's own."""
    named = set(statement.named_parameters)
    given = dict(request["parameters"])
    if "month" in named and ("month" not in given or request["is_saved"]):
        release_month = connection.execute(request["month_sql"]).fetchone()[0]
        given.setdefault("month", release_month)
        if release_month is not None and given["month"] > release_month:
            raise Stop("later_month", release_month)
    if missing := sorted(named - given.keys()):
        raise Stop("missing_parameter", ", ".join(missing))
    if surplus := sorted(given.keys() - named):
        raise Stop("unknown_parameter", ", ".join(surplus))
    return given


def answer(request: dict[str, Any], connection: duckdb.DuckDBPyConnection) -> None:
    """Run the request's SQL and send columns, rows and end."""
    statement = one_select(connection, request["sql"])
    # others are not asked to wait for it
    if "month_bases" in request["sql"].lower():
        provide_month_bases(connection)
    cursor = connection.execute(statement, parameters(statement, request, connection))
    send_json(b"C", [[column[0], str(column[1])] for column in cursor.description])
    send_all = send_arrow if request["arrow"] else send_rows
    send_json(b"Z", send_all(cursor, request["most_rows"], request["count_all"]))


def with_tables(error: duckdb.Error, connection: duckdb.DuckDBPyConnection) -> Stop:
    """DuckDB's own message and, where a name was not found, the names of tables and views there are."""
    if isinstance(error, duckdb.PermissionException):
        return Stop("no_files")
    tables: list[tuple[str]] = []
    if isinstance(error, duckdb.CatalogException):
        tables = connection.execute(TABLES).fetchall()
    return Stop("sql", str(error), tuple(name for (name,) in tables))


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
    keep_output_to_frames()
    request = json.loads(sys.stdin.buffer.readline())
    threading.Thread(target=leave_with_parent, daemon=True).start()
    try:
        run(request)
    except Stop as stop:
        send_json(b"E", [stop.kind, stop.detail, stop.tables])
    except BrokenPipeError:
        os._exit(1)
    os._exit(0)
