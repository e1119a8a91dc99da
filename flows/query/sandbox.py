"""The locks on a published file: DuckDB's own, and limits of the operating system behind them.

DuckDB's alone are not enough: a SELECT can still ask it to log to a file, and some functions pass its memory
limit.
"""

from __future__ import annotations

import os
import resource

import duckdb

from flows.query.frames import Stop

THREADS = 2
ADDRESS_SPACE = 3 * 1024**3
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
    SELECT 1.5::DECIMAL(9, 1), now(), localtimestamp, current_date, TIME '12:00', TIMETZ '12:00:00+08',
        uuid(), INTERVAL 1 DAY, 1::HUGEINT, 'a'::BLOB, '101'::BIT, [1], {'a': 1}, MAP {1: 2}
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
        # a process without a script counts as one that a person looks at, and would be shown a bar after two seconds
        connection.execute("SET enable_progress_bar = false")
        connection.execute("SET TimeZone = 'Asia/Shanghai'")
        connection.execute("SET disabled_filesystems = 'LocalFileSystem'")
        connection.execute("SET lock_configuration = true")
    except duckdb.Error as error:
        raise Stop("unreadable", str(error)) from error
    return connection


def warm_up(connection: duckdb.DuckDBPyConnection, arrow: bool) -> None:
    """Load what values of all types need before the doors close: modules and time zones are files."""
    connection.execute(WARM_UP).fetchall()
    if arrow:
        from pyarrow import ipc  # noqa: F401

        connection.execute(WARM_UP).to_arrow_reader(1).read_all()
