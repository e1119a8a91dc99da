"""The scorecard's verdicts case by case; expected values are worked out by hand in each test."""

from datetime import date

import pytest
from counting_store import AS_OF, add_events, add_feeds, insert, months_of, new_store, score

from transforms.out import build_outputs

AFTER_CLOSE = date(2014, 3, 31)
DAY_BEFORE_CLOSE = date(2014, 3, 30)


def test_feed_without_rows_is_a_true_zero() -> None:
    store = new_store()
    add_feeds(store, ["2013-01"])
    build_outputs(store, "2013-01", AS_OF)
    found = score(store, "2013-01", "patent_applications")
    assert (found["value"], found["status"], found["obs_status"]) == (0, "behind", "provisional")


def test_missing_application_feed__grants_are_judged_all_the_same() -> None:
    store = new_store()
    add_feeds(store, ["2013-01", "2013-02"], events=["grant"])
    add_events(store, "2013-02", 300, event="grant")
    build_outputs(store, "2013-02", AS_OF)
    grants, share = score(store, "2013-02", "patent_grants"), score(store, "2013-02", "invention_share")
    assert (grants["value"], grants["status"]) == (300, "on_pace")  # 300/1600 = 18.75 % >= 2/12
    assert (share["value"], share["numerator"], share["obs_status"]) == (None, None, "missing")


def test_public_documents_never_make_an_application_month() -> None:
    store = new_store()
    add_events(store, "2013-01", 500, 500, basis="public_documents")
    build_outputs(store, "2013-01", AS_OF)
    assert score(store, "2013-01", "patent_applications")["obs_status"] == "missing"


def test_truncated_year_is_no_met_target() -> None:
    store = new_store()
    add_feeds(store, ["2013-02"])
    add_events(store, "2013-02", 2500, 250)
    build_outputs(store, "2013-02", AS_OF)
    found = score(store, "2013-02", "patent_applications")
    assert (found["value"], found["status"], found["obs_status"]) == (2500, "no_data", "truncated")
    assert (found["completion"], found["shortfall"]) == (None, None)
    assert score(store, "2013-02", "invention_share")["status"] == "no_data"


@pytest.mark.parametrize(
    ("inventions", "others", "status", "shortfall"),
    [
        (1, 9, "met", 0),
        (229, 2062, "below", 1),
        (230, 2070, "met", 0),
        (0, 1, "below", 1),
        (0, 9, "below", 1),
        (0, 10, "below", 2),
        (199, 1800, "below", 1),
        (0, 2300, "below", 256),
    ],
)
def test_share__bound_included_and_shortfall(inventions: int, others: int, status: str, shortfall: int) -> None:
    store = new_store()
    add_feeds(store, ["2013-01"])
    add_events(store, "2013-01", inventions + others, inventions)
    build_outputs(store, "2013-01", AS_OF)
    found = score(store, "2013-01", "invention_share")
    assert (found["status"], found["shortfall"]) == (status, shortfall)
    after = inventions + shortfall, inventions + others + shortfall
    assert 10 * after[0] >= after[1], "with the shortfall made up the target is met"
    assert shortfall == 0 or 10 * (after[0] - 1) < after[1] - 1, "and not with one fewer"


@pytest.mark.parametrize(("number", "status"), [(2299, "behind"), (2300, "met"), (2301, "met")])
def test_count__bound_included(number: int, status: str) -> None:
    store = new_store()
    add_feeds(store, months_of(2013))
    add_events(store, "2013-12", number)
    build_outputs(store, "2013-12", DAY_BEFORE_CLOSE)
    assert score(store, "2013-12", "patent_applications")["status"] == status


@pytest.mark.parametrize(("number", "status"), [(191, "behind"), (192, "on_pace")])
def test_on_pace__without_history_by_the_calendar(number: int, status: str) -> None:
    store = new_store()  # 2300 / 12 = 191.67
    add_feeds(store, ["2013-01"])
    add_events(store, "2013-01", number)
    build_outputs(store, "2013-01", AS_OF)
    assert score(store, "2013-01", "patent_applications")["status"] == status


def test_closed_year__december_missed_and_earlier_months_as_they_were() -> None:
    store = new_store()
    add_feeds(store, months_of(2013))
    add_events(store, "2013-01", 1599, event="grant")
    add_events(store, "2013-01", 100, 9)
    build_outputs(store, "2013-12", AFTER_CLOSE)
    december, january = score(store, "2013-12", "patent_grants"), score(store, "2013-01", "patent_grants")
    assert (december["status"], december["obs_status"], december["shortfall"]) == ("missed", "final", 1)
    assert (january["status"], january["obs_status"]) == ("on_pace", "final")
    assert score(store, "2013-12", "invention_share")["status"] == "missed"
    assert score(store, "2013-11", "invention_share")["status"] == "below"


def test_closed_year__a_missing_feed_is_never_a_verdict() -> None:
    store = new_store()
    add_feeds(store, months_of(2013, 11))
    build_outputs(store, "2013-12", AFTER_CLOSE)
    found = score(store, "2013-12", "patent_grants")
    assert (found["value"], found["status"], found["obs_status"]) == (None, "no_data", "missing")


def test_revised__only_where_the_published_value_was_another() -> None:
    store = new_store()
    add_feeds(store, ["2013-01", "2013-02"])
    add_events(store, "2013-01", 3)
    insert(
        store,
        "inputs.previous_scorecard",
        [
            {"month": "2013-01", "target_id": "patent_applications", "unit_code": "330482", "value": 2},
            {"month": "2013-01", "target_id": "patent_applications", "unit_code": "330482", "value": 3},
            {"month": "2013-01", "target_id": "patent_grants", "unit_code": "330482", "value": 0},
            {"month": "2013-02", "target_id": "patent_applications", "unit_code": "330482", "value": None},
            {"month": "2013-01", "target_id": "invention_share", "unit_code": "330482101", "value": 0.5},
        ],
    )
    build_outputs(store, "2013-02", AS_OF)
    assert score(store, "2013-01", "patent_applications")["obs_status"] == "revised"
    for month, target in [
        ("2013-01", "patent_grants"),
        ("2013-02", "patent_applications"),
        ("2013-01", "invention_share"),
    ]:
        assert score(store, month, target)["obs_status"] == "provisional", (month, target)


def test_readings_disagree__only_one_of_them_meets_the_target() -> None:
    store = new_store()
    add_feeds(store, ["2013-01", "2013-02"])
    add_events(store, "2013-01", 9)
    add_events(store, "2013-01", 1, 1, reported_month="2013-02")
    build_outputs(store, "2013-02", AS_OF)
    january, february = (score(store, month, "invention_share") for month in ("2013-01", "2013-02"))
    assert (january["status"], january["value_by_reported_month"], january["readings_disagree"]) == (
        "met",
        0,
        True,
    )
    assert february["readings_disagree"] is False


def test_release__holds_no_month_after_its_own() -> None:
    store = new_store()
    add_feeds(store, months_of(2013, 3))
    add_events(store, "2013-03", 7)
    build_outputs(store, "2013-02", AS_OF)
    assert store.execute("SELECT count(*) FROM main.monthly_counts").fetchall() == [(0,)]
    assert store.execute("SELECT max(month), count(*) FROM main.scorecard").fetchall() == [("2013-02", 10)]


def test_year_without_targets__counts_and_no_scorecard() -> None:
    store = new_store()
    add_feeds(store, ["2014-01"])
    add_events(store, "2014-01", 5)
    build_outputs(store, "2014-01", date(2014, 2, 15))
    assert store.execute("SELECT sum(applications) FROM main.monthly_counts").fetchall() == [(5,)]
    assert store.execute("SELECT count(*) FROM main.scorecard").fetchall() == [(0,)]


def test_unit_target__only_that_unit_counts() -> None:
    store = new_store("""
year: 2013
territory: "330482"
source: 测试
targets:
  patent_applications:
    {indicator: patent_applications, operator: ">=", value: 20, sentence: 二十件, units: {"330482101": 3}}
""")
    add_feeds(store, ["2013-01"])
    add_events(store, "2013-01", 4, unit_code="330482001")
    add_events(store, "2013-01", 3, unit_code="330482101")
    build_outputs(store, "2013-01", AS_OF)
    unit = score(store, "2013-01", "patent_applications", "330482101")
    assert (unit["value"], unit["target_value"], unit["status"]) == (3, 3, "met")
    assert score(store, "2013-01", "patent_applications")["value"] == 7


def test_official_value__beside_ours_and_none_from_contradicting_tables() -> None:
    store = new_store()
    add_feeds(store, ["2013-01", "2013-02"])
    row = {"region": "330482", "period": "year_to_date", "measure": "applications"}
    insert(
        store,
        "main.official_totals",
        [
            row | {"month": "2013-01", "value": 40},
            row | {"month": "2013-01", "value": 8, "patent_type": "invention"},
            row | {"month": "2013-01", "value": 39, "applicant_kind": "企业"},
            row | {"month": "2013-01", "value": 5, "period": "month"},
            row | {"month": "2013-01", "value": 7, "problem": "合计不符"},
            row | {"month": "2013-02", "value": 50},
            row | {"month": "2013-02", "value": 51},
        ],
    )
    build_outputs(store, "2013-02", AS_OF)
    assert score(store, "2013-01", "patent_applications")["official_value"] == 40
    assert score(store, "2013-01", "invention_share")["official_value"] == 0.2
    assert score(store, "2013-02", "patent_applications")["official_value"] is None


def test_enterprises__no_list_ever_is_missing() -> None:
    store = new_store()
    build_outputs(store, "2013-01", AS_OF)
    found = score(store, "2013-01", "new_demonstration_enterprises")
    assert (found["value"], found["titles"], found["obs_status"], found["status"]) == (
        None,
        None,
        "missing",
        "no_data",
    )


def test_enterprises__a_list_without_rows_is_zero() -> None:
    store = new_store()
    add_feeds(store, ["2013-01"], events=["enterprise_list"], basis="department_report")
    build_outputs(store, "2013-01", AS_OF)
    assert score(store, "2013-01", "new_demonstration_enterprises")["value"] == 0
