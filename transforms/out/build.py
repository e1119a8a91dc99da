"""Runs the counting steps, in order, on the connection of a release's candidate file."""

from datetime import date
from pathlib import Path

import duckdb

from transforms.out.counting_rules import Indicator, indicators

_FOLDER = Path(__file__).parent

COUNTING_STEPS = (
    "steps/empty_tables",
    "steps/event_totals",
    "monthly_counts",
    "steps/enterprise_firms",
    "demonstration_enterprises",
)
SCORING_STEPS = (
    "steps/targets",
    "steps/month_basis",
    "steps/calendar",
    "steps/target_months",
    "steps/year_to_date",
    "steps/history",
    "steps/t_quantiles",
    "steps/season",
    "steps/forecast",
    "steps/standings",
    "steps/official",
    "steps/measured",
    "scorecard",
)


def build_outputs(connection: duckdb.DuckDBPyConnection, month: str, as_of: date) -> None:
    """Make the counted tables of release `month` ('2013-09') in main, from main.patent_events and inputs.

    Creates monthly_counts, demonstration_enterprises and scorecard, and official_totals and reconciliation
    where they do not exist yet; all steps between are temporary. DECISIONS 1-19.
    """
    connection.execute(_sql("steps/release"), {"month": month, "as_of": as_of})
    for step in COUNTING_STEPS:
        connection.execute(_sql(step))
    for indicator in indicators().values():
        _register(connection, indicator)
        connection.execute(indicator.sql)
    for step in SCORING_STEPS:
        connection.execute(_sql(step))


def _sql(step: str) -> str:
    return (_FOLDER / f"{step}.sql").read_text(encoding="utf-8")


def _register(connection: duckdb.DuckDBPyConnection, indicator: Indicator) -> None:
    name = indicator.indicator
    connection.execute(
        "INSERT INTO step_indicators VALUES (?, ?, ?, ?, ?, ?)",
        [
            name,
            indicator.measure,
            indicator.accumulate,
            indicator.event,
            indicator.has_forecast,
            indicator.official_measure,
        ],
    )
    connection.executemany(
        "INSERT INTO step_indicator_bases VALUES (?, ?, ?)",
        [[name, basis, preference] for preference, basis in enumerate(indicator.bases, start=1)],
    )
    connection.executemany(
        "INSERT INTO step_indicator_rules VALUES (?, ?, ?, ?)",
        [[name, series.rule, series.from_year, series.to_year] for series in indicator.series],
    )
