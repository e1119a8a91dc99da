"""The reconciliation agrees with a naive count in plain Python on random stores."""

import random
from collections import Counter
from datetime import date
from itertools import product
from typing import Any

import duckdb
import pytest
from counting_store import UNITS, add_feeds, insert, months_of, new_store
from published_figures import CAUSES, official, reconciled

Row = dict[str, Any]


def _events(months: list[str]) -> list[Row]:
    rows = []
    for number in range(150):
        counted, in_territory = random.choice(months), random.random() < 0.9
        rows.append(
            {
                "patent_id": f"P{number}", "event": "application", "basis": "receipt_records", "sheet": "",
                "counting_month": counted, "reported_month": random.choice(months) if random.random() < 0.2 else counted,
                "patent_type": random.choice(["invention", "design"]), "applicant_kind": "企业", "delivery_id": "a",
                "unit_code": random.choice(list(UNITS)) if in_territory else None, "in_territory": in_territory,
                "row_number": number + 1,
            }
        )  # fmt: skip
    return rows


def _deductions(months: list[str]) -> list[Row]:
    return [
        {
            "delivery_id": "d", "sheet": "", "row_number": number, "patent_id": f"P{random.randrange(150)}",
            "reason": "未缴费", "reported_month": random.choice(months), "known_on": f"{months[0][:4]}-07-15",
            "record_order": number,
        }
        for number in range(1, 21)
    ]  # fmt: skip


def _uncounted(months: list[str]) -> list[Row]:
    return [
        {
            "cause": random.choice(["quarantined", "repeat"]), "event": "application", "delivery_id": "u", "sheet": "",
            "reported_month": random.choice(months), "patent_type": random.choice(["invention", None]),
            "unit_code": random.choice([None, *UNITS]), "row_number": number,
        }
        for number in range(1, 11)
    ]  # fmt: skip


def _of(rows: list[Row], figure: Row) -> list[Row]:
    """The rows of a figure's unit and type."""
    is_whole = figure["unit_code"] == "330482"
    return [
        row for row in rows
        if (is_whole or (row["unit_code"] or "").startswith(figure["unit_code"]))
        and figure["patent_type"] in (None, row["patent_type"])
    ]  # fmt: skip


def _check(figure: Row, span: set[str], events: list[Row], deducted: dict[str, str], uncounted: list[Row]) -> None:
    mine = [event for event in _of(events, figure) if event["in_territory"]]
    ours = sum(event["counting_month"] in span for event in mine if event["patent_id"] not in deducted)
    passed = sum(event["reported_month"] in span for event in mine)
    passed -= sum(deducted.get(event["patent_id"]) in span for event in mine)
    assert (figure["ours"], figure["ours_by_reported_month"]) == (ours, passed)
    assert figure["difference"] == ours - figure["official"] == sum(figure[name] for name in CAUSES) + figure["unexplained"]
    late = sum((event["counting_month"] in span) - (event["reported_month"] in span) for event in mine)
    assert (figure["late_arrivals"], figure["deductions"]) == (late, ours - passed - late)
    causes = Counter(line["cause"] for line in _of(uncounted, figure) if line["reported_month"] in span)
    assert figure["quarantined"] in (0, -causes["quarantined"])
    assert figure["repeats"] in (0, -causes["repeat"])
    if passed >= figure["official"]:
        assert (figure["quarantined"], figure["repeats"], figure["out_of_territory"]) == (0, 0, 0)


def _store(months: list[str], events: list[Row], lines: list[Row], uncounted: list[Row]) -> duckdb.DuckDBPyConnection:
    store = new_store()
    add_feeds(store, months)
    insert(store, "main.patent_events", events)
    insert(store, "inputs.deduction_records", lines)
    insert(store, "inputs.uncounted_rows", uncounted)
    for month, region, kind, period in product(
        months, ("330482", "330482001"), (None, "invention"), ("month", "year_to_date")
    ):
        official(store, random.randrange(5, 60), month=month, region=region, patent_type=kind, period=period)
    return store


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("year", [2013, 2019])
def test_naive_reconciliation(seed: int, year: int) -> None:
    random.seed(seed)
    months = months_of(year, 6)
    events, lines, uncounted = _events(months), _deductions(months), _uncounted(months)
    store = _store(months, events, lines, uncounted)
    found = reconciled(store, months[-1], date(year, 7, 15))
    assert len(found) == 48
    deducted = {line["patent_id"]: line["reported_month"] for line in reversed(lines)} if year == 2019 else {}
    for figure in found:
        first = figure["month"] if figure["period"] == "month" else months[0]
        span = {month for month in months if first <= month <= figure["month"]}
        _check(figure, span, events, deducted, uncounted)
    rows = store.execute("SELECT sum(effect) FROM main.reconciliation_rows WHERE cause = 'late_arrival'").fetchall()
    assert rows == [(0,)], "over the whole half year every late row is in and out"
