"""What a candidate file says of itself: comments, Chinese views, data dictionary, all from the contracts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import duckdb

from flows.publishing.quoting import quote_identifier, quote_text
from transforms.errors import Refused

if TYPE_CHECKING:
    from expectations.contracts import Column, Contract

DICTIONARY = "data_dictionary"

_ACTUAL_COLUMNS = """
SELECT table_name, column_name, data_type FROM duckdb_columns()
WHERE database_name = current_database() AND schema_name = 'main' AND NOT internal
ORDER BY table_name, column_index
"""

_ACTUAL_VIEWS = """
SELECT view_name FROM duckdb_views()
WHERE database_name = current_database() AND schema_name = 'main' AND NOT internal
"""


def describe(connection: duckdb.DuckDBPyConnection, contracts: Sequence[Contract]) -> None:
    """Make the connection's current database speak for itself: dictionary, comments, Chinese views.

    Raises Refused, before anything is changed, when a table of schema `main` is missing, is in no contract,
    or has other columns, types or column order than its contract. Running it again changes nothing.
    """
    verify_tables(connection, contracts)
    connection.execute("BEGIN")
    try:
        _write_dictionary(connection, contracts)
        views = _views(connection)
        said = [
            statement
            for contract in contracts
            for statement in (*_comments(contract, "VIEW" if contract.table in views else "TABLE"), *_chinese_view(contract))
        ]
        # hundreds of small statements: one by one they take twice as long
        connection.execute(";\n".join(said))
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def verify_tables(connection: duckdb.DuckDBPyConnection, contracts: Sequence[Contract]) -> None:
    """Raise Refused listing every difference between the tables of schema `main` and the contracts.

    A table may be a view of another schema's table, as patents and patent_events are of one.
    The data dictionary may still be absent: `describe` makes it.
    """
    actual: dict[str, list[tuple[str, str]]] = {}
    for table, column, data_type in connection.execute(_ACTUAL_COLUMNS).fetchall():
        actual.setdefault(table, []).append((column, data_type))
    views = _views(connection)
    known = {contract.table for contract in contracts}
    labels = {contract.label_zh for contract in contracts}
    problems = [f"多出没有约定的表 {table}" for table in sorted(actual.keys() - known - views)]
    for contract in contracts:
        if contract.table in actual:
            problems += _column_problems(contract, actual[contract.table])
        elif contract.table != DICTIONARY:
            problems.append(f"缺少表 {contract.table}")
    problems += [f"多出没有约定的视图 {name}" for name in sorted(views - known - labels)]
    if problems:
        raise Refused("待发布的数据与表的约定不符:" + ";".join(problems))


def create_table(connection: duckdb.DuckDBPyConnection, contract: Contract) -> None:
    """Create the empty table of a contract in schema `main` of the current database."""
    columns = ", ".join(_column(column) for column in contract.columns)
    connection.execute(f"CREATE TABLE main.{quote_identifier(contract.table)} ({columns})")


def table_comment(contract: Contract) -> str:
    """The sentence that travels with a table: label, meaning, grain, usage warnings."""
    warnings = "".join(f" 注意:{warning}" for warning in contract.usage_warnings_zh)
    return f"{contract.label_zh}。{contract.description_zh} 粒度:{contract.grain}。{warnings}".strip()


def _column(column: Column) -> str:
    null = "" if column.nullable else " NOT NULL"
    return f"{quote_identifier(column.name)} {column.type}{null}"


def _column_problems(contract: Contract, actual: list[tuple[str, str]]) -> list[str]:
    expected = [(column.name, column.type) for column in contract.columns]
    names, actual_names = {name for name, _ in expected}, {name for name, _ in actual}
    problems = [f"{contract.table} 缺少列 {name}" for name, _ in expected if name not in actual_names]
    problems += [f"{contract.table} 多出列 {name}" for name, _ in actual if name not in names]
    if problems:
        return problems
    for position, (wanted, found) in enumerate(zip(expected, actual, strict=True), start=1):
        if wanted != found:
            found_text = " ".join(found)
            problems.append(f"{contract.table} 第{position}列应为 {' '.join(wanted)},实为 {found_text}")
    return problems


def _write_dictionary(connection: duckdb.DuckDBPyConnection, contracts: Sequence[Contract]) -> None:
    if not any(contract.table == DICTIONARY for contract in contracts):
        return
    own = next(contract for contract in contracts if contract.table == DICTIONARY)
    connection.execute(f"DROP TABLE IF EXISTS main.{DICTIONARY}")
    create_table(connection, own)
    rows = [
        (contract.table, column.name, column.type, column.unit, column.label_zh, column.description_zh)
        for contract in contracts
        for column in contract.columns
    ]
    fields = [list(field) for field in zip(*rows, strict=True)]
    unnested = ", ".join(["unnest(?)"] * len(fields))
    connection.execute(f"INSERT INTO main.{DICTIONARY} SELECT {unnested}", fields)


def _views(connection: duckdb.DuckDBPyConnection) -> set[str]:
    return {name for (name,) in connection.execute(_ACTUAL_VIEWS).fetchall()}


def _comments(contract: Contract, kind: str) -> Iterator[str]:
    table = f"main.{quote_identifier(contract.table)}"
    yield f"COMMENT ON {kind} {table} IS {quote_text(table_comment(contract))}"
    for column in contract.columns:
        comment = f"{column.label_zh}{f'({column.unit})' if column.unit else ''}。{column.description_zh}"
        yield f"COMMENT ON COLUMN {table}.{quote_identifier(column.name)} IS {quote_text(comment)}"


def _chinese_view(contract: Contract) -> Iterator[str]:
    # The body names no database: the view works whatever name the file is attached under.
    view = f"main.{quote_identifier(contract.label_zh)}"
    table = f"main.{quote_identifier(contract.table)}"
    columns = ", ".join(
        f"{quote_identifier(column.name)} AS {quote_identifier(column.label_zh)}" for column in contract.columns
    )
    yield f"CREATE OR REPLACE VIEW {view} AS SELECT {columns} FROM {table}"
    yield f"COMMENT ON VIEW {view} IS {quote_text(table_comment(contract))}"
    for column in contract.columns:
        target = f"{view}.{quote_identifier(column.label_zh)}"
        yield f"COMMENT ON COLUMN {target} IS {quote_text(column.description_zh)}"
