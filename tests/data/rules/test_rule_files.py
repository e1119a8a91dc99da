"""Rule files are read strictly: a mistake is named with file and line."""

import re
from pathlib import Path

import duckdb
import pytest

from expectations.rules import load_rules, parse_rule, rules_of, run_rules
from transforms.errors import DataError
from transforms.sql_select import FAULTS

GOOD = """-- rule: short
-- severity: warning
-- label_zh: 短
-- A free remark.
SELECT row_key, 'x;y' AS reason
FROM {batch}
WHERE title IS NULL
"""


def test_good_rule() -> None:
    rule = parse_rule(GOOD, "short.sql")
    assert (rule.rule, rule.severity, rule.label_zh, rule.tables) == ("short", "warning", "短", ("records",))
    assert rule.statement("batch") == "SELECT row_key, 'x;y' AS reason FROM batch WHERE title IS NULL"


def test_rule_of_several_tables__judges_each_and_no_other() -> None:
    rule = parse_rule(GOOD.replace("-- A free remark.", "-- table: enterprises, deductions"), "short.sql")
    judging = [table for table in ("records", "enterprises", "deductions", "official_totals") if rules_of((rule,), table)]
    assert judging == ["enterprises", "deductions"]


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("warning", "wrong", 2),
        ("severity", "seriousness", 2),
        ("-- label_zh: 短\n", "", 1),
        ("label_zh: 短", "label_zh: ", 3),
        ("label_zh: 短", "rule: short", 3),
        ("-- A free remark.", "-- table: papers", 4),
        ("-- A free remark.", "-- table: records, papers", 4),
        ("FROM {batch}", "FROM records", 5),
        ("SELECT row_key", "DELETE", 5),
        ("title IS NULL", "title IS", 5),
        ("title IS NULL", "title IS NULL; DROP TABLE x", 5),
    ],
)
def test_mistake_is_named(old: str, new: str, line: int) -> None:
    assert old in GOOD
    with pytest.raises(DataError) as caught:
        parse_rule(GOOD.replace(old, new), "short.sql")
    assert (caught.value.file, caught.value.line) == ("short.sql", line)


@pytest.mark.parametrize(
    ("condition", "word"),
    [
        ("titel IS NULL", "titel"),
        ("longest(title) > 3", "longest"),
        ("title IN (SELECT title FROM titles)", "titles"),
        ("title = $wanted", "wanted"),
        ("CAST(title AS INTEGER) > 3", "锁扣"),
    ],
)
def test_rule_that_cannot_judge__is_named(condition: str, word: str) -> None:
    wrong = parse_rule(GOOD.replace("title IS NULL", condition), "short.sql")
    other = parse_rule(GOOD.replace("rule: short", "rule: other"), "other.sql")
    with duckdb.connect() as connection:
        connection.execute("CREATE TABLE batch AS SELECT 1 AS row_key, '锁扣' AS title, NULL AS out_of_scope")
        with pytest.raises(DataError, match=f"规则无法执行:.*{word}") as caught:
            run_rules(connection, (other, wrong), "batch", "records")
    assert (caught.value.file, caught.value.line) == ("short.sql", 5)


@pytest.mark.parametrize("outside", [duckdb.OutOfMemoryException, duckdb.IOException])
def test_lack_of_memory_or_disk__is_no_fault_of_a_rule(outside: type[duckdb.Error]) -> None:
    assert not issubclass(outside, FAULTS)


def test_rule_named_unlike_its_file(tmp_path: Path) -> None:
    (tmp_path / "long.sql").write_text(GOOD, encoding="utf-8")
    with pytest.raises(DataError, match="与文件名不符"):
        load_rules(tmp_path)


def test_no_rules_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="没有任何行规则"):
        load_rules(tmp_path)
    with duckdb.connect() as connection, pytest.raises(ValueError, match="nothing would be checked"):
        run_rules(connection, (), "batch", "records")


def test_reasons_are_chinese_sentences() -> None:
    for rule in load_rules():
        assert re.search(r"[一-鿿].*。", rule.reason), rule.rule
        assert re.fullmatch(r"[一-鿿()0-9]+", rule.label_zh), rule.rule
