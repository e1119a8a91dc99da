"""Checks that can fail: a good candidate passes them all, and each way to break it is seen by a named check."""

import duckdb
import pytest

from expectations.contracts import Column, load_contracts
from expectations.expectation import Expectation
from expectations.rules import load_rules
from expectations.suites import FILLED_AFTER_THE_GATE
from tests.data.checks.conftest import failing
from tests.data.checks.mutations_of_figures import FIGURE_MUTATIONS
from tests.data.checks.mutations_of_results import RESULT_MUTATIONS
from tests.data.checks.mutations_of_rows import ROW_MUTATIONS

MUTATIONS = ROW_MUTATIONS + RESULT_MUTATIONS + FIGURE_MUTATIONS
CONTRACTS = [contract for contract in load_contracts() if contract.table not in FILLED_AFTER_THE_GATE]
SET_ASIDE = [rule.rule for rule in load_rules() if rule.severity == "set_aside"]


def broken_values(column: Column) -> dict[str, str]:
    """A value against each thing that a contract says of a column."""
    values = {}
    if not column.nullable:
        values["null"] = "NULL"
    if column.domain:
        values["domain"] = "'不在其中'"
    if column.pattern:
        values["pattern"] = "'2013年2月'"
    if column.minimum is not None:
        values["min"] = str(column.minimum - 1)
    if column.maximum is not None:
        values["max"] = str(column.maximum + 1)
    return values


BROKEN_VALUES = [
    (contract.table, column.name, f"CAST({value} AS {column.type})", kind)
    for contract in CONTRACTS
    for column in contract.columns
    for kind, value in broken_values(column).items()
]


def added(table: str, *rows: str) -> str:
    """The table with rows of which only the given columns are filled."""
    more = "".join(f" UNION ALL BY NAME SELECT {row}" for row in rows)
    return f"CREATE OR REPLACE TABLE main.{table} AS SELECT * FROM main.{table}{more}"


def test_a_good_candidate__passes_everything(
    candidate: duckdb.DuckDBPyConnection, asked: dict[str, Expectation]
) -> None:
    assert {name: found for name, one in asked.items() if (found := failing(candidate, one))} == {}


@pytest.mark.parametrize(("name", "what", "sql"), MUTATIONS, ids=[f"{name}: {what}" for name, what, _ in MUTATIONS])
def test_mutation__is_seen_by_its_check(
    candidate: duckdb.DuckDBPyConnection, asked: dict[str, Expectation], name: str, what: str, sql: str
) -> None:
    candidate.execute(sql)
    messages = failing(candidate, asked[name])
    assert messages
    assert all(message.endswith("。") or asked[name].name.startswith("rule_") for message in messages)


@pytest.mark.parametrize(
    ("table", "column", "value", "kind"), BROKEN_VALUES, ids=[f"{table}.{name} {kind}" for table, name, _, kind in BROKEN_VALUES]
)
def test_value_against_the_contract__is_seen(
    candidate: duckdb.DuckDBPyConnection, asked: dict[str, Expectation], table: str, column: str, value: str, kind: str
) -> None:
    candidate.execute(added(table, f"{value} AS {column}"))
    assert len(failing(candidate, asked[f"{table}.values_of_{column}"])) == 1


@pytest.mark.parametrize("table", [contract.table for contract in CONTRACTS])
def test_table_against_its_contract__is_seen(
    candidate: duckdb.DuckDBPyConnection, asked: dict[str, Expectation], table: str
) -> None:
    contract = next(contract for contract in CONTRACTS if contract.table == table)
    first, second = contract.columns[0], contract.columns[1]
    types = {column.name: column.type for column in contract.columns}
    key = ", ".join(f"CAST(NULL AS {types[name]}) AS {name}" for name in contract.key)
    rest = ", ".join(column.name for column in contract.columns[2:])
    for name, sql in (
        ("key", added(table, key, key)),
        ("columns", f"CREATE OR REPLACE TABLE main.{table} AS SELECT * EXCLUDE ({second.name}) FROM main.{table}"),
        ("columns", f"CREATE OR REPLACE TABLE main.{table} AS SELECT *, 1 AS more FROM main.{table}"),
        ("columns", f"CREATE OR REPLACE TABLE main.{table} AS SELECT {second.name}, {first.name}, {rest} FROM main.{table}"),
        ("columns", f"CREATE OR REPLACE TABLE main.{table} AS SELECT * REPLACE (NULL::BLOB AS {first.name}) FROM main.{table}"),
    ):
        candidate.execute(sql)
        assert failing(candidate, asked[f"{table}.{name}"]), sql
        candidate.execute("ROLLBACK")
        candidate.execute("BEGIN")


def test_empty_tables__are_seen(candidate: duckdb.DuckDBPyConnection, asked: dict[str, Expectation]) -> None:
    candidate.execute("UPDATE inputs.delivery_facts SET times_warned = 1")
    official = "'official_aggregate' AS basis, 1 AS rows_accepted"
    candidate.execute(f"CREATE OR REPLACE TABLE main.deliveries AS SELECT * REPLACE ({official}) FROM main.deliveries")
    needed = [contract.table for contract in CONTRACTS if contract.filled_when]
    assert len(needed) >= 11
    # what others are asked of goes last
    for table in sorted(needed, key=lambda table: ("deliveries", "patent_events").count(table)):
        candidate.execute(f"DELETE FROM main.{table}")
        assert failing(candidate, asked[f"{table}.row_count"]), table


@pytest.mark.parametrize("rule", SET_ASIDE)
def test_rule_that_sets_many_aside__is_seen(
    candidate: duckdb.DuckDBPyConnection, asked: dict[str, Expectation], rule: str
) -> None:
    one = asked[f"quarantine.share_of_{rule}"]
    candidate.execute(
        f"CREATE OR REPLACE TABLE main.quarantine AS SELECT quarantine.* REPLACE ('{rule}' AS rule, place AS row_number) "
        "FROM main.quarantine, range(2) AS places (place)"
    )
    assert failing(candidate, one) == []  # 2 of 42 rows: within the bound of a twentieth
    candidate.execute("INSERT INTO main.quarantine SELECT * REPLACE (3 AS row_number) FROM main.quarantine LIMIT 1")
    assert failing(candidate, one) == ["平湖市专利申请受理明细_201302.csv 有3行(共42行)"]


def test_bound_that_is_taken_away__is_an_error_and_no_check_that_never_fails(
    candidate: duckdb.DuckDBPyConnection, asked: dict[str, Expectation]
) -> None:
    candidate.execute(
        f"CREATE OR REPLACE TABLE main.quarantine AS SELECT * REPLACE ('{SET_ASIDE[0]}' AS rule) FROM main.quarantine"
    )
    candidate.execute("DELETE FROM inputs.bounds WHERE name = 'rule_share'")
    with pytest.raises(duckdb.Error, match=r"bounds.yml 没有名为 rule_share 的界限"):
        failing(candidate, asked[f"quarantine.share_of_{SET_ASIDE[0]}"])


def test_no_check_is_without_a_mutation(asked: dict[str, Expectation]) -> None:
    tripped = {name for name, _, _ in MUTATIONS}
    tripped |= {f"{table}.values_of_{column}" for table, column, _, _ in BROKEN_VALUES}
    tripped |= {f"{contract.table}.{name}" for contract in CONTRACTS for name in ("key", "columns")}
    tripped |= {f"{contract.table}.row_count" for contract in CONTRACTS if contract.filled_when}
    tripped |= {f"quarantine.share_of_{rule}" for rule in SET_ASIDE}
    assert set(asked) == tripped
    assert len(MUTATIONS) >= 40
