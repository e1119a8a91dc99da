"""What a contract promises, as expectations: row count, columns, key, and the values of each column."""

from collections.abc import Iterator

from expectations.contracts import Column, Contract
from expectations.expectation import Expectation
from transforms.quoting import column_list, quote_identifier, quote_text


def contract_expectations(contract: Contract) -> list[Expectation]:
    """All of a table; all are critical: a table that breaks its contract is not what its readers were promised."""
    asked: list[tuple[str, str, str, str | None]] = [
        ("columns", "列名、列序和类型合乎约定", _columns(contract), None),
        ("key", "键不重复", _key(contract), None),
    ]
    if contract.filled_when is not None:
        asked.insert(0, ("row_count", "应有数据的表不为空", _row_count(contract), None))
    for column in contract.columns:
        if failing := " OR ".join(_failing(column)):
            label = f"“{column.label_zh}”的值合乎约定"
            asked.append((f"values_of_{column.name}", label, _values(contract, column, failing), failing))
    return [
        Expectation(
            contract.table, name, "critical", label, sql, is_light=name != "key", condition=condition, file=contract.file
        )
        for name, label, sql, condition in asked
    ]


def _row_count(contract: Contract) -> str:
    return (
        f"SELECT '表中没有数据' AS message\nWHERE {contract.filled_when} AND NOT EXISTS (FROM main.{_table(contract)})"
    )


def _columns(contract: Contract) -> str:
    promised = ", ".join(
        f"({place}, {quote_text(column.name)}, {quote_text(column.type)})"
        for place, column in enumerate(contract.columns, start=1)
    )
    return (
        "SELECT concat('第', coalesce(promised.place, made.place), '列应为 ', coalesce(promised.name, '(无)'), ' ', "
        "promised.type, ',实为 ', coalesce(made.name, '(无)'), ' ', made.type) AS message\n"
        f"FROM (VALUES {promised}) AS promised (place, name, type)\n"
        "FULL JOIN (\n    SELECT cid + 1 AS place, name, type\n"
        f"    FROM pragma_table_info({quote_text(f'main.{_table(contract)}')})\n) AS made USING (place)\n"
        "WHERE promised.name IS DISTINCT FROM made.name OR promised.type IS DISTINCT FROM made.type"
    )


def _key(contract: Contract) -> str:
    key, table = column_list(contract.key), f"main.{_table(contract)}"
    # Hashes are grouped first: millions of texts would take seconds and most of a gigabyte.
    return (
        f"SELECT concat('键重复:', concat_ws(' | ', {key})) AS message\nFROM {table}\n"
        f"WHERE hash({key}) IN (SELECT hash({key}) FROM {table} GROUP BY hash({key}) HAVING count(*) > 1)\n"
        f"GROUP BY {key}\nHAVING count(*) > 1"
    )


def _values(contract: Contract, column: Column, failing: str) -> str:
    name = quote_identifier(column.name)
    return (
        f"SELECT concat({quote_text(f'{column.label_zh}({column.name})')}, "
        f"CASE WHEN {name} IS NULL THEN '为空' ELSE concat('的值“', {name}, '”不合约定') END, "
        f"':', concat_ws(' | ', {column_list(contract.key)})) AS message\n"
        f"FROM main.{_table(contract)}\nWHERE {failing}"
    )


def _failing(column: Column) -> Iterator[str]:
    name = quote_identifier(column.name)
    if not column.nullable:
        yield f"{name} IS NULL"
    if column.domain is not None:
        yield f"{name} NOT IN ({', '.join(quote_text(value) for value in column.domain)})"
    if column.pattern is not None:
        yield f"NOT regexp_full_match({name}, {quote_text(column.pattern)})"
    if column.minimum is not None:
        yield f"{name} < {column.minimum}"
    if column.maximum is not None:
        yield f"{name} > {column.maximum}"


def _table(contract: Contract) -> str:
    return quote_identifier(contract.table)
