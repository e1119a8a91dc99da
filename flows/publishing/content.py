"""Whether two files say the same: one hash a published table, independent of row order."""

from collections.abc import Sequence

import duckdb

from expectations.contracts import Column, Contract
from flows.publishing.quoting import quote_identifier


def content_hashes(connection: duckdb.DuckDBPyConnection, contracts: Sequence[Contract]) -> dict[str, str]:
    """Hash of every table whose change calls for a new revision (contract `is_content`), by table name.

    Equal rows hash equally in any order, process or copy of the file, while `hash_function` is equal.
    """
    content = [contract for contract in contracts if contract.is_content]
    return {contract.table: _table_hash(connection, contract) for contract in content}


def hash_function(connection: duckdb.DuckDBPyConnection) -> str:
    """Fingerprint of DuckDB's hash(), which a later version may change: compare hashes only under one."""
    row = connection.execute("SELECT hash('ipstats', 2013, 0.5::DOUBLE, DATE '2013-01-18', true, NULL)").fetchone()
    assert row is not None
    return f"{row[0]:016x}"


def _table_hash(connection: duckdb.DuckDBPyConnection, contract: Contract) -> str:
    values = ", ".join(hashed(column) for column in contract.columns if column.is_content)
    # Two sums over different mixings of the row hash: equal rows that occur twice do not cancel out.
    row = connection.execute(
        "SELECT count(*), coalesce(sum(row_hash), 0), coalesce(sum(hash(row_hash, 2)), 0) "
        f"FROM (SELECT hash({values}) AS row_hash FROM main.{quote_identifier(contract.table)})"
    ).fetchone()
    assert row is not None
    return f"{row[0]}-{row[1] % 2**64:016x}-{row[2] % 2**64:016x}"


def hashed(column: Column) -> str:
    """A column as it goes into the hash of its row."""
    name = quote_identifier(column.name)
    # A sum of doubles may differ in its last bits with the order of threads: that is no change of content.
    return f"round({name}, 9)" if column.type == "DOUBLE" else name
