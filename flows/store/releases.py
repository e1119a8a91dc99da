"""The `releases` table of the warehouse: an index of the release folders, which are the truth."""

from collections.abc import Sequence

import duckdb

from flows.publishing.release import Release


def record_releases(connection: duckdb.DuckDBPyConnection, releases: Sequence[Release]) -> None:
    """Make the table say exactly which releases exist."""
    connection.execute("BEGIN")
    connection.execute("DELETE FROM warehouse.releases")
    for release in releases:
        connection.execute(
            "INSERT INTO warehouse.releases VALUES (?, ?, ?, ?, ?)",
            [release.release_id, release.month, release.revision, release.as_of, release.published_at],
        )
    connection.execute("COMMIT")
