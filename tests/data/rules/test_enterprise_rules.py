"""Every rule over lists of demonstration enterprises: one row that it finds, one beside it that passes."""

from datetime import date
from typing import Any

import pytest

from expectations.rules import load_rules, rules_of

from .batch import ENTERPRISE_SCHEMA, RECOGNITION, findings

NOTICE = {**RECOGNITION, "event": "公示", "document_number": None, "document_on": None, "notice_on": date(2013, 1, 4)}

CASES: list[tuple[str, str, str, dict[str, Any], dict[str, Any]]] = [
    ("cells_beyond_header", "set_aside", "多出2格", {**RECOGNITION, "surplus_cells": 2}, {"surplus_cells": None}),
    ("enterprise_name_missing", "set_aside", "91330482MA00000000", {**RECOGNITION, "name": None}, {"name": "某厂"}),
    ("enterprise_level_unknown", "set_aside", "“一级”",
     {**RECOGNITION, "level": "未识别", "unrecognised": "level=一级; scheme=优"}, {"level": "省级"}),
    ("enterprise_event_unknown", "set_aside", "“入库”",
     {**RECOGNITION, "event": "未识别", "unrecognised": "level=一级; event=入库"}, {"event": "撤销"}),
    ("enterprise_scheme_unknown", "warning", "“优”",
     {**RECOGNITION, "scheme": "未识别", "unrecognised": "scheme=优"}, {"scheme": "优势"}),
    ("enterprise_date_missing", "set_aside", "平科技〔2012〕18号",
     {**RECOGNITION, "document_on": None}, {"event": "公示"}),
    ("enterprise_date_impossible", "set_aside", "平湖市某某有限公司",
     {**RECOGNITION, "document_on": None, "unreadable_dates": "document_date"}, {"event": "公示"}),
    ("enterprise_other_date_unreadable", "warning", "公示日期",
     {**RECOGNITION, "unreadable_dates": "notice_date"}, {"unreadable_dates": None}),
    ("enterprise_code_invalid", "warning", "91330482MA00000001",
     {**RECOGNITION, "uscc": "91330482MA00000001", "uscc_valid": False}, {"uscc": None, "uscc_valid": None}),
    ("enterprise_date_after_received", "set_aside", "2013-02-16",
     {**RECOGNITION, "document_on": date(2013, 2, 16)}, {"document_on": date(2013, 2, 15)}),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "severity", "named", "failing", "mended"), CASES, ids=[case[0] for case in CASES])
def test_rule(rule: str, severity: str, named: str, failing: dict[str, Any], mended: dict[str, Any]) -> None:
    found = findings(failing, ENTERPRISE_SCHEMA, "enterprises")
    assert list(found) == [rule]
    assert found[rule][0] == severity
    assert named in found[rule][1]
    assert rule not in findings({**failing, **mended}, ENTERPRISE_SCHEMA, "enterprises")


def test_every_enterprise_rule_has_a_case() -> None:
    assert [rule.rule for rule in rules_of(load_rules(), "enterprises")] == sorted(case[0] for case in CASES)


@pytest.mark.parametrize("row", [RECOGNITION, NOTICE], ids=["recognition", "notice"])
def test_sound_row_passes(row: dict[str, Any]) -> None:
    assert findings(row, ENTERPRISE_SCHEMA, "enterprises") == {}


def test_enterprise_level_unknown__blank_cell() -> None:
    found = findings({**RECOGNITION, "level": "未识别"}, ENTERPRISE_SCHEMA, "enterprises")
    assert "没有写级别" in found["enterprise_level_unknown"][1]


def test_unreadable_document_date_of_a_notice_is_only_a_remark() -> None:
    found = findings({**NOTICE, "unreadable_dates": "document_date"}, ENTERPRISE_SCHEMA, "enterprises")
    assert list(found) == ["enterprise_other_date_unreadable"]
