"""DuckDB in memory with this program's limits. An engine serves again: making one takes longer than what most steps ask."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

import duckdb

# Half of what the office's machine is assumed to have; costs no time on five million rows.
MEMORY_LIMIT = "2GB"
# A step uses one, the bulletin another beside it.
_MOST_IDLE = 2
_ATTACHED = "SELECT database_name FROM duckdb_databases() WHERE NOT internal AND database_name <> 'memory'"

_idle: list[tuple[Path, duckdb.DuckDBPyConnection]] = []
_idle_lock = Lock()


@contextmanager
def connect(work: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection with an empty database of its own in memory; spills into `work`, never loads extensions.

    At its end whatever was attached is written and detached; nothing of it is left for the next.
    """
    engine = _engine(work)
    try:
        with engine.cursor() as connection:
            # rows carry their own order (record_order, keys); keeping that of arrival would insert on one core
            connection.execute("SET preserve_insertion_order = false")
            connection.execute("ATTACH ':memory:' AS scratch")
            connection.execute("USE scratch")
            yield connection
        for (name,) in engine.execute(_ATTACHED).fetchall():
            engine.execute(f"DETACH {name}")
    except BaseException:
        engine.close()
        raise
    _keep(work, engine)


def _engine(work: Path) -> duckdb.DuckDBPyConnection:
    with _idle_lock:
        for place, (used_in, engine) in enumerate(_idle):
            if used_in == work:
                del _idle[place]
                return engine
    return duckdb.connect(
        config={
            "memory_limit": MEMORY_LIMIT,
            "temp_directory": str(work / "spill"),
            "autoinstall_known_extensions": "false",
            "autoload_known_extensions": "false",
        }
    )


def _keep(work: Path, engine: duckdb.DuckDBPyConnection) -> None:
    with _idle_lock:
        _idle.append((work, engine))
        surplus = [oldest for _, oldest in _idle[:-_MOST_IDLE]]
        del _idle[:-_MOST_IDLE]
    for oldest in surplus:
        oldest.close()


def _close_idle() -> None:
    """A forked process has no threads of its parent's engines and would wait for them for ever."""
    with _idle_lock:
        while _idle:
            _idle.pop()[1].close()


os.register_at_fork(before=_close_idle)
