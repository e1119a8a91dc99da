"""On which basis each month's events are counted, as a SELECT over a release's tables, for releases old and new.

Not in `out`, which is only imported to count: queries, bulletins and comparisons ask it of what is published.
"""

from pathlib import Path

import duckdb

# read once: where queries of users run, no file is opened later
MONTH_BASES = (Path(__file__).parent / "out" / "month_bases.sql").read_text(encoding="utf-8")


def provide_month_bases(connection: duckdb.DuckDBPyConnection) -> None:
    """Let `month_bases` be asked of a release made before the table was published: the same rows as a temporary view."""
    try:
        connection.execute("FROM month_bases LIMIT 0")
    except duckdb.CatalogException:
        connection.execute(f"CREATE TEMP VIEW month_bases AS {MONTH_BASES}")


def provide_bases_of(connection: duckdb.DuckDBPyConnection, database: str) -> None:
    """The same of an attached release, as the temporary view `<database>_bases`."""
    view = f"CREATE OR REPLACE TEMP VIEW {database}_bases AS"
    try:
        connection.execute(f"{view} FROM {database}.main.month_bases")
    except duckdb.CatalogException:
        tables = ", ".join(f"{table} AS (FROM {database}.main.{table})" for table in ("deliveries", "monthly_counts"))
        connection.execute(f"{view} WITH {tables} FROM ({MONTH_BASES})")
