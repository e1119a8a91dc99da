"""Indicators and their counting rules, as written in the header of each indicator's own .sql file and in series.yml."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml

from transforms.strict_yaml import YamlValue, read_yaml

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
    """What one indicator counts; `bases` in order of preference, `sql` is what fills its rows.

    `numerator_zh` is what a share counts above the line. `trace` tells how the rows behind a number are found: `rows` and
    `counted` name statements of flows/query/traces, what else it says are their parameters. An indicator without it has none.
    """

    indicator: str
    label_zh: str
    aliases: tuple[str, ...]
    unit_zh: str
    measure: str
    numerator_zh: str
    accumulate: str
    event: str
    has_forecast: bool
    official_measure: str | None
    page: str
    counting_rule: Mapping[str, Any]
    bases: tuple[str, ...]
    series: tuple[CountingRule, ...]
    trace: Mapping[str, Any] | None
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
            aliases=tuple(header.get("aliases", ())),
            unit_zh=header["unit_zh"],
            measure=header["measure"],
            numerator_zh=header.get("numerator_zh", ""),
            accumulate=header["accumulate"],
            event=header["event"],
            has_forecast=header["forecast"],
            official_measure=header["official_measure"],
            page=header["page"],
            counting_rule=MappingProxyType(header["counting_rule"]),
            bases=tuple(header["counting_rule"]["basis"]),
            series=tuple(rule for rule in counting_rules() if rule.series == header["series"]),
            trace=MappingProxyType(header["trace"]) if "trace" in header else None,
            sql=sql,
        )
    except (KeyError, TypeError) as problem:
        raise ValueError(f"{path.name}: header incomplete: {problem}") from problem
    if found.measure not in _MEASURES or found.accumulate not in _ACCUMULATIONS:
        raise ValueError(f"{path.name}: unknown measure or accumulation")
    if found.trace is not None and "rows" not in found.trace:
        raise ValueError(f"{path.name}: a trace needs rows")
    if not found.series:
        raise ValueError(f"{path.name}: no series {header['series']} in {_SERIES_FILE.name}")
    return found


@cache
def counting_rules() -> tuple[CountingRule, ...]:
    """The rules of every series in the order of their years; DataError names file and line of a mistake."""
    return parse_series(_SERIES_FILE.read_text(encoding="utf-8"), _SERIES_FILE.name)


def parse_series(text: str, file_name: str) -> tuple[CountingRule, ...]:
    """Rules by series; the years of a series follow one another without gap and the last rule is open."""
    series = read_yaml(text, file_name).entries()
    return tuple(rule for entry in series.values() for rule in _rules(entry))


def _rules(series: YamlValue) -> list[CountingRule]:
    required = ("rule", "label_zh", "from_year", "deducts")
    rules: list[CountingRule] = []
    for entry in series.items():
        said = entry.mapping((*required, "to_year"), required)
        rule = CountingRule(
            series=series.key,
            rule=said["rule"].quoted(),
            label_zh=said["label_zh"].quoted(),
            from_year=said["from_year"].whole_number(),
            to_year=said["to_year"].whole_number() if "to_year" in said else OPEN,
            deducts=said["deducts"].quoted_texts(),
        )
        if rules and rules[-1].to_year != rule.from_year - 1:
            raise said["from_year"].error(f"{rule.rule} 的起始年份应紧接上一规则的截止年份")
        rules.append(rule)
    if not rules or rules[-1].to_year != OPEN:
        raise series.error(f"{series.key} 的最后一个规则不应有 to_year")
    return rules
