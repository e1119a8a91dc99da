"""The rows behind a number of the scorecard."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from flows.home import data_folder
from flows.months import parse_month
from flows.query.indicators import TRACES, Indicator, find_indicator
from flows.query.session import Request, run_query
from transforms.errors import Refused


@dataclass(frozen=True)
class Known:
    """What a published file can speak of: its month, all months, the code of the whole, the units' codes and names."""

    release_month: str | None
    months: list[str] | None
    whole_code: str | None
    units: list[list[str]] | None


@dataclass(frozen=True)
class Figure:
    """What the published tables say the number is; the count is None where data did not come."""

    source: str
    count: int | None
    denominator: int | None
    obs_status: str | None


@dataclass(frozen=True)
class Trace:
    """What is traced, the request that lists the rows behind it, and the published number."""

    indicator: Indicator
    month: str
    unit_name: str | None
    request: Request
    figure: Figure | None


def statement(name: str) -> str:
    """The text of one of the .sql files of traces."""
    return (TRACES / f"{name}.sql").read_text(encoding="utf-8")


def rows_of(database: Path, name: str, parameters: dict[str, Any]) -> list[list[Any]]:
    """All rows of one of these statements (in the sandbox too: it starts sooner than binding values here would)."""
    with run_query(Request(database, statement(name), parameters)) as result:
        return [row for batch in result.batches for row in batch]


def find_month(known: Known, wanted: str | None) -> str:
    """The month asked for, or the release's own; raises WrongUsage, or Refused with the months there are."""
    month = wanted or known.release_month
    if month is None or not known.months:
        raise Refused("这个发布版里还没有任何月份的数据。")
    if parse_month(month) not in known.months:
        first, last = known.months[0], known.months[-1]
        raise Refused(f"没有月份“{month}”。这个发布版有 {first} 至 {last},写法如 {last}。")
    return month


def find_unit(known: Known, wanted: str | None) -> tuple[str | None, str | None]:
    """Code and name of the unit asked for by code, name, the label of the bulletin or a beginning; (None, None) is the whole."""
    if wanted is None or wanted in ("全市", known.whole_code):
        return None, None
    units = known.units or []
    found = _matching(units, wanted)
    if not found:
        units = _units_of_reference()
        found = _matching(units, wanted)
    if len(found) != 1:
        there_are = "、".join(f"{name}({code})" for code, name, *_ in found or units)
        raise Refused(f"{'不止一个' if found else '没有'}统计单位“{wanted}”。可用:{there_are}。")
    return found[0][0], found[0][1]


def _matching(units: list[list[str]], wanted: str) -> list[list[str]]:
    """The units of this code, name or label, else those of which one begins so."""
    exact = [unit for unit in units if wanted in unit]
    return exact or [unit for unit in units if wanted and any(name.startswith(wanted) for name in unit[1:])]


def _units_of_reference() -> list[list[str]]:
    """The units there are with their labels, also those a file has nothing of: a town without patents is a town (DESIGN 2)."""
    from flows.reference import load_reference  # a second: only where a file does not know the unit itself

    units = load_reference(data_folder()).gazetteer.units
    return [list(row) for row in units.select("unit_code", "unit_name", "unit_label").iter_rows()]


def find_figure(database: Path, indicator: Indicator, month: str, unit: str | None) -> Figure | None:
    """What the scorecard says, else what the monthly counts say; None where neither speaks of it."""
    asked = {"month": month, "unit": unit}
    if scored := rows_of(database, "scored", {**asked, "target_id": indicator.target_id}):
        return Figure("目标完成情况", *scored[0])
    if indicator.counted_name is None:
        return None
    counted = rows_of(database, indicator.counted_name, {**asked, **indicator.narrowed_to})
    return Figure("月度统计", *counted[0])


def prepare_trace(database: Path, wanted: str, month: str | None, unit: str | None) -> Trace:
    """Everything a trace needs; raises Refused for an indicator, month or unit the file does not have."""
    indicator = find_indicator(wanted)
    known = Known(*rows_of(database, "known", {})[0])
    month = find_month(known, month)
    unit_code, unit_name = find_unit(known, unit)
    parameters = {"month": month, "unit": unit_code, **indicator.narrowed_to}
    request = Request(database, statement(indicator.sql_name), parameters, count_all=True)
    return Trace(indicator, month, unit_name, request, find_figure(database, indicator, month, unit_code))
