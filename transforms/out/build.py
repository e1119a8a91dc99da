"""Runs the counting steps, in order, on the connection of a release's candidate file."""

from datetime import date
from pathlib import Path

import duckdb

from transforms.errors import DataError
from transforms.month_bases import MONTH_BASES
from transforms.out.counting_rules import Indicator, indicators
from transforms.out.series import counting_rules
from transforms.sql_select import FAULTS, sql_fault

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
    """Make the counted tables of release `month` ('2013-09') in main, from main.patent_events, main.deliveries and inputs.

    Creates counting_rules, deductions, monthly_counts, month_bases, demonstration_enterprises, scorecard, reconciliation and
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
    connection.execute(
        f"CREATE OR REPLACE TABLE main.month_bases AS FROM ({MONTH_BASES}) WHERE month <= $month ORDER BY ALL", {"month": month}
    )
    for indicator in indicators().values():
        _register(connection, indicator)
        count_indicator(connection, indicator)
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


def count_indicator(connection: duckdb.DuckDBPyConnection, indicator: Indicator) -> None:
    """Put the rows of an indicator's SELECT, under its name, where its header says; DataError blames its file."""
    file_name, step = f"{indicator.indicator}.sql", f"step_indicator_{indicator.accumulate}"
    try:
        made = _columns(connection, indicator.sql)
        wanted = [name for name in _columns(connection, f"FROM {step}") if name != "indicator"]
        if indicator.measure == "count" and "denominator" in wanted:
            wanted.remove("denominator")
        if sorted(made) != sorted(wanted):
            raise DataError(
                file_name, indicator.line, f"指标的 SELECT 应恰有这些列:{'、'.join(wanted)};现为:{'、'.join(made)}"
            )
        connection.execute(
            f"INSERT INTO {step} BY NAME SELECT ? AS indicator, * FROM ({indicator.sql}\n)", [indicator.indicator]
        )
    except FAULTS as error:
        raise sql_fault(error, "指标无法计算", file_name, indicator.line) from error


def _columns(connection: duckdb.DuckDBPyConnection, select: str) -> list[str]:
    return [row[0] for row in connection.execute(f"DESCRIBE {select}").fetchall()]
