"""Indicators and their counting rules, as written in the header of each indicator's own .sql file and in series.yml."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml

from transforms.errors import DataError
from transforms.strict_yaml import Mapping as YamlMapping
from transforms.strict_yaml import parse_mapping

_FOLDER = Path(__file__).parent / "indicators"
_SERIES_FILE = Path(__file__).parent / "series.yml"
OPEN = 9999
_MEASURES = ("count", "ratio")
_ACCUMULATIONS = ("months", "items")


@dataclass(frozen=True)
class CountingRule:
    """Years of a series counted under one rule (an open end is the year OPEN) and the reasons that deduct under it."""

    series: str
    rule: str
    label_zh: str
    from_year: int
    to_year: int
    deducts: tuple[str, ...]


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
    series: tuple[CountingRule, ...]
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
            series=tuple(rule for rule in counting_rules() if rule.series == header["series"]),
            sql=sql,
        )
    except (KeyError, TypeError) as problem:
        raise ValueError(f"{path.name}: header incomplete: {problem}") from problem
    if found.measure not in _MEASURES or found.accumulate not in _ACCUMULATIONS:
        raise ValueError(f"{path.name}: unknown measure or accumulation")
    if not found.series:
        raise ValueError(f"{path.name}: no series {header['series']} in {_SERIES_FILE.name}")
    return found


@cache
def counting_rules() -> tuple[CountingRule, ...]:
    """The rules of every series in the order of their years; DataError names file and line of a mistake."""
    return parse_series(_SERIES_FILE.read_text(encoding="utf-8"), _SERIES_FILE.name)


def parse_series(text: str, file_name: str) -> tuple[CountingRule, ...]:
    """Rules by series; the years of a series follow one another without gap and the last rule is open."""
    top = parse_mapping(text, file_name)
    return tuple(rule for series in top.values for rule in _rules(top, series))


def _rules(top: YamlMapping, series: str) -> list[CountingRule]:
    rules: list[CountingRule] = []
    for entry in top.mappings(series):
        entry.allow(required=("rule", "label_zh", "from_year", "deducts"), optional=("to_year",))
        rule = CountingRule(
            series=series,
            rule=entry.text("rule"),
            label_zh=entry.text("label_zh"),
            from_year=int(entry.number("from_year")),
            to_year=int(entry.number("to_year")) if "to_year" in entry.values else OPEN,
            deducts=entry.texts("deducts"),
        )
        if rules and rules[-1].to_year != rule.from_year - 1:
            raise DataError(entry.file, entry.lines["from_year"], f"{rule.rule} 的起始年份应紧接上一规则的截止年份")
        rules.append(rule)
    if rules[-1].to_year != OPEN:
        raise DataError(top.file, top.lines[series], f"{series} 的最后一个规则不应有 to_year")
    return rules
