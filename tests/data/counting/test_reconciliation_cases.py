"""Reconciliation case by case, and against a naive count in plain Python on random stores."""

import random
from collections import Counter
from datetime import date
from itertools import product
from typing import Any

import duckdb
import pytest
from counting_store import AS_OF, UNITS, add_events, add_feeds, insert, months_of, new_store

from transforms.out import build_outputs

MONTHS = months_of(2013, 6)
CAUSES = ("late_arrivals", "deductions", "quarantined", "out_of_territory", "repeats", "other_basis", "other_rule")
Event = dict[str, Any]


def official(store: duckdb.DuckDBPyConnection, value: float, **columns: Any) -> None:
    row = {"delivery_id": "o", "region": "330482", "month": "2013-01", "measure": "applications", "period": "month"}
    insert(store, "main.official_totals", [row | columns | {"value": value}])


def reconciled(store: duckdb.DuckDBPyConnection, month: str = "2013-01", as_of: date = AS_OF) -> list[dict[str, Any]]:
    build_outputs(store, month, as_of)
    rows = store.execute("FROM main.reconciliation")
    names = [column[0] for column in rows.description or []]
    return [dict(zip(names, row, strict=True)) for row in rows.fetchall()]


def only(store: duckdb.DuckDBPyConnection) -> dict[str, Any]:
    (row,) = reconciled(store)
    return row


def store_of_ten() -> duckdb.DuckDBPyConnection:
    store = new_store()
    add_feeds(store, ["2013-01"])
    add_events(store, "2013-01", 10)
    return store


def add_uncounted(store: duckdb.DuckDBPyConnection, cause: str, number: int) -> None:
    row = {"cause": cause, "event": "application", "reported_month": "2013-01", "delivery_id": cause, "sheet": ""}
    insert(store, "inputs.uncounted_rows", [row | {"row_number": place} for place in range(1, number + 1)])


def test_no_published_figure__no_line() -> None:
    assert reconciled(store_of_ten()) == []


def test_equal__said_so_whatever_was_not_counted() -> None:
    store = store_of_ten()
    add_uncounted(store, "quarantined", 2)
    official(store, 10)
    row = only(store)
    assert (row["difference"], row["unexplained"], row["explanation"]) == (0, 0, "与上级公布数一致。")


@pytest.mark.parametrize(
    ("quarantined", "repeats", "value", "explained", "unexplained"),
    [
        (2, 3, 15, (-2, -3), 0),  # everything that came down
        (2, 3, 16, (-2, -3), -1),
        (2, 3, 12, (-2, 0), 0),  # the only choice that gives two
        (2, 3, 13, (0, -3), 0),
        (2, 2, 12, (0, 0), -2),  # either of the two would do: neither is claimed
        (2, 3, 11, (0, 0), -1),  # one of two rows is no explanation
        (2, 3, 8, (0, 0), 2),  # rows that we do not count never explain why we count more
    ],
)
def test_a_cause_explains_with_all_its_rows_or_not_at_all(
    quarantined: int, repeats: int, value: int, explained: tuple[int, int], unexplained: int
) -> None:
    store = store_of_ten()
    add_uncounted(store, "quarantined", quarantined)
    add_uncounted(store, "repeat", repeats)
    official(store, value)
    row = only(store)
    assert (row["ours"], row["difference"]) == (10, 10 - value)
    assert ((row["quarantined"], row["repeats"]), row["unexplained"]) == (explained, unexplained)
    assert ("没有解释" in row["explanation"]) == (unexplained != 0)


def test_grants__documents_that_no_feed_reported() -> None:
    store = store_of_ten()
    add_events(store, "2013-01", 3, event="grant")
    add_events(store, "2013-01", 2, event="grant", basis="public_documents", reported_month="2013-02")
    official(store, 5, measure="grants")
    row = only(store)
    assert (row["ours"], row["other_basis"], row["unexplained"], row["own_basis"]) == (3, -2, 0, "receipt_records")


def test_grants__a_month_counted_from_documents_is_said_to_be_of_another_basis() -> None:
    store = new_store()
    add_events(store, "2013-01", 4, event="grant", basis="public_documents", reported_month="2013-02")
    official(store, 5, measure="grants")
    row = only(store)
    assert (row["ours"], row["unexplained"], row["own_basis"]) == (4, -1, "public_documents")
    assert "取自公开文献" in row["explanation"]


def test_year_of_the_old_rule__a_table_made_under_the_new_one() -> None:
    store = store_of_ten()
    store.execute("UPDATE main.patent_events SET patent_id = 'A' || rowid")
    row = {"delivery_id": "d", "sheet": "", "reason": "未缴费", "reported_month": "2013-02", "known_on": "2013-03-15"}
    lines = [row | {"patent_id": f"A{number}", "row_number": number, "record_order": number} for number in (1, 2, 3)]
    insert(store, "inputs.deduction_records", lines)
    official(store, 7)
    found = only(store)
    assert (found["ours"], found["other_rule"], found["deductions"], found["unexplained"]) == (10, 3, 0, 0)


def test_without_our_feed__nothing_of_ours() -> None:
    store = store_of_ten()
    official(store, 12, month="2013-02")
    official(store, 30, month="2013-02", period="year_to_date")
    official(store, 30, month="2013-02", measure="grants")
    for row in reconciled(store, "2013-02"):
        assert [row[name] for name in ("ours", "ours_by_reported_month", "difference", "unexplained", *CAUSES)] == [None] * 11
        assert row["official"] in (12, 30)
        assert "明细未到" in row["explanation"]


def test_contradicting_tables__both_told_and_none_compared() -> None:
    store = store_of_ten()
    official(store, 9)
    official(store, 11, delivery_id="p")
    row = only(store)
    assert (row["ours"], row["official"], row["difference"]) == (10, None, None)
    assert "9" in row["explanation"] and "11" in row["explanation"]


def test_doubtful_figure__shown_and_said_unless_a_sound_one_is_there() -> None:
    store = store_of_ten()
    official(store, 9, problem="分项之和为10")
    row = only(store)
    assert (row["official"], row["official_problem"]) == (9, "分项之和为10")
    assert "分项之和为10" in row["explanation"]
    official(store, 10, delivery_id="p")
    row = only(store)
    assert (row["official"], row["official_problem"], row["official_delivery_id"]) == (10, None, "p")


def test_other_regions_periods_and_kinds__not_compared() -> None:
    store = store_of_ten()
    official(store, 9, region="330481")
    official(store, 9, region="3304")
    official(store, 9, period="same_period_last_year")
    official(store, 9, applicant_kind="企业")
    official(store, 9, measure="valid_patents")
    official(store, 9, month="2013-02")
    assert reconciled(store) == []


def _random_store(seed: int) -> tuple[duckdb.DuckDBPyConnection, list[Event], list[Event], list[Event]]:
    random.seed(seed)
    store = new_store()
    add_feeds(store, MONTHS)
    events: list[Event] = []
    for number in range(150):
        counted, reported = random.choice(MONTHS), random.choice(MONTHS)
        in_territory = random.random() < 0.9
        events.append(
            {
                "patent_id": f"P{number}", "event": "application", "basis": "receipt_records", "sheet": "",
                "counting_month": counted, "reported_month": reported if random.random() < 0.2 else counted,
                "patent_type": random.choice(["invention", "design"]), "applicant_kind": "企业", "delivery_id": "a",
                "unit_code": random.choice(list(UNITS)) if in_territory else None, "in_territory": in_territory,
                "row_number": number + 1,
            }
        )  # fmt: skip
    insert(store, "main.patent_events", events)
    lines = [
        {
            "delivery_id": "d", "sheet": "", "row_number": number + 1, "patent_id": f"P{random.randrange(150)}",
            "reason": "未缴费", "reported_month": random.choice(MONTHS), "known_on": "2013-07-15", "record_order": number,
        }
        for number in range(20)
    ]  # fmt: skip
    insert(store, "inputs.deduction_records", lines)
    uncounted = [
        {
            "cause": random.choice(["quarantined", "repeat"]), "event": "application", "delivery_id": "u", "sheet": "",
            "reported_month": random.choice(MONTHS), "patent_type": random.choice(["invention", None]),
            "unit_code": random.choice([None, *UNITS]), "row_number": number,
        }
        for number in range(1, 11)
    ]  # fmt: skip
    insert(store, "inputs.uncounted_rows", uncounted)
    for month, region, kind in product(MONTHS, ("330482", "330482001"), (None, "invention")):
        for period in ("month", "year_to_date"):
            official(store, random.randrange(5, 60), month=month, region=region, patent_type=kind, period=period)
    return store, events, lines, uncounted


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("deducting", [False, True])
def test_naive_reconciliation(seed: int, deducting: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    store, events, lines, uncounted = _random_store(seed)
    if deducting:  # as if 2013 were a year of the rule fee_paid
        shift = {month: month.replace("2013", "2019") for month in MONTHS}
        for table in ("main.patent_events", "inputs.deduction_records", "inputs.uncounted_rows", "main.official_totals",
                      "inputs.delivered_feeds"):  # fmt: skip
            names = [row[0] for row in store.execute(f"DESCRIBE {table}").fetchall() if row[0].endswith("month")]
            for name in names:
                store.execute(f"UPDATE {table} SET {name} = replace({name}, '2013', '2019')")
    else:
        shift = {month: month for month in MONTHS}
    last = shift[MONTHS[-1]]
    found = reconciled(store, last, date(2020, 7, 15))
    assert len(found) == 48
    deducted = {line["patent_id"]: line["reported_month"] for line in reversed(lines)} if deducting else {}
    for row in found:
        first = row["month"] if row["period"] == "month" else f"{last[:4]}-01"
        span = {month for month in MONTHS if first <= shift[month] <= row["month"]}
        mine = [
            event for event in events
            if event["in_territory"] and event["unit_code"].startswith(row["unit_code"])
            and row["patent_type"] in (None, event["patent_type"])
        ]  # fmt: skip
        kept = [event for event in mine if event["patent_id"] not in deducted]
        ours = sum(event["counting_month"] in span for event in kept)
        passed = sum(event["reported_month"] in span for event in mine)
        passed -= sum(deducted[event["patent_id"]] in span for event in mine if event["patent_id"] in deducted)
        assert (row["ours"], row["ours_by_reported_month"]) == (ours, passed)
        assert row["difference"] == ours - row["official"] == sum(row[name] for name in CAUSES) + row["unexplained"]
        assert ours - passed == row["late_arrivals"] + row["deductions"]
        late = Counter(event["counting_month"] in span for event in mine if event["reported_month"] not in span)[True]
        early = Counter(event["reported_month"] in span for event in mine if event["counting_month"] not in span)[True]
        assert row["late_arrivals"] == late - early
        in_unit = [
            line for line in uncounted
            if line["reported_month"] in span and row["patent_type"] in (None, line["patent_type"])
            and (row["unit_code"] == "330482" or (line["unit_code"] or "").startswith(row["unit_code"]))
        ]  # fmt: skip
        causes = Counter(line["cause"] for line in in_unit)
        assert row["quarantined"] in (0, -causes["quarantined"])
        assert row["repeats"] in (0, -causes["repeat"])
        if passed - row["official"] >= 0:
            assert (row["quarantined"], row["repeats"], row["out_of_territory"]) == (0, 0, 0)
    rows = store.execute("SELECT sum(effect) FROM main.reconciliation_rows WHERE cause = 'late_arrival'").fetchall()
    assert rows == [(0,)], "over the whole half year every late row is in and out"
