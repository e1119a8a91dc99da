"""Runs the counting steps, in order, on the connection of a release's candidate file."""

from datetime import date
from pathlib import Path

import duckdb

from transforms.out.counting_rules import Indicator, counting_rules, indicators

_FOLDER = Path(__file__).parent

COUNTING_STEPS = (
    "deductions",
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
    "steps/reconciled_months",
    "steps/official_figures",
    "reconciliation_rows",
    "steps/explained_figures",
    "reconciliation",
)


def build_outputs(connection: duckdb.DuckDBPyConnection, month: str, as_of: date) -> None:
    """Make the counted tables of release `month` ('2013-09') in main, from main.patent_events and inputs.

    Creates counting_rules, deductions, monthly_counts, demonstration_enterprises, scorecard, reconciliation and
    reconciliation_rows, and official_totals where it does not exist yet; all steps between are temporary.
    DECISIONS 1-19.
    """
    connection.execute(_sql("steps/release"), {"month": month, "as_of": as_of})
    connection.execute(_sql("steps/empty_tables"))
    connection.executemany(
        "INSERT INTO main.counting_rules VALUES (?, ?, ?, ?, ?, nullif(?, ''))",
        [
            [rule.series, rule.rule, rule.label_zh, rule.from_year, rule.to_year, "; ".join(rule.deducts)]
            for rule in counting_rules()
        ],
    )
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
        "INSERT INTO step_indicators VALUES (?, ?, ?, ?, ?, ?, ?)",
        [
            name,
            indicator.measure,
            indicator.accumulate,
            indicator.event,
            indicator.has_forecast,
            indicator.official_measure,
            indicator.series[0].series,
        ],
    )
    connection.executemany(
        "INSERT INTO step_indicator_bases VALUES (?, ?, ?)",
        [[name, basis, preference] for preference, basis in enumerate(indicator.bases, start=1)],
    )
