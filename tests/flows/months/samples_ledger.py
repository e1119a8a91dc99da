"""The row-count ledger of the samples: what became of every row of every file, and how many rows each release has.

`make ledger` writes data/samples/LEDGER.csv anew; its diff is reviewed like code.
"""

import csv
import io
import json
import sys
from pathlib import Path

import duckdb

from expectations.contracts import load_contracts
from flows.commands.demo import SAMPLES

LEDGER = SAMPLES.parent / "LEDGER.csv"
HEADER = ("item", "name", "state", "rows", "accepted", "repeated", "quarantined", "out_of_scope")
_FILES = """
SELECT 'file', file_name, state, rows_read, rows_accepted, rows_repeated, rows_quarantined, rows_out_of_scope
FROM deliveries ORDER BY file_name
"""
# the dictionary grows with the contracts, not with the samples
_NOT_OF_SAMPLES = "data_dictionary"


def ledger(published: Path) -> str:
    """The ledger of a published folder as CSV: a line a file by the current release, then a line a release and table."""
    with duckdb.connect(str(published / "patents.duckdb"), read_only=True) as connection:
        files = connection.execute(_FILES).fetchall()
    tables = [contract.table for contract in load_contracts() if contract.is_content and contract.table != _NOT_OF_SAMPLES]
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(HEADER)
    writer.writerows(files)
    for manifest in sorted((published / "releases").glob("*/manifest.json")):
        rows = json.loads(manifest.read_text(encoding="utf-8"))["rows"]
        name = manifest.parent.name
        writer.writerows(("table", f"{name} {table}", "", rows[table], "", "", "", "") for table in tables)
    return text.getvalue()


if __name__ == "__main__":
    LEDGER.write_text(ledger(Path(sys.argv[1]) / "published"), encoding="utf-8")
