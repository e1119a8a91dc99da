"""Published files made by hand: which basis stands follows from the deliveries and counts that a test puts in."""

import duckdb

from transforms.month_bases import MONTH_BASES


def let_bases_follow(connection: duckdb.DuckDBPyConnection) -> None:
    """A view in place of the table `month_bases`, whose rows a run would have written."""
    connection.execute(f"DROP TABLE IF EXISTS month_bases; CREATE VIEW month_bases AS {MONTH_BASES}")
