"""Which earlier years make a season, and how well the forecast's range covers what then happens."""

import random
from datetime import date
from math import ceil

from counting_store import AS_OF, add_events, add_feeds, insert, months_of, new_store, score
from scipy.stats import t

from transforms.out import build_outputs
from transforms.out.build import _sql

TARGET = "patent_applications"


def test_t_quantiles__agree_with_scipy() -> None:
    store = new_store()
    store.execute(_sql("steps/t_quantiles"))
    found = store.execute("FROM step_t_quantiles ORDER BY degrees").fetchall()
    assert [degrees for degrees, _ in found] == list(range(11, 441, 11))
    assert all(abs(quantile - t.ppf(0.9, degrees)) < 1e-9 for degrees, quantile in found)


def test_season__mean_of_two_uneven_years_decides_the_pace() -> None:
    store = new_store()
    for year, first in ((2011, 10), (2012, 30)):  # January was 10 % and 30 % of the year: s = 20 %
        add_feeds(store, months_of(year))
        add_events(store, f"{year}-01", first)
        add_events(store, f"{year}-12", 100 - first)
    add_feeds(store, ["2013-01"])
    add_events(store, "2013-01", 459)  # 2300 / 5 = 460
    build_outputs(store, "2013-01", AS_OF)
    found = score(store, "2013-01", TARGET)
    assert abs(found["seasonal_progress"] - 0.2) < 1e-12
    assert found["status"] == "behind"
    add_events(store, "2013-01", 1)
    build_outputs(store, "2013-01", AS_OF)
    assert score(store, "2013-01", TARGET)["status"] == "on_pace"


def test_season__a_year_with_a_missing_feed_is_no_history() -> None:
    store = new_store()
    for year in (2010, 2011, 2012):
        feeds = [month for month in months_of(year) if month != "2011-05"]
        add_feeds(store, feeds)
        for month in months_of(year):
            add_events(store, month, 10 if year != 2011 else 99)
    add_feeds(store, months_of(2013, 6))
    build_outputs(store, "2013-06", AS_OF)
    found = score(store, "2013-06", TARGET)
    assert (found["history_years"], found["seasonal_progress"]) == (2, 0.5)


def test_season__one_year_is_not_enough() -> None:
    store = new_store()
    add_feeds(store, months_of(2012))
    add_events(store, "2012-03", 10)
    add_feeds(store, months_of(2013, 6))
    add_events(store, "2013-06", 1150)
    build_outputs(store, "2013-06", AS_OF)
    found = score(store, "2013-06", TARGET)
    assert (found["seasonal_progress"], found["history_years"]) == (None, 1)
    assert (found["forecast_total"], found["forecast_note"]) == (None, "历史年份不足")
    assert found["status"] == "on_pace"  # by the calendar: 1150 of 2300 in six months


def test_season__not_across_the_counting_rules_of_2016_and_2017() -> None:
    store = new_store("""
year: 2018
territory: "330482"
source: 测试
targets:
  patent_applications: {indicator: patent_applications, operator: ">=", value: 100, sentence: 百件}
  patent_grants: {indicator: patent_grants, operator: ">=", value: 100, sentence: 百件}
""")
    for year in (2015, 2016, 2017):
        add_feeds(store, months_of(year))
        for month in months_of(year):
            add_events(store, month, 10)
            add_events(store, month, 10, event="grant")
    add_feeds(store, ["2018-01"])
    build_outputs(store, "2018-01", date(2018, 2, 15))
    applications, grants = score(store, "2018-01", "patent_applications"), score(store, "2018-01", "patent_grants")
    assert (applications["history_years"], applications["counting_rule"]) == (1, "fee_paid")
    assert grants["history_years"] == 3


def test_season__grants_of_another_basis_are_no_history() -> None:
    store = new_store()
    for year in (2011, 2012):
        for month in months_of(year):
            add_events(store, month, 10, event="grant", basis="public_documents")
    add_feeds(store, ["2013-01"])
    add_events(store, "2013-02", 3, event="grant", basis="public_documents")
    build_outputs(store, "2013-02", AS_OF)
    assert [score(store, month, "patent_grants")["history_years"] for month in ("2013-01", "2013-02")] == [
        0,
        0,
    ]
    store.execute("DELETE FROM inputs.delivered_feeds")
    add_events(store, "2013-01", 3, event="grant", basis="public_documents")
    build_outputs(store, "2013-02", AS_OF)
    assert score(store, "2013-02", "patent_grants")["history_years"] == 2


def test_season__years_of_mixed_basis_are_no_history_even_of_each_other() -> None:
    store = new_store()
    for year in (2011, 2012, 2013):
        add_feeds(store, months_of(year)[1:], events=["grant"])
        add_events(store, f"{year}-01", 5, event="grant", basis="public_documents")
        add_events(store, f"{year}-02", 5, event="grant")
    build_outputs(store, "2013-02", AS_OF)
    found = score(store, "2013-02", "patent_grants")
    assert (found["basis"], found["history_years"]) == ("receipt_records+public_documents", 0)


def test_season__a_year_without_any_application_is_no_history() -> None:
    store = new_store()
    for year in (2010, 2011, 2012):
        add_feeds(store, months_of(year))
    add_events(store, "2010-06", 7)
    add_events(store, "2012-06", 7)
    add_feeds(store, months_of(2013, 6))
    build_outputs(store, "2013-06", AS_OF)
    found = score(store, "2013-06", TARGET)
    assert (found["history_years"], found["seasonal_progress"]) == (2, 1.0)


def test_forecast__never_less_than_what_has_come() -> None:
    """s = 0.95; 11 phi = 2 x 45 + 2 x 50 + 2 x 5 = 200; d = 0.155, so C / (s + d) would be less than C."""
    store = new_store()
    for month, number in (("2011-02", 100), ("2012-01", 90), ("2012-12", 10)):
        add_events(store, month, number)
    for year in (2011, 2012):
        add_feeds(store, months_of(year))
    add_feeds(store, months_of(2013, 11))
    add_events(store, "2013-05", 95)
    build_outputs(store, "2013-11", AS_OF)
    found = score(store, "2013-11", TARGET)
    assert found["forecast_low"] == 95
    assert abs(found["forecast_total"] - 100) < 1e-9
    assert abs(found["forecast_high"] - 95 / (0.95 - 0.15518)) < 0.01


def test_forecast__none_where_earlier_years_scatter_too_much() -> None:
    """s = (0 + 0.42) / 2 = 0.21; Jan 2 x 210 + Jul 2 x 500 + Dec 2 x 290 = 2000 = 11 phi; d = 0.29 > s."""
    store = new_store()
    for month, number in (("2011-07", 1000), ("2012-01", 420), ("2012-12", 580)):
        add_feeds(store, months_of(int(month[:4])))
        add_events(store, month, number)
    add_feeds(store, months_of(2013, 6))
    add_events(store, "2013-01", 500)
    build_outputs(store, "2013-06", AS_OF)
    found = score(store, "2013-06", TARGET)
    assert abs(found["seasonal_progress"] - 0.21) < 1e-12
    assert (found["forecast_low"], found["forecast_high"]) == (None, None)
    assert found["forecast_note"] == "历史年份不足以预测(往年波动过大)"


def test_forecast__december_is_what_came() -> None:
    store = new_store()
    for year in (2011, 2012, 2013):
        add_feeds(store, months_of(year))
        for number, month in enumerate(months_of(year)):
            add_events(store, month, 20 + number, 3)
    build_outputs(store, "2013-12", AS_OF)
    counts, share = score(store, "2013-12", TARGET), score(store, "2013-12", "invention_share")
    assert (counts["forecast_low"], counts["forecast_total"], counts["forecast_high"]) == (306, 306, 306)
    assert share["forecast_low"] == share["forecast_high"] == share["value"] == 36 / 306


def test_forecast__range_covers_about_80_percent_of_simulated_years() -> None:
    """120 series of three years and a fourth to guess from June: overdispersed months (batches of 4).

    Binomial noise of 120 draws at 80 % is 3.7 points; 69-91 % is three of these either way.
    """
    random.seed(20130118)
    weights = [8, 4, 7, 8, 9, 8, 8, 9, 9, 8, 10, 12]
    units = [f"{number:09d}" for number in range(120)]
    store = new_store()
    store.execute("INSERT INTO inputs.units SELECT unnest(?), '某镇', '某镇', 1", [units])
    store.execute(
        """INSERT INTO inputs.targets SELECT 2013, 'a', unnest(?), 'patent_applications', '>=', 1000, NULL,
        NULL, DATE '2014-03-31', ''""",
        [units],
    )
    totals, rows = {}, []
    for unit in units:
        for year in (2010, 2011, 2012, 2013):
            months = dict.fromkeys(range(12), 0)
            for _ in range(ceil(random.gauss(250, 20))):
                months[random.choices(range(12), weights)[0]] += 4
            totals[unit, year] = sum(months.values())
            rows += [
                {"unit_code": unit, "month": f"{year}-{month + 1:02d}", "number": count}
                for month, count in months.items()
                if year < 2013 or month < 6
            ]
    for year in (2010, 2011, 2012):
        add_feeds(store, months_of(year))
    add_feeds(store, months_of(2013, 6))
    store.execute("CREATE TABLE drawn (unit_code VARCHAR, month VARCHAR, number BIGINT)")
    insert(store, "drawn", rows)
    store.execute("""INSERT INTO main.patent_events (event, counting_month, reported_month, basis,
        patent_type, unit_code, in_territory)
        SELECT 'application', month, month, 'receipt_records', 'design', unit_code, true
        FROM (SELECT *, unnest(range(number)) FROM drawn)""")
    build_outputs(store, "2013-06", AS_OF)
    found = store.execute("""SELECT unit_code, forecast_low, forecast_high FROM main.scorecard
        WHERE month = '2013-06' AND target_id = 'a'""").fetchall()
    covered = sum(low <= totals[unit, 2013] <= high for unit, low, high in found)
    assert len(found) == len(units)
    assert 0.69 <= covered / len(units) <= 0.91, covered / len(units)
