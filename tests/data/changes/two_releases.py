"""Two small published files, filled by hand, attached and compared."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import duckdb

from expectations.contracts import load_contracts
from flows.changes.compare import compare
from flows.publishing.describe import create_table
from flows.store.connections import connect
from flows.store.warehouse import attach_read_only
from tests.month_bases import let_bases_follow


@cache
def _empty_file() -> bytes:
    """A file with every contract's table, empty, whose columns may all be NULL; made once and copied."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "empty.duckdb"
        with duckdb.connect(str(file)) as connection:
            connection.begin()
            for contract in load_contracts():
                create_table(connection, contract)
                for column in contract.columns:
                    connection.execute(f'ALTER TABLE {contract.table} ALTER COLUMN "{column.name}" DROP NOT NULL')
            let_bases_follow(connection)
            connection.commit()
        return file.read_bytes()


def make_file(file: Path, rows: dict[str, list[dict[str, Any]]]) -> Path:
    """A file with every contract's table and these rows; columns that a row does not name are NULL."""
    file.write_bytes(_empty_file())
    with duckdb.connect(str(file)) as connection:
        for table, given in rows.items():
            for row in given:
                names = ", ".join(row)
                connection.execute(f"INSERT INTO {table} ({names}) VALUES ({', '.join('?' * len(row))})", [*row.values()])
    return file


@contextmanager
def compared(folder: Path, earlier: Path, later: Path, *months: str) -> Iterator[duckdb.DuckDBPyConnection]:
    """The connection after the comparison; `months` of the two releases (2013-01 and 2013-02 where not given)."""
    with connect(folder) as connection:
        attach_read_only(connection, earlier, "earlier")
        attach_read_only(connection, later, "later")
        compare(connection, load_contracts(), *(months or ("2013-01", "2013-02")))
        yield connection


def lines(connection: duckdb.DuckDBPyConnection, table: str) -> list[tuple[Any, ...]]:
    """What was found in one table: key, column, before, after."""
    return connection.execute(
        "SELECT key, column_name, before, after FROM lines WHERE table_name = ? ORDER BY ALL", [table]
    ).fetchall()


def event(patent_id: str, month: str, **changed: Any) -> dict[str, Any]:
    """An application event of the feed."""
    return {
        "patent_id": patent_id, "event": "application", "event_on": f"{month}-10", "counting_month": month,
        "reported_month": month, "basis": "receipt_records", "patent_type": "design", "unit_code": "330482001",
        "unit_name": "当湖街道", "applicant_kind": "企业", "in_territory": True, "delivery_id": "d1", "sheet": "",
        "row_number": 2,
    } | changed  # fmt: skip


def count(month: str, applications: int, grants: int = 0, unit_code: str = "330482001") -> dict[str, Any]:
    """A line of the monthly counts."""
    return {
        "month": month, "unit_code": unit_code, "unit_name": unit_code, "patent_type": "design", "applicant_kind": "企业",
        "basis": "receipt_records", "applications": applications, "publications": 0, "grants": grants,
    }  # fmt: skip
