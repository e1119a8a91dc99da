"""Records -> events and patents, as of a day (DESIGN 6).

The connection's own database is what is derived (schemas `base_tables`, `main` in published shape, `internal`); attached is
`warehouse` (records, deliveries, removals).
"""

from datetime import date
from functools import cache
from pathlib import Path

import duckdb

_FOLDER = Path(__file__).parent
_PREPARE = ("scope", "several", "evidence", "first_reports", "events")


@cache
def _sql(step: str) -> str:
    return (_FOLDER / f"{step}.sql").read_text(encoding="utf-8")


def derive(connection: duckdb.DuckDBPyConnection, as_of: date) -> int:
    """Bring the events up to all rows known by `as_of`; the cost is that of the patents touched since the last time.

    Returns the number of the last delivery or correction that is now reflected.
    """
    connection.execute("SET VARIABLE as_of = ?::DATE", [as_of])
    connection.execute("SET VARIABLE month = '9999-12'")
    done = _number(connection, "SELECT max(sequence) FROM internal.progress")
    last = _number(connection, _sql("last_sequence"))
    if last == done:
        return last
    connection.execute("BEGIN")
    if done:
        touched_since(connection, done, as_of)
        connection.execute(_sql("scope_touched"))
        connection.execute(_sql("forget_touched"))
    else:
        connection.execute(_sql("links"))
        connection.execute(_sql("forget_all"))
        connection.execute(_sql("scope_all"))
    for step in (*_PREPARE, "repeats"):
        connection.execute(_sql(step))
    _insert_events(connection)
    connection.execute("INSERT INTO internal.progress VALUES (?, ?)", [last, as_of])
    connection.execute("COMMIT")
    return last


def touched_since(connection: duckdb.DuckDBPyConnection, sequence: int, as_of: date) -> None:
    """Temporary table `touched` (patent_id): all whose events may differ from what was derived up to `sequence`."""
    connection.execute("SET VARIABLE as_of = ?::DATE", [as_of])
    connection.execute(_sql("links"))
    connection.execute(_sql("touched"), {"sequence": sequence})


def cut_at_month(connection: duckdb.DuckDBPyConnection, month: str, as_of: date) -> None:
    """Take what happened after `month` ('2013-09') out of a copy of what was derived as of the same day."""
    connection.execute("SET VARIABLE as_of = ?::DATE", [as_of])
    connection.execute("SET VARIABLE month = ?", [month])
    for step in ("links", "later_patents"):
        connection.execute(_sql(step))
    if not _number(connection, "SELECT count(*) FROM touched"):
        return
    for step in ("scope_touched", "forget_touched", *_PREPARE):
        connection.execute(_sql(step))
    _insert_events(connection)


def _insert_events(connection: duckdb.DuckDBPyConnection) -> None:
    """Write the prepared events, up to the variable `month`."""
    connection.execute(_sql("insert_events"))


def _number(connection: duckdb.DuckDBPyConnection, sql: str) -> int:
    row = connection.execute(sql).fetchone()
    return int(row[0] or 0) if row else 0
