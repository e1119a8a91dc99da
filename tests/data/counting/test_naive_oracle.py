"""A naive count in plain Python agrees with the SQL on random event tables."""

import random
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

import duckdb
import pytest
from counting_store import AS_OF, UNITS, insert, months_of, new_store

from transforms.out import build_outputs

MONTHS = [month for year in (2010, 2011, 2012, 2013) for month in months_of(year, 9 if year == 2013 else 12)]
Event = dict[str, Any]


@cache
def _random_store(seed: int) -> tuple[duckdb.DuckDBPyConnection, list[Event], set[tuple[str, str]]]:
    random.seed(seed)
    store = new_store()
    events = []
    for _ in range(400):
        position = random.randrange(len(MONTHS))
        basis = random.choice(["receipt_records"] * 3 + ["public_documents"])
        late = min(position + random.choice([0, 0, 0, 1, 2]), len(MONTHS) - 1)
        events.append(
            {
                "event": random.choice(["application", "application", "grant", "publication"]),
                "counting_month": MONTHS[position],
                "reported_month": MONTHS[late] if basis == "receipt_records" else None,
                "basis": basis,
                "patent_type": random.choice(["invention", "utility_model", "design"]),
                "applicant_kind": random.choice(["企业", "个人"]),
                "unit_code": random.choice(list(UNITS)),
                "in_territory": random.random() < 0.9,
            }
        )
    insert(store, "main.patent_events", events)
    lost = set(random.sample(MONTHS, random.choice([0, 0, 1, 3])))
    feeds = {(event, month) for event in ("application", "grant") for month in MONTHS if month not in lost}
    insert(
        store,
        "inputs.delivered_feeds",
        [{"event": event, "month": month, "basis": "receipt_records"} for event, month in sorted(feeds)],
    )
    build_outputs(store, "2013-09", AS_OF)
    return store, events, feeds


@pytest.mark.parametrize("seed", range(5))
def test_monthly_counts__naive_count(seed: int) -> None:
    store, events, _ = _random_store(seed)
    keys = ("counting_month", "unit_code", "patent_type", "applicant_kind", "basis")
    naive = Counter((*(e[key] for key in keys), e["event"]) for e in events if e["in_territory"])
    found = store.execute("""
        SELECT month, unit_code, patent_type, applicant_kind, basis, applications, publications, grants
        FROM main.monthly_counts""").fetchall()
    assert [row[:5] for row in found] == sorted({key[:5] for key in naive})
    for row in found:
        assert row[5:] == tuple(naive[*row[:5], event] for event in ("application", "publication", "grant"))


def _known_basis(event: str, month: str, events: list[Event], feeds: set[tuple[str, str]]) -> str | None:
    if (event, month) in feeds:
        return "receipt_records"
    gazette = any(
        e["event"] == event and e["counting_month"] == month and e["basis"] == "public_documents" and e["in_territory"]
        for e in events
    )
    return "public_documents" if gazette and event == "grant" else None


def _year(
    event: str,
    year: int,
    last: int,
    events: list[Event],
    feeds: set[tuple[str, str]],
    reading: str = "counting_month",
) -> Iterator[tuple[str | None, int, int]]:
    """Basis, inventions and all of each month to the last."""
    for month in months_of(year, last):
        known = _known_basis(event, month, events, feeds)
        basis = known or "receipt_records"
        mine = [
            e
            for e in events
            if e["event"] == event
            and e["basis"] == basis
            and e["in_territory"]
            and (e["counting_month"] if basis == "public_documents" else e[reading]) == month
        ]
        yield known, sum(e["patent_type"] == "invention" for e in mine), len(mine)


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize(("target", "event"), [("patent_applications", "application"), ("patent_grants", "grant")])
def test_scorecard__naive_cumulation(seed: int, target: str, event: str) -> None:
    store, events, feeds = _random_store(seed)
    found = store.execute(
        """SELECT value, value_by_reported_month, obs_status, basis FROM main.scorecard
        WHERE target_id = ? ORDER BY month""",
        [target],
    ).fetchall()
    share = store.execute("""SELECT numerator, denominator FROM main.scorecard
        WHERE target_id = 'invention_share' ORDER BY month""").fetchall()
    for last, (value, reported, obs_status, basis) in enumerate(found, start=1):
        months = list(_year(event, 2013, last, events, feeds))
        by_report = sum(n for _, _, n in _year(event, 2013, last, events, feeds, "reported_month"))
        if months[-1][0] is None:
            assert (value, reported, obs_status) == (None, None, "missing")
            continue
        assert obs_status == ("truncated" if any(known is None for known, _, _ in months) else "provisional")
        assert (value, reported) == (sum(n for _, _, n in months), by_report)
        assert basis == "+".join(sorted({known for known, _, _ in months if known}, reverse=True))
        if event == "application":
            assert share[last - 1] == (sum(k for _, k, _ in months), value)


@pytest.mark.parametrize("seed", range(5))
def test_forecast__naive_formula(seed: int) -> None:
    store, events, feeds = _random_store(seed)
    found = store.execute("""SELECT
        value, seasonal_progress, forecast_low, forecast_total, forecast_high, obs_status
        FROM main.scorecard WHERE target_id = 'patent_applications' ORDER BY month""").fetchall()
    shares = store.execute("""SELECT value, forecast_low, forecast_high, rest_required FROM main.scorecard
        WHERE target_id = 'invention_share' ORDER BY month""").fetchall()
    years = []
    for year in (2010, 2011, 2012):
        months = list(_year("application", year, 12, events, feeds))
        if all(known for known, _, _ in months):
            years.append(([k for _, k, _ in months], [n for _, _, n in months]))
    if len(years) < 2:
        assert all(row[1] is None and row[3] is None for row in found)
        return
    count = len(years)
    mean_share = [sum(n[i] / sum(n) for _, n in years) / count for i in range(12)]
    chi = sum(
        (n[i] - sum(n) * mean_share[i]) ** 2 / (sum(n) * mean_share[i])
        for _, n in years
        for i in range(12)
        if mean_share[i]
    )
    phi = max(1.0, chi / (11 * (count - 1)))
    quantile = {11: 1.363430318, 22: 1.321236742}[11 * (count - 1)]  # printed tables: 1.363, 1.321
    mean_total = sum(sum(n) for _, n in years) / count
    for last, row in enumerate(found, start=1):
        s = sum(mean_share[:last])
        assert row[1] == pytest.approx(s)
        d = quantile * (phi * s * (1 - s) / mean_total * (1 + 1 / count)) ** 0.5
        if s < 0.2 or s <= d or row[5] != "provisional":
            assert row[2:5] == (None, None, None)
            assert shares[last - 1][1:] == (None, None, None)
            continue
        c = row[0]
        assert row[2:5] == pytest.approx((max(c, c / (s + d)), c / s, c / (s - d)))
        k, total = shares[last - 1][0] * c, c / s
        rests = [sum(inventions[last:]) / sum(n[last:]) for inventions, n in years if sum(n[last:])]
        ends = [(k + p * (total - c)) / total for p in [k / c, *rests]]
        assert shares[last - 1][1:3] == pytest.approx((min(ends), max(ends)))
        assert shares[last - 1][3] == max(0, -(-round(total) // 10) - round(k))


def test_build__same_inputs_same_rows_in_the_same_order() -> None:
    store, events, _ = _random_store(7)
    first = [store.execute(f"FROM main.{name}").fetchall() for name in ("monthly_counts", "scorecard")]
    store.execute("DELETE FROM main.patent_events")
    insert(store, "main.patent_events", reversed(events))
    build_outputs(store, "2013-09", date(2013, 10, 15))
    assert first == [store.execute(f"FROM main.{name}").fetchall() for name in ("monthly_counts", "scorecard")]
