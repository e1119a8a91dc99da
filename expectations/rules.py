"""Row rules: one SQL file a rule, read strictly and run together over a batch of cleaned rows."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast

import duckdb

from transforms.errors import DataError

FOLDER = Path(__file__).parent / "rules"
Severity = Literal["set_aside", "warning"]
BatchTable = Literal["records", "enterprises", "official_totals", "deductions"]
_HEADER = re.compile(r"-- ([a-z_]+):\s*(.*)")
_STATEMENT = re.compile(
    r"SELECT\s+row_key,\s*(?P<reason>.+?)\s+AS reason\nFROM \{batch\}\nWHERE\s+(?P<condition>.+)", re.DOTALL
)
_ALLOWED = {
    "severity": ("set_aside", "warning"),
    "table": ("records", "enterprises", "official_totals", "deductions"),
}


@dataclass(frozen=True)
class Rule:
    """One row rule: `condition` selects failing rows, `reason` makes the Chinese sentence about each."""

    rule: str
    severity: Severity
    label_zh: str
    table: BatchTable
    reason: str
    condition: str

    def statement(self, batch: str) -> str:
        """The rule as a query over a batch given as an SQL table expression."""
        return f"SELECT row_key, {self.reason} AS reason FROM {batch} WHERE {self.condition}"


def parse_rule(text: str, file_name: str) -> Rule:
    """One rule from the text of its file; raises DataError with file and line for a mistake."""
    lines = text.splitlines()
    start = next((number for number, line in enumerate(lines) if not line.startswith("--")), len(lines))
    header = _header(lines[:start], file_name)
    body = "\n".join(line.rstrip() for line in lines[start:]).strip()
    match = _STATEMENT.fullmatch(body)
    if match is None:
        shape = "SELECT row_key, … AS reason、FROM {batch}、WHERE …"
        raise DataError(file_name, start + 1, f"规则应写作三段,各起一行:{shape}")
    rule = Rule(
        rule=header["rule"],
        severity=cast(Severity, header["severity"]),
        label_zh=header["label_zh"],
        table=cast(BatchTable, header["table"]),
        reason=match["reason"],
        condition=match["condition"],
    )
    _check_statement(rule, file_name, start + 1)
    return rule


def load_rules(folder: Path = FOLDER) -> tuple[Rule, ...]:
    """All rules of a folder, by name; raises DataError for a mistake or a rule not named like its file."""
    rules = []
    for path in sorted(folder.glob("*.sql")):
        rule = parse_rule(path.read_text(encoding="utf-8"), path.name)
        if rule.rule != path.stem:
            raise DataError(path.name, 1, f"规则名 {rule.rule} 与文件名不符")
        rules.append(rule)
    if not rules:
        raise DataError(str(folder), 0, "没有任何行规则")
    return tuple(rules)


def rules_of(rules: Sequence[Rule], table: BatchTable) -> tuple[Rule, ...]:
    """The rules that judge rows of this kind."""
    return tuple(rule for rule in rules if rule.table == table)


def run_rules(
    connection: duckdb.DuckDBPyConnection, rules: Sequence[Rule], batch_table: str, table: BatchTable
) -> None:
    """Judge a table or view (`batch_table` as in SQL); makes the temporary table `found`.

    `found` holds row_key, rule, severity, reason. Rows with `out_of_scope` are not judged. A row that is set
    aside has no warnings, it is not among the records. Raises ValueError when no rule is for this table.
    """
    chosen = rules_of(rules, table)
    if not chosen:
        raise ValueError(f"no rules for {table}: nothing would be checked")
    connection.execute(f"CREATE OR REPLACE TEMP TABLE found AS\n{findings_statement(chosen, batch_table)}")


def findings_statement(rules: Sequence[Rule], batch_table: str) -> str:
    """One query for all rules: the batch is scanned once, each rule then looks at rows that fail any."""
    suspect = "\n    OR ".join(f"({rule.condition})" for rule in rules)
    findings = "\nUNION ALL\n".join(
        f"SELECT row_key, '{rule.rule}' AS rule, '{rule.severity}' AS severity, reason"
        f"\nFROM ({rule.statement('suspects')})"
        for rule in rules
    )
    return (
        f"WITH suspects AS MATERIALIZED (\n    SELECT * FROM {batch_table}\n"
        f"    WHERE out_of_scope IS NULL AND (\n    {suspect}\n    )\n)\n"
        f"SELECT row_key, rule, severity, reason FROM (\n{findings}\n)\n"
        "QUALIFY severity = 'set_aside' OR NOT bool_or(severity = 'set_aside') OVER (PARTITION BY row_key)"
    )


def _check_statement(rule: Rule, file_name: str, line: int) -> None:
    try:
        statements = duckdb.extract_statements(rule.statement("batch"))
    except duckdb.Error as error:
        raise DataError(file_name, line, f"规则不是合法的 SQL:{error}") from error
    if len(statements) != 1 or statements[0].type != duckdb.StatementType.SELECT:
        raise DataError(file_name, line, "规则应恰为一条 SELECT 语句,末尾不带分号")


def _header(lines: list[str], file_name: str) -> dict[str, str]:
    header = {"table": "records"}
    given: set[str] = set()
    for number, line in enumerate(lines, start=1):
        match = _HEADER.fullmatch(line.rstrip())
        if match is None:
            continue
        key, value = match[1], match[2].strip()
        if key not in ("rule", "severity", "label_zh", "table"):
            raise DataError(file_name, number, f"不认识的项目 {key},可用:rule、severity、label_zh、table")
        if key in given:
            raise DataError(file_name, number, f"项目 {key} 重复")
        if not value:
            raise DataError(file_name, number, f"{key} 不能为空")
        if key == "rule" and not re.fullmatch(r"[a-z][a-z0-9_]*", value):
            raise DataError(file_name, number, f"规则名应由小写字母、数字和下划线组成,现为 {value}")
        if key in _ALLOWED and value not in _ALLOWED[key]:
            raise DataError(file_name, number, f"{key} 应为 {'、'.join(_ALLOWED[key])} 之一,现为 {value}")
        header[key] = value
        given.add(key)
    missing = [key for key in ("rule", "severity", "label_zh") if key not in given]
    if missing:
        raise DataError(file_name, 1, f"开头缺少:{'、'.join(missing)}")
    return header
