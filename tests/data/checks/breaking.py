"""How the tests break a table."""

import duckdb


def make_tables(connection: duckdb.DuckDBPyConnection) -> None:
    """Tables in place of the views patents and patent_events, so that each can be broken by itself."""
    for view in ("patents", "patent_events"):
        connection.execute(f"CREATE TEMP TABLE rows AS FROM main.{view}")
        connection.execute(f"DROP VIEW main.{view}")
        connection.execute(f"CREATE TABLE main.{view} AS FROM rows")
        connection.execute("DROP TABLE rows")


def change(table: str, replaced: str, where: str = "true") -> str:
    """The table with columns replaced in the rows of a condition; no constraint stands in the way."""
    return (
        f"CREATE OR REPLACE TABLE main.{table} AS "
        f"SELECT * REPLACE ({replaced}) FROM main.{table} WHERE {where} UNION ALL SELECT * FROM main.{table} WHERE NOT ({where})"
    )
