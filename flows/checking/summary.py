"""What a published file says of its checks, read without Great Expectations."""

from typing import Any

import duckdb

# The pages of the last run's checks, from a release folder.
DATA_DOCS = "../../docs/index.html"


def checks_for_manifest(connection: duckdb.DuckDBPyConnection) -> dict[str, Any]:
    """How many passed and warned, and which warned, as they stand in `manifest.json`."""
    rows = connection.execute("SELECT suite || '.' || expectation, success FROM main.checks ORDER BY ALL").fetchall()
    warned = [name for name, success in rows if not success]
    return {"passed": len(rows) - len(warned), "warned": len(warned), "warnings": warned}
