"""What the row rules promise of a release: none that sets rows aside leaked through, and its share is bounded."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import duckdb

from expectations.expectation import Expectation
from expectations.rules import BatchTable, Rule
from transforms.quoting import quote_text

_FOLDER = Path(__file__).parent / "published"
# Published rows in the columns that rules speak of, as far as they are published.
_PUBLISHED: dict[BatchTable, str] = {
    "records": "patent_events",
    "enterprises": "demonstration_enterprises",
    "deductions": "deductions",
}


def rule_expectations(rules: Sequence[Rule]) -> list[Expectation]:
    """For each rule that sets rows aside its share, and, where the published columns tell, that no such row counts."""
    setting_aside = [rule for rule in rules if rule.severity == "set_aside"]
    found = []
    with duckdb.connect() as connection:
        published = {table: _selected_columns(connection, table) for table in _PUBLISHED}
        for rule in setting_aside:
            named = columns_of(connection, rule)
            found += [_leak(rule, table) for table in rule.tables if named <= published.get(table, set())]
            found.append(_share(rule))
    return found


def columns_of(connection: duckdb.DuckDBPyConnection, rule: Rule) -> set[str]:
    """The columns that a rule's condition names; any connection will do."""
    return set(_column_names(_parsed(connection, rule.statement("batch"))["where_clause"]))


def _parsed(connection: duckdb.DuckDBPyConnection, sql: str) -> dict[str, Any]:
    row = connection.execute("SELECT json_serialize_sql(?::VARCHAR)", [sql]).fetchone()
    assert row is not None
    node: dict[str, Any] = json.loads(row[0])["statements"][0]["node"]
    return node


def _column_names(node: object) -> Iterator[str]:
    if isinstance(node, dict):
        if "column_names" in node:
            yield node["column_names"][-1]
        for part in node.values():
            yield from _column_names(part)
    elif isinstance(node, list):
        for part in node:
            yield from _column_names(part)


def _published_sql(table: BatchTable) -> str:
    return (_FOLDER / f"{table}.sql").read_text(encoding="utf-8")


def _selected_columns(connection: duckdb.DuckDBPyConnection, table: BatchTable) -> set[str]:
    columns = _parsed(connection, _published_sql(table))["select_list"]
    return {column["alias"] or column["column_names"][-1] for column in columns}


def _leak(rule: Rule, table: BatchTable) -> Expectation:
    sql = (
        f"SELECT concat({quote_text(rule.label_zh + ':')}, named) AS message\n"
        f"FROM (\n{_published_sql(table)}) AS published\nWHERE {rule.condition}"
    )
    label = f"没有应搁置而计入的行:{rule.label_zh}"
    return Expectation(_PUBLISHED[table], f"rule_{rule.rule}", "critical", label, sql, is_light=True, file=rule.file)


def _share(rule: Rule) -> Expectation:
    sql = (
        "SELECT concat(deliveries.file_name, ' 有', found.rows, '行(共', deliveries.rows_read, '行)') AS message\n"
        "FROM (\n    SELECT delivery_id, count(*) AS rows FROM main.quarantine\n"
        f"    WHERE rule = {quote_text(rule.rule)} GROUP BY delivery_id\n) AS found\n"
        "JOIN main.deliveries AS deliveries USING (delivery_id)\n"
        "JOIN inputs.delivery_facts AS facts USING (delivery_id)\n"
        "WHERE facts.is_new AND deliveries.rows_read >= inputs.bound('enough_rows')\n"
        "    AND found.rows > inputs.bound('rule_share') * deliveries.rows_read"
    )
    label = f"搁置的行不多:{rule.label_zh}"
    return Expectation("quarantine", f"share_of_{rule.rule}", "warning", label, sql, is_light=True, file=rule.file)
