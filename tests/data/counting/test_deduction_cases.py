"""Deductions case by case; expected values are worked out by hand in each test."""

from datetime import date
from typing import Any

import duckdb
import pytest
from counting_store import add_events, add_feeds, insert, months_of, new_store, score

from transforms.out import build_outputs

TARGETS = """
year: {year}
territory: "330482"
source: 测试
targets:
  patent_applications: {{indicator: patent_applications, operator: ">=", value: 100, sentence: 百件}}
  invention_share: {{indicator: invention_share, operator: ">=", value: 10%, sentence: 一成}}
"""


def deduct(store: duckdb.DuckDBPyConnection, patent_id: str, known_on: str, order: int = 1, **columns: Any) -> None:
    row = {
        "delivery_id": "d", "sheet": "", "row_number": order, "patent_id": patent_id, "reason": "未缴费",
        "deducted_on": known_on, "reported_month": known_on[:7], "received_on": known_on, "known_on": known_on,
        "record_order": order,
    }  # fmt: skip
    insert(store, "inputs.deduction_records", [row | columns])


def store_of(year: int) -> duckdb.DuckDBPyConnection:
    """January: nine utility models and one invention A1."""
    store = new_store(TARGETS.format(year=year))
    add_feeds(store, months_of(year, 3))
    add_events(store, f"{year}-01", 10, 1)
    store.execute("UPDATE main.patent_events SET patent_id = 'A1' WHERE patent_type = 'invention'")
    return store



@pytest.mark.parametrize(("year", "applications", "inventions"), [(2016, 10, 1), (2017, 9, 0)])
def test_deduction__lowers_a_count_of_2017_and_not_of_2016(year: int, applications: int, inventions: int) -> None:
    store = store_of(year)
    deduct(store, "A1", f"{year}-03-15")
    build_outputs(store, f"{year}-02", date(year, 3, 15))
    found = score(store, f"{year}-01", "invention_share")
    assert (found["numerator"], found["denominator"]) == (inventions, applications)
    assert store.execute("SELECT sum(applications) FROM main.monthly_counts").fetchall() == [(applications,)]
    assert store.execute("SELECT effective, remark IS NULL FROM main.deductions").fetchall() == [(year == 2017,) * 2]
    assert store.execute("SELECT count(*) FROM main.patent_events").fetchall() == [(10,)]


def test_deduction__not_before_it_is_known() -> None:
    store = store_of(2017)
    deduct(store, "A1", "2017-03-15")
    build_outputs(store, "2017-01", date(2017, 3, 14))
    assert score(store, "2017-01", "patent_applications")["value"] == 10
    assert store.execute("SELECT count(*) FROM main.deductions").fetchall() == [(0,)]


def test_deduction__in_the_other_reading_in_the_month_that_reports_it() -> None:
    store = store_of(2017)
    deduct(store, "A1", "2017-03-15", reported_month="2017-02")
    build_outputs(store, "2017-03", date(2017, 4, 15))
    found = [score(store, month, "patent_applications") for month in months_of(2017, 3)]
    assert [row["value"] for row in found] == [9, 9, 9]
    assert [row["value_by_reported_month"] for row in found] == [10, 9, 9]


def test_deduction__a_month_of_deducted_applications_only_has_no_row() -> None:
    store = store_of(2017)
    store.execute("UPDATE main.patent_events SET counting_month = '2017-02' WHERE patent_id = 'A1'")
    deduct(store, "A1", "2017-03-15")
    build_outputs(store, "2017-03", date(2017, 4, 15))
    assert store.execute("SELECT month, applications FROM main.monthly_counts").fetchall() == [("2017-01", 9)]


@pytest.mark.parametrize(
    ("change", "remark"),
    [
        ("SET patent_id = 'A2'", "没有这件申请的受理记录"),
        ("SET in_territory = false", "不属本市"),
        ("SET event = 'grant'", "没有这件申请的受理记录"),
        ("SET basis = 'public_documents'", "没有这件申请的受理记录"),
    ],
)
def test_deduction__of_what_was_never_counted_changes_nothing_and_is_listed(change: str, remark: str) -> None:
    store = store_of(2017)
    store.execute(f"UPDATE main.patent_events {change} WHERE patent_id = 'A1'")
    build_outputs(store, "2017-03", date(2017, 4, 15))
    before = store.execute("FROM main.monthly_counts").fetchall()
    deduct(store, "A1", "2017-03-15")
    build_outputs(store, "2017-03", date(2017, 4, 15))
    assert store.execute("FROM main.monthly_counts").fetchall() == before
    ((effective, said),) = store.execute("SELECT effective, remark FROM main.deductions").fetchall()
    assert not effective and remark in said


def test_deduction__once_whatever_the_number_of_lists() -> None:
    store = store_of(2017)
    for order, day in enumerate(("2017-02-15", "2017-03-15", "2017-04-15"), start=1):
        deduct(store, "A1", day, order, reason=("未缴费", "视为撤回", "非正常申请")[order - 1])
    build_outputs(store, "2017-03", date(2017, 4, 15))
    assert score(store, "2017-03", "patent_applications")["value"] == 9
    listed = store.execute("SELECT row_number, effective FROM main.deductions ORDER BY row_number").fetchall()
    assert listed == [(1, True), (2, False), (3, False)]
