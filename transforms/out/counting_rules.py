"""Indicators and their counting rules, as written in the header of each indicator's own .sql file."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml

_FOLDER = Path(__file__).parent / "indicators"
_MEASURES = ("count", "ratio")
_ACCUMULATIONS = ("months", "items")


@dataclass(frozen=True)
class Series:
    """Years counted under one rule; figures of different rules are never compared."""

    rule: str
    from_year: int
    to_year: int


@dataclass(frozen=True)
class Indicator:
    """What one indicator counts; `bases` in order of preference, `sql` is what fills its rows."""

    indicator: str
    label_zh: str
    unit_zh: str
    measure: str
    accumulate: str
    event: str
    has_forecast: bool
    official_measure: str | None
    page: str
    counting_rule: Mapping[str, Any]
    bases: tuple[str, ...]
    series: tuple[Series, ...]
    sql: str


@cache
def indicators() -> Mapping[str, Indicator]:
    """All indicators by name, one per .sql file; ValueError names a file whose header says too little."""
    return MappingProxyType({path.stem: _indicator(path) for path in sorted(_FOLDER.glob("*.sql"))})


def _indicator(path: Path) -> Indicator:
    sql = path.read_text(encoding="utf-8")
    lines = sql.splitlines()
    header_length = next(number for number, line in enumerate(lines) if not line.startswith("-- "))
    header = yaml.safe_load("\n".join(line.removeprefix("-- ") for line in lines[:header_length]))
    try:
        found = Indicator(
            indicator=path.stem,
            label_zh=header["label_zh"],
            unit_zh=header["unit_zh"],
            measure=header["measure"],
            accumulate=header["accumulate"],
            event=header["event"],
            has_forecast=header["forecast"],
            official_measure=header["official_measure"],
            page=header["page"],
            counting_rule=MappingProxyType(header["counting_rule"]),
            bases=tuple(header["counting_rule"]["basis"]),
            series=tuple(Series(**series) for series in header["series"]),
            sql=sql,
        )
    except (KeyError, TypeError) as problem:
        raise ValueError(f"{path.name}: header incomplete: {problem}") from problem
    if found.measure not in _MEASURES or found.accumulate not in _ACCUMULATIONS:
        raise ValueError(f"{path.name}: unknown measure or accumulation")
    return found
