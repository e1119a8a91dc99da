"""Row rules: one SQL file a rule, read strictly and run together over a batch of cleaned rows."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, cast, get_args

import duckdb

from expectations.headers import Header, Statement, read_file, read_statement
from transforms.errors import DataError
from transforms.sql_select import FAULTS, fault, verify_select

FOLDER = Path(__file__).parent / "rules"
Severity = Literal["set_aside", "warning"]
BatchTable = Literal["records", "enterprises", "official_totals", "deductions"]
_STATEMENT = re.compile(
    r"SELECT\s+row_key,\s*(?P<reason>.+?)\s+AS reason\nFROM \{batch\}\nWHERE\s+(?P<condition>.+)", re.DOTALL
)
_HEADER = Header(
    name_key="rule",
    required={"severity": ("set_aside", "warning"), "label_zh": ()},
    optional={"table": get_args(BatchTable)},
    noun_zh="规则",
    several=frozenset(("table",)),
)


@dataclass(frozen=True)
class Rule:
    """One row rule for the rows of `tables`: `condition` selects failing ones, `reason` says in Chinese what each has."""

    rule: str
    severity: Severity
    label_zh: str
    tables: tuple[BatchTable, ...]
    reason: str
    condition: str
    line: int = field(default=0, compare=False)

    @property
    def file(self) -> str:
        """Name of the file the rule was read from."""
        return f"{self.rule}.sql"

    def statement(self, batch: str) -> str:
        """The rule as a query over a batch given as an SQL table expression."""
        return f"SELECT row_key, {self.reason} AS reason FROM {batch} WHERE {self.condition}"


def parse_rule(text: str, file_name: str) -> Rule:
    """One rule from the text of its file; raises DataError with file and line for a mistake."""
    return _rule(read_statement(text, file_name, _HEADER), file_name)


def load_rules(folder: Path = FOLDER) -> tuple[Rule, ...]:
    """All rules of a folder, by name; raises DataError for a mistake or a rule not named like its file."""
    rules = tuple(_rule(read_file(path, _HEADER), path.name) for path in sorted(folder.glob("*.sql")))
    if not rules:
        raise DataError(str(folder), 0, "没有任何行规则")
    return rules


def rules_of(rules: Sequence[Rule], table: BatchTable) -> tuple[Rule, ...]:
    """The rules that judge rows of this kind."""
    return tuple(rule for rule in rules if table in rule.tables)


def run_rules(
    connection: duckdb.DuckDBPyConnection, rules: Sequence[Rule], batch_table: str, table: BatchTable
) -> None:
    """Judge a table or view (`batch_table` as in SQL); makes the temporary table `found`.

    `found` holds row_key, rule, severity, reason. Rows with `out_of_scope` are not judged. A row that is set
    aside has no warnings, it is not among the records. Raises ValueError when no rule is for this table, DataError for a
    rule that names a column which is not there.
    """
    chosen = rules_of(rules, table)
    if not chosen:
        raise ValueError(f"no rules for {table}: nothing would be checked")
    try:
        _find(connection, chosen, batch_table)
    except FAULTS:
        _blame(connection, chosen, batch_table)
        raise


def _find(connection: duckdb.DuckDBPyConnection, rules: Sequence[Rule], batch_table: str) -> None:
    connection.execute(f"CREATE OR REPLACE TEMP TABLE found AS\n{findings_statement(rules, batch_table)}")


def _blame(connection: duckdb.DuckDBPyConnection, rules: Sequence[Rule], batch_table: str) -> None:
    """Raise DataError for the rule that cannot judge these rows by itself either."""
    for rule in rules:
        try:
            _find(connection, (rule,), batch_table)
        except FAULTS as error:
            raise DataError(rule.file, rule.line, f"规则无法执行:{fault(error)}") from error


def findings_statement(rules: Sequence[Rule], batch_table: str) -> str:
    """One query for all rules: the batch is scanned once, then each row that fails any rule is asked all of them.

    A UNION of the rules would say the same and take DuckDB five times as long to plan, file after file.
    """
    suspect = "\n    OR ".join(f"({rule.condition})" for rule in rules)
    findings = ",\n".join(
        f"CASE WHEN {rule.condition}\nTHEN {{rule: '{rule.rule}', severity: '{rule.severity}', reason: {rule.reason}}} END"
        for rule in rules
    )
    return (
        f"WITH suspects AS MATERIALIZED (\n    SELECT * FROM {batch_table}\n"
        f"    WHERE out_of_scope IS NULL AND (\n    {suspect}\n    )\n),\n"
        f"findings AS (\nSELECT row_key, unnest([\n{findings}\n]) AS finding FROM suspects\n)\n"
        "SELECT row_key, finding.rule, finding.severity, finding.reason FROM findings WHERE finding IS NOT NULL\n"
        "QUALIFY finding.severity = 'set_aside' OR NOT bool_or(finding.severity = 'set_aside') OVER (PARTITION BY row_key)"
    )


def _rule(statement: Statement, file_name: str) -> Rule:
    match = _STATEMENT.fullmatch(statement.sql)
    if match is None:
        shape = "SELECT row_key, … AS reason、FROM {batch}、WHERE …"
        raise DataError(file_name, statement.line, f"规则应写作三段,各起一行:{shape}")
    rule = Rule(
        rule=statement.values["rule"],
        severity=cast(Severity, statement.values["severity"]),
        label_zh=statement.values["label_zh"],
        tables=cast(tuple[BatchTable, ...], tuple(statement.values.get("table", "records").split(", "))),
        reason=match["reason"],
        condition=match["condition"],
        line=statement.line,
    )
    verify_select(statement.sql.replace("{batch}", "batch"), "规则", file_name, statement.line)
    return rule
