"""Published tables as CSV and Parquet, with a description that other programs can read (Frictionless)."""

from __future__ import annotations

import codecs
import hashlib
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb

from flows.publishing.quoting import column_list, quote_identifier, quote_text

if TYPE_CHECKING:
    from expectations.contracts import Contract

CSV_BELOW = 100_000
SORTED_BELOW = 500_000
# texts that hardly repeat get no dictionary: found out after 100 KB instead of 1 MB, a quarter of the time is saved
_DICTIONARY_PAGE = "STRING_DICTIONARY_PAGE_SIZE_LIMIT 100000"


@dataclass(frozen=True)
class ExportedFile:
    """One exported table: `path` relative to the release folder, size in bytes, sha256 in hex."""

    table: str
    path: str
    format: str
    rows: int
    size: int
    sha256: str


def export_tables(
    connection: duckdb.DuckDBPyConnection, contracts: Sequence[Contract], release_folder: Path
) -> list[ExportedFile]:
    """Write `tables/` of a release folder: Parquet of every table, CSV too of those under 100,000 rows."""
    folder = release_folder / "tables"
    folder.mkdir()
    # hashed while the next one is written
    with ThreadPoolExecutor(1) as beside:
        described = []
        for contract in contracts:
            rows = count_rows(connection, contract.table)
            if rows < CSV_BELOW:
                described.append(beside.submit(_describe_file, contract, _write_csv(connection, contract, folder), rows))
            path = _write_parquet(connection, contract, folder, rows)
            described.append(beside.submit(_describe_file, contract, path, rows))
        return [file.result() for file in described]


def count_rows(connection: duckdb.DuckDBPyConnection, table: str) -> int:
    """Number of rows of a table of schema `main`."""
    row = connection.execute(f"SELECT count(*) FROM main.{quote_identifier(table)}").fetchone()
    assert row is not None
    return int(row[0])


def file_sha256(path: Path) -> str:
    """sha256 of a file's bytes, in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _write_csv(connection: duckdb.DuckDBPyConnection, contract: Contract, folder: Path) -> Path:
    path = folder / f"{contract.table}.csv"
    connection.execute(
        f"COPY ({_ordered(contract)}) TO {quote_text(str(path))} "
        "(FORMAT csv, HEADER true, NULLSTR '', TIMESTAMPFORMAT '%Y-%m-%d %H:%M:%S')"
    )
    # Excel on a Chinese system reads a UTF-8 file without this mark as GBK and shows rubbish.
    path.write_bytes(codecs.BOM_UTF8 + path.read_bytes())
    return path


def _write_parquet(connection: duckdb.DuckDBPyConnection, contract: Contract, folder: Path, rows: int) -> Path:
    path = folder / f"{contract.table}.parquet"
    # Sorting millions of rows costs five times the writing; a large table keeps the order it is stored in.
    query = _ordered(contract) if rows < SORTED_BELOW else _unordered(contract)
    connection.execute(f"COPY ({query}) TO {quote_text(str(path))} (FORMAT parquet, {_DICTIONARY_PAGE})")
    return path


def _unordered(contract: Contract) -> str:
    return f"SELECT {column_list(contract.column_names)} FROM main.{quote_identifier(contract.table)}"


def _ordered(contract: Contract) -> str:
    # All columns follow the order of the contract, so that rows with an equal key stay deterministic too.
    rest = tuple(name for name in contract.column_names if name not in contract.order)
    return f"{_unordered(contract)} ORDER BY {column_list((*contract.order, *rest))}"


def _describe_file(contract: Contract, path: Path, rows: int) -> ExportedFile:
    return ExportedFile(
        table=contract.table,
        path=f"tables/{path.name}",
        format=path.suffix.removeprefix("."),
        rows=rows,
        size=path.stat().st_size,
        sha256=file_sha256(path),
    )
