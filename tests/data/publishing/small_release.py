"""Candidate files of two small tables, and releases made of them."""

from datetime import date, datetime
from functools import cache
from pathlib import Path

import duckdb

from expectations.contracts import Contract, load_contracts
from flows.publishing.describe import create_table, describe
from flows.publishing.freeze import set_current, write_release
from flows.publishing.release import Release

TABLES = ("monthly_counts", "releases")
COUNTS = "INSERT INTO monthly_counts VALUES ('2013-01', '330482001', '当湖街道', 'design', '企业', 'receipt_records', ?, 0, 0)"


@cache
def contracts_of(*tables: str) -> tuple[Contract, ...]:
    """The real contracts of some tables."""
    chosen = tuple(contract for contract in load_contracts() if contract.table in tables)
    assert len(chosen) == len(tables)
    return chosen


def make_candidate(file: Path, applications: int) -> Path:
    """A closed candidate file in which one month has this many applications."""
    with duckdb.connect(str(file)) as connection:
        for contract in contracts_of(*TABLES):
            create_table(connection, contract)
        connection.execute(COUNTS, [applications])
        describe(connection, contracts_of(*TABLES))
    return file


def release(month: str, revision: int) -> Release:
    """A release of a month, known on a fixed day."""
    return Release(f"{month}.{revision}", month, revision, date(2013, 2, 15), datetime(2013, 2, 15, 9, 30))


def publish(published: Path, work: Path, month: str, revision: int, applications: int = 5) -> Release:
    """Write a release and make it current."""
    made = release(month, revision)
    candidate = make_candidate(work / "candidate.duckdb", applications)
    write_release(published, candidate, made, {"code": "test"}, contracts_of(*TABLES))
    set_current(published, made)
    return made


def applications_in(file: Path) -> int:
    """The number in a published file."""
    with duckdb.connect(str(file), read_only=True) as connection:
        row = connection.execute("SELECT applications FROM monthly_counts").fetchone()
    assert row is not None
    return int(row[0])
