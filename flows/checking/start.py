"""Before a run starts: indicators, contracts, conditions and checks must fit what the steps make, or nothing is begun.

The whole counting runs once on empty tables in memory; what names a column that is not there shows in it.
"""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import duckdb

from expectations.checks import Check
from expectations.contracts import Contract
from expectations.suites import FILLED_AFTER_THE_GATE
from flows.candidate.build import RECEIPT_TABLES, fill_candidate, receipts
from flows.checking.facts import write_facts
from flows.checking.indicators import verify_indicators
from flows.home import Home
from flows.reference import Reference, load_reference
from flows.store.connections import connect
from flows.store.warehouse import sql
from transforms.errors import DataError, Refused
from transforms.out import indicators
from transforms.sql_select import fault, sql_fault

_MONTH, _DAY = "2013-01", date(2013, 2, 15)
_COLUMNS = """
SELECT column_name FROM duckdb_columns() WHERE database_name = 'candidate' AND schema_name = 'main' AND table_name = ?
"""


_fitting: set[tuple[tuple[Contract, ...], tuple[Check, ...]]] = set()


def verify_before_start(data: Path) -> None:
    """Raise DataError naming file and line of what does not fit; the same contracts and checks are asked once a process."""
    reference = load_reference(data)
    asked = (reference.contracts, reference.checks)
    if asked not in _fitting:
        verify(reference)
        _fitting.add(asked)


def verify(reference: Reference) -> None:
    """The same for reference data already read."""
    verify_indicators(indicators().values())
    with _empty_candidate(reference) as connection:
        for contract in reference.contracts:
            if contract.table not in FILLED_AFTER_THE_GATE:
                _verify_columns(connection, contract)
                _verify_condition(connection, contract)
        for check in reference.checks:
            _verify_check(connection, check)


@contextmanager
def _empty_candidate(reference: Reference) -> Iterator[duckdb.DuckDBPyConnection]:
    with tempfile.TemporaryDirectory() as nowhere, connect(Path(nowhere)) as connection:
        for catalog in ("warehouse", "candidate"):
            connection.execute(f"ATTACH ':memory:' AS {catalog}")
        connection.execute(sql("warehouse"))
        connection.execute("USE candidate")
        connection.execute(sql("derived"))
        try:
            fill_candidate(connection, Home(Path(nowhere)), _MONTH, _DAY, reference)
            write_facts(connection, _MONTH, _DAY, reference, [])
        except duckdb.Error as error:
            raise Refused(f"表的约定(expectations/contracts)与程序不符:{fault(error)}") from error
        yield connection


def _verify_columns(connection: duckdb.DuckDBPyConnection, contract: Contract) -> None:
    """Each column must be made by the step that makes the table; tables filled by name would leave it empty for ever."""
    if contract.table in RECEIPT_TABLES:
        made = {row[0] for row in connection.execute(f"DESCRIBE {receipts(contract.table)}").fetchall()}
    else:
        made = {row[0] for row in connection.execute(_COLUMNS, [contract.table]).fetchall()}
    for column in contract.columns:
        if column.name not in made:
            raise DataError(contract.file, column.line, f"表 {contract.table} 没有列 {column.name}")


def _verify_condition(connection: duckdb.DuckDBPyConnection, contract: Contract) -> None:
    if contract.filled_when is not None:
        try:
            connection.execute(f"EXPLAIN SELECT {contract.filled_when}")
        except duckdb.Error as error:
            raise DataError(contract.file, contract.filled_when_line, f"filled_when 无法执行:{fault(error)}") from error


def _verify_check(connection: duckdb.DuckDBPyConnection, check: Check) -> None:
    try:
        described = connection.execute(f"DESCRIBE {check.sql}").fetchall()
    except duckdb.Error as error:
        raise sql_fault(error, "核验无法执行", check.file, check.line) from error
    if "message" not in {row[0] for row in described}:
        raise DataError(check.file, check.line, "核验应有一列 message,用一句话说明不符的行")
