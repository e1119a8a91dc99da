"""A SQLAlchemy dialect of our own for DuckDB, so that Great Expectations can read results.

The plain one hands rows out after the connection was given back, and DuckDB's result is gone by then. Here the first
rows are fetched at once; a caller that wants more than that must count in SQL instead. Imported by its registered name.
"""

from collections.abc import Sequence
from typing import Any

from duckdb_engine import Dialect
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.postgresql.psycopg2 import PGExecutionContext_psycopg2
from sqlalchemy.engine import URL
from sqlalchemy.engine.cursor import FullyBufferedCursorFetchStrategy
from sqlalchemy.pool import NullPool, Pool

NAME = "duckdb+ipstats"
MOST_ROWS = 1000


class _FirstRows(FullyBufferedCursorFetchStrategy):
    """The first rows of a result; `is_cut` where there are more."""

    def __init__(self, cursor: Any, rows: Sequence[Any]) -> None:
        super().__init__(cursor, alternate_description=list(cursor.description), initial_buffer=rows[:MOST_ROWS])
        self.is_cut = len(rows) > MOST_ROWS

    def fetchall(self, result: Any, dbapi_cursor: Any) -> Any:
        """All rows; raises RuntimeError where they are more than were kept."""
        if self.is_cut:
            raise RuntimeError(f"a check asked for more than {MOST_ROWS} rows: count in SQL instead")
        return super().fetchall(result, dbapi_cursor)


class _Context(PGExecutionContext_psycopg2):
    def post_exec(self) -> None:
        """Fetch the first rows while the connection is at hand."""
        if self.cursor.description is not None:
            self.cursor_fetch_strategy = _FirstRows(self.cursor, self.cursor.fetchmany(MOST_ROWS + 1))


class IpstatsDialect(Dialect):
    """duckdb-engine's dialect whose results outlive the connection."""

    execution_ctx_cls = _Context
    supports_statement_cache = False

    def do_begin(self, connection: Any) -> None:
        """No transaction: the file is only read, and each query stands for itself."""

    def do_commit(self, connection: Any) -> None:
        """Nothing was begun."""

    def do_rollback(self, connection: Any) -> None:
        """Nothing was begun."""

    @classmethod
    def get_pool_class(cls, url: URL) -> type[Pool]:
        """No pool: a connection that is given back is closed, so that the file can be written again afterwards."""
        return NullPool


registry.register("duckdb.ipstats", __name__, "IpstatsDialect")
