"""What a release was copied from: which making of the derived file, and up to which delivery or correction.

Two releases of one making can differ only in patents that later ones touched.
"""

from dataclasses import dataclass

import duckdb

from flows.home import Home
from flows.store.warehouse import attach_read_only


@dataclass(frozen=True)
class DerivedState:
    """The derived file at one moment, as it stands in `manifest.json`."""

    lineage: str
    sequence: int


def derived_state(connection: duckdb.DuckDBPyConnection, home: Home) -> DerivedState:
    """The derived file as it is now."""
    attach_read_only(connection, home.current_file, "derived_now")
    row = connection.execute(
        "SELECT lineage, (SELECT max(sequence) FROM derived_now.internal.progress) FROM derived_now.internal.lineage"
    ).fetchone()
    connection.execute("DETACH derived_now")
    assert row is not None
    return DerivedState(row[0], int(row[1] or 0))
