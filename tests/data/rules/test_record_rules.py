"""Every rule over records: one row that it finds, and one just beside it that it lets pass."""

from datetime import date
from typing import Any

import pytest

from expectations.rules import load_rules, rules_of

from .batch import APPLICATION, GRANT, NUMBERLESS_GRANT, RECORD_SCHEMA, findings

BAD_NUMBER = {"application_number": None, "patent_id": None, "patent_type": None}

# rule, severity, what the reason must name, the failing row, changes that make it pass this rule
CASES: list[tuple[str, str, str, dict[str, Any], dict[str, Any]]] = [
    ("cells_beyond_header", "set_aside", "多出1格", {**APPLICATION, "surplus_cells": 1}, {"surplus_cells": None}),
    ("no_identity", "set_aside", "申请号",
     {**APPLICATION, **BAD_NUMBER, "number_state": "missing", "number_text": None},
     {"patent_id": "CN203000006", "patent_type": "utility_model"}),
    ("number_missing", "warning", "CN203000006U", NUMBERLESS_GRANT, {"basis": "public_documents"}),
    ("number_malformed", "set_aside", "2013-第5号",
     {**APPLICATION, **BAD_NUMBER, "number_state": "malformed", "number_text": "2013-第5号"},
     {"patent_id": "CN203000006", "patent_type": "utility_model"}),
    ("number_malformed_but_identified", "warning", "CN203000006U",
     {**NUMBERLESS_GRANT, "number_state": "malformed", "number_text": "20132002"},
     {"patent_id": None}),
    ("number_destroyed", "set_aside", "2.01311E+11",
     {**APPLICATION, **BAD_NUMBER, "number_state": "destroyed", "number_text": "2.01311E+11"},
     {"patent_id": "CN203000006", "patent_type": "utility_model"}),
    ("number_destroyed_but_identified", "warning", "2.01311E+11",
     {**NUMBERLESS_GRANT, "number_state": "destroyed", "number_text": "2.01311E+11"},
     {"patent_id": None}),
    ("wrong_check_digit", "set_aside", "ZL201320022825.5",
     {**APPLICATION, **BAD_NUMBER, "number_state": "wrong_check", "number_text": "ZL201320022825.5"},
     {"number_state": "check_inferred"}),
    ("no_event_date", "set_aside", "2013-01-03",
     {**APPLICATION, "accepted_on": None, "application_on": None, "application_month": None},
     {"application_on": date(2013, 1, 3), "application_month": "2013-01"}),
    ("no_counting_month", "set_aside", "2011-05-06",
     {**APPLICATION, "filed_on": date(2011, 5, 6), "accepted_on": None, "application_on": date(2011, 5, 6),
      "application_month": None},
     {"application_month": "2013-01"}),
    ("no_counting_month_of_application", "warning", "2011-05-06",
     {**GRANT, "filed_on": date(2011, 5, 6), "application_on": date(2011, 5, 6)},
     {"application_month": "2011-05"}),
    ("date_impossible", "set_aside", "受理日",
     {**APPLICATION, "accepted_on": None, "unreadable_dates": "acceptance_date", "application_on": date(2013, 1, 3)},
     {"unreadable_dates": "grant_date"}),
    ("other_date_unreadable", "warning", "申请日",
     {**APPLICATION, "filed_on": None, "unreadable_dates": "filing_date"},
     {"unreadable_dates": None}),
    ("date_after_feed_month", "warning", "计入 2013-02,晚于本表所属的月份 2013-01",
     {**APPLICATION, "application_on": date(2013, 2, 1), "application_month": "2013-02"},
     {"application_on": date(2013, 1, 31), "application_month": "2013-01"}),
    ("date_after_received", "set_aside",
     "2013-02-16 晚于文件收到日 2013-02-15,不可能已经发生。请核对日期并在 data/corrections 更正;若错的是收到日,请把原表另存为",
     {**APPLICATION, "application_on": date(2013, 2, 16)},
     {"application_on": date(2013, 2, 15)}),
    ("date_before_1985", "set_aside", "1985-03-31",
     {**GRANT, "grant_on": date(1985, 3, 31)},
     {"grant_on": date(1985, 4, 1)}),
    ("other_date_out_of_range", "warning", "申请日 1900-01-03",
     {**GRANT, "filed_on": date(1900, 1, 3)},
     {"filed_on": date(1985, 4, 1)}),
    ("dates_out_of_order", "warning", "2013-01-09",
     {**GRANT, "filed_on": date(2013, 1, 10)},
     {"filed_on": date(2013, 1, 9)}),
    ("event_before_number_year", "warning", "2012-01-08",
     {**APPLICATION, "filed_on": date(2012, 1, 3), "accepted_on": date(2012, 1, 8), "application_on": date(2012, 1, 8),
      "application_month": "2012-01"},
     {"accepted_on": date(2013, 1, 8), "application_on": date(2013, 1, 8)}),
    ("document_without_its_day", "warning", "CN203000006U",
     {**GRANT, "basis": "public_documents", "application_on": date(2013, 1, 3), "application_month": "2013-01",
      "published_on": None, "granted_on": None, "grant_on": None},
     {"published_on": date(2013, 1, 9)}),
    ("kind_unknown", "set_aside", "201370022825.4",
     {**APPLICATION, "application_number": "201370022825.4", "patent_id": "201370022825.4", "patent_type": None},
     {"patent_type": "design"}),
    ("type_conflict", "set_aside", "CN203000006U",
     {**GRANT, "application_number": "201310022825.4", "type_conflict": True},
     {"type_conflict": False}),
    ("applicant_missing", "set_aside", "申请人",
     {**APPLICATION, "first_applicant": None, "applicants": None},
     {"first_applicant": "佚名"}),
    ("address_missing", "warning", "当湖街道", {**APPLICATION, "address": None}, {"address": "平湖市"}),
    ("type_word_differs", "warning", "“发明”",
     {**APPLICATION, "type_by_word": "invention"},
     {"type_by_word": None}),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "severity", "named", "failing", "mended"), CASES, ids=[case[0] for case in CASES])
def test_rule(rule: str, severity: str, named: str, failing: dict[str, Any], mended: dict[str, Any]) -> None:
    found = findings(failing, RECORD_SCHEMA, "records")
    assert rule in found
    assert found[rule][0] == severity
    assert named in found[rule][1]
    assert rule not in findings({**failing, **mended}, RECORD_SCHEMA, "records")


def test_date_after_feed_month__across_the_year_and_of_lists_without_a_month() -> None:
    late = {**GRANT, "grant_on": date(2014, 1, 1), "received_on": date(2014, 2, 1), "feed_month": "2013-12"}
    assert findings(late, RECORD_SCHEMA, "records").keys() == {"date_after_feed_month"}
    assert not findings({**late, "feed_month": None}, RECORD_SCHEMA, "records")


def test_every_record_rule_has_a_case() -> None:
    assert [rule.rule for rule in rules_of(load_rules(), "records")] == sorted(case[0] for case in CASES)


@pytest.mark.parametrize("case", CASES, ids=[case[0] for case in CASES])
def test_one_defect_is_found_once(case: tuple[str, str, str, dict[str, Any], dict[str, Any]]) -> None:
    assert list(findings(case[3], RECORD_SCHEMA, "records")) == [case[0]]


@pytest.mark.parametrize("row", [APPLICATION, GRANT], ids=["application", "grant"])
def test_sound_row_passes(row: dict[str, Any]) -> None:
    assert findings(row, RECORD_SCHEMA, "records") == {}


def test_out_of_scope_row_is_not_judged() -> None:
    total = dict.fromkeys(RECORD_SCHEMA) | {"row_key": 1, "out_of_scope": "total_row", "number_state": "malformed"}
    assert findings(total, RECORD_SCHEMA, "records") == {}


def test_no_event_date__corrected_document_makes_no_event() -> None:
    reissue = {**GRANT, "document_kind": "U9", "publication_number": "CN203000006U9", "grant_on": None,
               "is_correction": True}  # fmt: skip
    assert findings(reissue, RECORD_SCHEMA, "records") == {}


def test_no_event_date__announcement_before_1993() -> None:
    announced = {**GRANT, "filed_on": date(1988, 5, 4), "published_on": date(1990, 1, 3), "granted_on": None,
                 "grant_on": None}  # fmt: skip
    assert findings(announced, RECORD_SCHEMA, "records") == {}
    undated = {**announced, "published_on": None}
    assert list(findings(undated, RECORD_SCHEMA, "records")) == ["no_event_date"]
    later = {**announced, "published_on": date(1993, 1, 6)}
    assert list(findings(later, RECORD_SCHEMA, "records")) == ["no_event_date"]


@pytest.mark.parametrize(
    ("row", "is_found"),
    [
        ({**GRANT, "filed_on": None, "granted_on": date(2012, 12, 26), "grant_on": date(2012, 12, 26)}, True),
        # a divisional application without acceptance date: its filing date is that of its parent
        ({**APPLICATION, "filed_on": date(2010, 5, 6), "accepted_on": None, "application_on": date(2010, 5, 6)}, False),
        # numbers of eight digits carry two of the year
        ({**GRANT, "filed_on": None, "application_number": "99105020.7", "grant_on": date(1999, 1, 6)}, False),
        ({**GRANT, "filed_on": None, "application_number": "99105020.7", "grant_on": date(1998, 12, 30)}, True),
        ({**GRANT, "filed_on": None, "application_number": "02205018.3", "grant_on": date(2002, 1, 2)}, False),
        ({**GRANT, "filed_on": None, "application_number": "02205018.3", "grant_on": date(2001, 12, 26)}, True),
        ({**NUMBERLESS_GRANT, "filed_on": None, "grant_on": date(2001, 12, 26)}, False),
    ],
)
def test_event_before_number_year__by_the_year_that_the_number_carries(row: dict[str, Any], is_found: bool) -> None:
    assert ("event_before_number_year" in findings(row, RECORD_SCHEMA, "records")) is is_found


def test_kind_unknown__letter_of_no_chinese_document() -> None:
    found = findings({**GRANT, "document_kind": "T", "publication_number": "CN203000006T"}, RECORD_SCHEMA, "records")
    assert "CN203000006T" in found["kind_unknown"][1]


PUBLIC = {"basis": "public_documents"}


@pytest.mark.parametrize(
    ("row", "rule", "label"),
    [
        # the feed of applications counts by acceptance; what it says of other dates is a remark
        ({**APPLICATION, "unreadable_dates": "grant_date写作“?”"}, "other_date_unreadable", "授权公告日写作“?”,不是日期"),
        ({**APPLICATION, "unreadable_dates": "publication_date写作“?”"}, "other_date_unreadable", "公布日写作“?”,不是日期"),
        ({**GRANT, "unreadable_dates": "acceptance_date写作“?”"}, "other_date_unreadable", "受理日写作“?”,不是日期"),
        ({**GRANT, "unreadable_dates": "filing_date写作“?”、publication_date写作“?”"}, "other_date_unreadable",
         "申请日写作“?”、公布日写作“?”,不是日期"),
        # an export says a document was granted on a day nobody can read
        ({**APPLICATION, **PUBLIC, "unreadable_dates": "grant_date写作“?”"}, "date_impossible", "授权公告日写作“?”,不是日期"),
        ({**APPLICATION, **PUBLIC, "unreadable_dates": "publication_date写作“?”"}, "date_impossible", "公布日写作“?”,不是日期"),
        ({**GRANT, **PUBLIC, "unreadable_dates": "publication_date写作“?”"}, "other_date_unreadable", "公布日写作“?”,不是日期"),
        # nothing is left to count
        ({**GRANT, "grant_on": None, "unreadable_dates": "grant_date写作“?”"}, "date_impossible", "授权公告日写作“?”,不是日期"),
        ({**APPLICATION, "application_on": None, "application_month": None, "accepted_on": None,
          "unreadable_dates": "filing_date写作“?”"}, "date_impossible", "申请日写作“?”,不是日期"),
    ],
)  # fmt: skip
def test_unreadable_date_matters_where_an_event_needs_it(row: dict[str, Any], rule: str, label: str) -> None:
    found = findings(row, RECORD_SCHEMA, "records")
    assert list(found) == [rule]
    assert found[rule][1].startswith(label)


def test_address_missing__elsewhere_is_not_counted() -> None:
    row = {**APPLICATION, "address": None, "in_territory": False, "unit_code": None, "unit_name": None}
    assert "不据以计入本市统计" in findings(row, RECORD_SCHEMA, "records")["address_missing"][1]
