"""What counts as a difference between two releases, on files made by hand."""

import json
from pathlib import Path
from typing import Any

import duckdb
import pytest

from flows.changes import statements
from tests.data.changes.two_releases import compared, count, event, lines, make_file

Rows = dict[str, list[dict[str, Any]]]
CELL = "design|企业|receipt_records"


def found(tmp_path: Path, table: str, before: Rows, after: Rows, *months: str) -> list[tuple[Any, ...]]:
    files = make_file(tmp_path / "before.duckdb", before), make_file(tmp_path / "after.duckdb", after)
    with compared(tmp_path, *files, *months) as connection:
        return lines(connection, table)


def test_count__restated_month_has_old_and_new_number_and_the_new_month_is_no_change(tmp_path: Path) -> None:
    before = {"monthly_counts": [count("2013-01", 5, grants=2)]}
    after = {"monthly_counts": [count("2013-01", 7, grants=2), count("2013-02", 9)]}
    assert found(tmp_path, "monthly_counts", before, after) == [(f"2013-01|330482001|{CELL}", "applications", "5", "7")]


def test_count__a_line_that_came_or_went_says_its_numbers_but_no_zero(tmp_path: Path) -> None:
    before = {"monthly_counts": [count("2013-01", 5, unit_code="330482001")]}
    after = {"monthly_counts": [count("2013-01", 0, grants=3, unit_code="330482002")]}
    assert found(tmp_path, "monthly_counts", before, after) == [
        (f"2013-01|330482001|{CELL}", "applications", "5", None),
        (f"2013-01|330482002|{CELL}", "grants", None, "3"),
    ]


def test_scorecard__other_years_are_not_claimed_and_as_of_is_no_content(tmp_path: Path) -> None:
    row = {"target_id": "patent_applications", "unit_code": "330482", "as_of": "2013-02-15", "value": 5.0}
    before = {"scorecard": [row | {"month": "2012-12"}, row | {"month": "2013-01"}]}
    after = {"scorecard": [row | {"month": "2013-01", "as_of": "2013-03-15"}]}
    assert found(tmp_path, "scorecard", before, after) == []
    after["scorecard"][0]["value"] = None
    (tmp_path / "after.duckdb").unlink()
    (tmp_path / "before.duckdb").unlink()
    assert found(tmp_path, "scorecard", before, after) == [("2013-01|patent_applications|330482", "value", "5.0", None)]


def test_double__last_bits_are_no_difference(tmp_path: Path) -> None:
    row = {"month": "2013-01", "target_id": "invention_share", "unit_code": "330482"}
    before = {"scorecard": [row | {"value": 0.1 + 0.2, "numerator": 3}, row | {"value": 0.1 + 0.2, "unit_code": "330482001"}]}
    after = {"scorecard": [row | {"value": 0.3, "numerator": 4}, row | {"value": 0.3, "unit_code": "330482001"}]}
    assert found(tmp_path, "scorecard", before, after) == [("2013-01|invention_share|330482", "numerator", "3", "4")]


def test_event__late_one_of_an_old_month_is_a_change_with_its_content(tmp_path: Path) -> None:
    after = {"patent_events": [event("201330000001.1", "2013-01", reported_month="2013-02"), event("b", "2013-02")]}
    ((key, column, old, new),) = found(tmp_path, "patent_events", {}, after)
    assert (key, column, old) == ("201330000001.1|application|receipt_records", "row", None)
    assert json.loads(new)["reported_month"] == "2013-02"


def test_event__gone_from_the_later_release(tmp_path: Path) -> None:
    before = {"patent_events": [event("a", "2013-01", unit_name="当湖街道")]}
    ((_, column, old, new),) = found(tmp_path, "patent_events", before, {})
    assert (column, json.loads(old)["unit_name"], new) == ("row", "当湖街道", None)


def test_event__another_origin_alone_is_counted_not_listed(tmp_path: Path) -> None:
    before = {"patent_events": [event("a", "2013-01"), event("b", "2013-01")]}
    after = {"patent_events": [event("a", "2013-01", delivery_id="d2"), event("b", "2013-01", unit_code="330482101")]}
    assert found(tmp_path, "patent_events", before, after) == [
        ("b|application|receipt_records", "unit_code", "330482001", "330482101"),
        ("出处", "delivery_id", None, "1 行"),
    ]


def test_patent__a_grant_of_the_new_month_is_news_a_changed_address_is_not(tmp_path: Path) -> None:
    old = {"patent_id": "a", "title": "壶", "address": "甲路", "bases": "receipt_records"}
    new = old | {"granted_on": "2013-02-06", "publication_number": "CN3", "ipc_main": "A47J", "address": "乙路"}
    before = {"patents": [old], "patent_events": [event("a", "2013-01")]}
    grant = event("a", "2013-02", event="grant")
    after = {"patents": [new, {"patent_id": "b"}], "patent_events": [event("a", "2013-01"), grant, event("b", "2013-02")]}
    assert found(tmp_path, "patents", before, after) == [("a", "address", "甲路", "乙路")]


def test_patent__a_grant_of_an_old_month_is_a_change(tmp_path: Path) -> None:
    before = {"patents": [{"patent_id": "a"}], "patent_events": [event("a", "2013-01")]}
    after = {
        "patents": [{"patent_id": "a", "granted_on": "2013-01-30"}],
        "patent_events": [event("a", "2013-01"), event("a", "2013-01", event="grant")],
    }
    assert found(tmp_path, "patents", before, after) == [("a", "granted_on", None, "2013-01-30")]


def test_same_month__everything_is_compared(tmp_path: Path) -> None:
    row = {"delivery_id": "d2", "sheet": "", "row_number": 3, "rule": "no_identity", "reason": "缺"}
    after = {"quarantine": [row], "deliveries": [{"delivery_id": "d2", "state": "accepted"}]}
    assert [line[:2] for line in found(tmp_path, "quarantine", {}, after, "2013-02", "2013-02")] == [
        ("d2||3|no_identity", "row")
    ]


def test_quarantine__rows_of_a_file_that_the_earlier_release_did_not_know_are_news(tmp_path: Path) -> None:
    row = {"sheet": "", "row_number": 3, "rule": "no_identity", "reason": "缺"}
    known, new = ({"delivery_id": name, "state": "accepted"} for name in ("d1", "d2"))
    after = {"quarantine": [row | {"delivery_id": "d1"}, row | {"delivery_id": "d2"}], "deliveries": [known, new]}
    assert [key for key, *_ in found(tmp_path, "quarantine", {"deliveries": [known]}, after)] == ["d1||3|no_identity"]


def test_key__empty_parts_and_bars_inside_values_stay_apart(tmp_path: Path) -> None:
    row = {"enterprise_id": "e", "level": None, "event": "认定", "scheme": "专利示范", "event_on": "2013-01-05"}
    before = {"demonstration_enterprises": [row | {"document_number": "甲|乙", "name": "旧"}]}
    after = {"demonstration_enterprises": [row | {"document_number": "甲|乙", "name": "新"}]}
    assert found(tmp_path, "demonstration_enterprises", before, after) == [
        ("e||认定|专利示范|甲\\|乙|2013-01-05", "name", "旧", "新")
    ]


def test_details__are_bounded_and_the_rest_is_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(statements, "MOST_KEYS", 1)
    before = {"patent_events": [event(name, "2013-01") for name in "abcd"]}
    moved = [event(name, "2013-01", unit_code="330482101") for name in "abc"]
    after = {"patent_events": [*moved, event("e", "2013-01")]}
    assert found(tmp_path, "patent_events", before, after) == [
        ("a|application|receipt_records", "unit_code", "330482001", "330482101"),
        ("其余", "row", "1 行", "1 行"),
        ("其余", "unit_code", None, "2 行"),
    ]


def test_older_release__without_a_column_or_a_table_is_compared_by_what_it_has(tmp_path: Path) -> None:
    before, after = ({"monthly_counts": [count("2013-01", number)]} for number in (5, 6))
    file = make_file(tmp_path / "before.duckdb", before)
    with duckdb.connect(str(file)) as connection:
        connection.execute("ALTER TABLE monthly_counts DROP publications")
        connection.execute("DROP TABLE quarantine")
    with compared(tmp_path, file, make_file(tmp_path / "after.duckdb", after)) as connection:
        assert lines(connection, "monthly_counts") == [(f"2013-01|330482001|{CELL}", "applications", "5", "6")]
        assert lines(connection, "quarantine") == []
