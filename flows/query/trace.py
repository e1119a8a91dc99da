"""The rows behind a number of the scorecard."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from flows.query.answer import say
from flows.query.indicators import Indicator, find_indicator
from flows.query.releases import MONTH_SQL
from flows.query.saved import MONTH
from transforms.errors import Refused

FOLDER = Path(__file__).with_name("traces")


@dataclass(frozen=True)
class Figure:
    """What the published tables say the number is; the count is None where data did not come."""

    source: str
    count: int | None
    denominator: int | None
    obs_status: str | None = None


@dataclass(frozen=True)
class Trace:
    """The SQL that lists the rows behind a number, its parameters, their count, and the number itself."""

    indicator: Indicator
    month: str
    unit_name: str | None
    sql: str
    parameters: dict[str, Any]
    row_count: int
    figure: Figure | None


def statement(name: str) -> str:
    """The text of one of this module's .sql files."""
    return (FOLDER / f"{name}.sql").read_text(encoding="utf-8")


def find_month(connection: duckdb.DuckDBPyConnection, wanted: str | None) -> str:
    """The month asked for, or the release's own; raises Refused with the months there are."""
    if wanted is None:
        wanted = connection.execute(MONTH_SQL).fetchall()[0][0]
    months = [month for (month,) in connection.execute(statement("known_months")).fetchall()]
    if wanted is None or not months:
        raise Refused("这个发布版里还没有任何月份的数据。")
    if not MONTH.fullmatch(wanted) or wanted not in months:
        raise Refused(f"没有月份“{wanted}”。这个发布版有 {months[0]} 至 {months[-1]},写法如 {months[-1]}。")
    return str(wanted)


def find_unit(connection: duckdb.DuckDBPyConnection, wanted: str | None) -> tuple[str | None, str | None]:
    """Code and name of the unit asked for by code, name or its beginning; (None, None) is the whole."""
    (whole,) = connection.execute("SELECT min_by(unit_code, length(unit_code)) FROM scorecard").fetchall()
    if wanted in (None, "全市", *whole):
        return None, None
    units: list[tuple[str, str]] = connection.execute(statement("known_units")).fetchall()
    exact = [unit for unit in units if wanted in unit]
    found = exact or [unit for unit in units if wanted and unit[1].startswith(wanted)]
    if len(found) != 1:
        there_are = "、".join(f"{name}({code})" for code, name in found or units)
        raise Refused(f"{'不止一个' if found else '没有'}统计单位“{wanted}”。可用:{there_are}。")
    return found[0]


def find_figure(
    connection: duckdb.DuckDBPyConnection, indicator: Indicator, month: str, unit: str | None
) -> Figure | None:
    """What the scorecard says, else what the monthly counts say; None where neither speaks of it."""
    asked = {"month": month, "unit": unit}
    scored = connection.execute(statement("scored"), {**asked, "target": indicator.target_id}).fetchall()
    if scored:
        return Figure("目标完成情况", *scored[0])
    if indicator.counted_name is None:
        return None
    parameters = {name: value for name, value in indicator.narrowed_to.items() if name == "patent_type"}
    counted = connection.execute(statement(indicator.counted_name), {**asked, **parameters}).fetchall()
    return Figure("月度统计", *counted[0])


def prepare_trace(database: Path, wanted: str, month: str | None, unit: str | None) -> Trace:
    """Everything a trace needs; raises Refused for an indicator, month or unit the file does not have."""
    indicator = find_indicator(wanted)
    with duckdb.connect(database, read_only=True, config={"enable_external_access": "false"}) as connection:
        month = find_month(connection, month)
        unit_code, unit_name = find_unit(connection, unit)
        figure = find_figure(connection, indicator, month, unit_code)
        sql = statement(indicator.sql_name)
        parameters = {"month": month, "unit": unit_code, **indicator.narrowed_to}
        counted = connection.sql(sql, params=parameters).aggregate("count(*)").fetchall()
    return Trace(indicator, month, unit_name, sql, parameters, counted[0][0], figure)


def heading(trace: Trace) -> str:
    """What is listed: indicator, unit and months."""
    year, number = trace.month.split("-")
    months = "1月" if number == "01" else f"1—{int(number)}月"
    marked = "(内部资料 注意保存)" if trace.indicator.sql_name == "applications" else ""
    return f"{trace.indicator.label},{trace.unit_name or '全市'},{year}年{months}{marked}"


def completeness(figure: Figure) -> str:
    """What is to be added where months may be without data: no feed is not zero."""
    if figure.obs_status is None:
        return "该年不在目标完成情况中,各月明细是否到齐见 ipstats query --name feed_coverage。"
    return "其中部分月份数据未到。" if figure.obs_status == "truncated" else ""


def verdict(trace: Trace) -> tuple[str, bool]:
    """Whether the rows are as many as the published number says, as a sentence and as a fact."""
    figure, have = trace.figure, f"明细{trace.row_count}{trace.indicator.counter}"
    if figure is None:
        return f"{have}。目标完成情况中没有这个单位,无从核对。", True
    if figure.count is None:
        return f"{have},不完整:{figure.source}中该数为空,数据未到。", True
    if figure.count != trace.row_count:
        return f"错误:{have},{figure.source}为{figure.count},两者不符。请勿使用,并告知系统维护人员。", False
    share = "" if figure.denominator is None else f"分母为申请总量{figure.denominator}件。"
    return f"{have},与{figure.source}一致。{share}{completeness(figure)}", True


def say_verdict(trace: Trace) -> int:
    """Say the verdict; 1 where the numbers disagree."""
    sentence, agrees = verdict(trace)
    say(sentence)
    return 0 if agrees else 1
