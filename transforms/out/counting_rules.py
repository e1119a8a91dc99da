"""Indicators, each as its own .sql file says: a header read strictly, and the SELECT that counts."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from transforms.errors import DataError
from transforms.out.series import CountingRule, counting_rules
from transforms.sql_select import verify_select
from transforms.strict_yaml import YamlValue, read_yaml
from transforms.written_text import read_written

_FOLDER = Path(__file__).parent / "indicators"
_REQUIRED = (
    "label_zh", "unit_zh", "measure", "accumulate", "event", "forecast", "official_measure", "page", "counting_rule", "series",
)  # fmt: skip
_OPTIONAL = ("aliases", "numerator_zh", "trace")
_RULE = ("unit", "date", "place", "weight", "basis")
_BASES = ("receipt_records", "public_documents", "department_report")
# Months are known by the feeds of an event, things standing at a month's end by the lists of enterprises.
_EVENTS = {"months": ("application", "publication", "grant"), "items": ("enterprise_list",)}
# What published statistics give of a region; the only share among it is that of inventions in the applications.
_OFFICIAL_MEASURES = {"count": ("applications", "grants"), "ratio": ("applications",)}


@dataclass(frozen=True)
class Indicator:
    """What one indicator counts; `sql` is the SELECT of its rows, from `line` of its file.

    `bases` are those it admits: of a month the one that stands for it (month_bases.sql), else the first of them that is known.
    `numerator_zh` is what a share counts above the line. `trace` tells how the rows behind a number are found: `rows` and
    `counted` name statements of flows/query/traces, what else it says are their parameters. An indicator without it has
    none. `said` are the values of the header, which know their lines.
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
    bases: tuple[str, ...]
    series: tuple[CountingRule, ...]
    trace: Mapping[str, Any] | None
    sql: str
    line: int
    said: Mapping[str, YamlValue]


@cache
def indicators() -> Mapping[str, Indicator]:
    """All indicators by name, one per .sql file; DataError names file and line of a mistake."""
    return MappingProxyType({path.stem: _indicator(path) for path in sorted(_FOLDER.glob("*.sql"))})


def _indicator(path: Path) -> Indicator:
    if not re.fullmatch("[a-z][a-z0-9_]*", path.stem):
        raise DataError(path.name, 0, "指标的文件名应由小写字母、数字和下划线组成")
    lines = read_written(path).splitlines()
    start = next((number for number, line in enumerate(lines) if not line.startswith("--")), len(lines))
    said = _header(lines[:start], path.name)
    sql = "\n".join(lines[start:])
    verify_select(sql, "指标", path.name, start + 1)
    measure, accumulate = said["measure"].written(), said["accumulate"].written()
    return Indicator(
        indicator=path.stem,
        label_zh=said["label_zh"].quoted(),
        aliases=said["aliases"].quoted_texts() if "aliases" in said else (),
        unit_zh=said["unit_zh"].quoted(),
        measure=measure,
        numerator_zh=said["numerator_zh"].quoted() if "numerator_zh" in said else "",
        accumulate=accumulate,
        event=said["event"].choice(_EVENTS[accumulate]),
        has_forecast=_truth(said["forecast"]),
        official_measure=_official_measure(said["official_measure"], measure),
        page=said["page"].text(r"docs/counting/[a-z0-9_]+\.md", "计数说明的一页,写作 docs/counting/patent_grants.md"),
        bases=_bases(said["counting_rule"]),
        series=_series(said["series"]),
        trace=_trace(said["trace"]) if "trace" in said else None,
        sql=sql,
        line=start + 1,
        said=MappingProxyType(said),
    )


def _header(lines: list[str], file_name: str) -> dict[str, YamlValue]:
    """The values by key, those that must fit one another looked at."""
    if not lines:
        raise DataError(file_name, 1, f"开头应有说明指标的各行,写作“-- 项目: 值”:{'、'.join(_REQUIRED)}")
    header = read_yaml("\n".join(re.sub("^-- ?", "", line) for line in lines), file_name)
    said = header.mapping((*_REQUIRED, *_OPTIONAL), _REQUIRED)
    is_share = said["measure"].choice(_OFFICIAL_MEASURES) == "ratio"
    if said["accumulate"].choice(_EVENTS) != "months" and is_share:
        raise said["accumulate"].error("占比(measure: ratio)只能按月累计,应为 months")
    if is_share and "numerator_zh" not in said:
        raise header.error("占比(measure: ratio)应有 numerator_zh,写明分子是什么,如 发明")
    return said


def _truth(value: YamlValue) -> bool:
    if (said := value.written()) not in ("true", "false"):
        raise value.error(f"“{value.key}”应为 true 或 false,现为 {said}")
    return said == "true"


def _official_measure(value: YamlValue, measure: str) -> str | None:
    claimed = value.quoted_or_empty()
    if claimed and claimed not in _OFFICIAL_MEASURES[measure]:
        options = "、".join(_OFFICIAL_MEASURES[measure])
        raise value.error(f"上级没有公布这样的数:“{claimed}”,可用:{options};上级没有公布本指标的数,应写 null")
    return claimed or None


def _bases(rule: YamlValue) -> tuple[str, ...]:
    said = rule.mapping(_RULE, _RULE)
    for key in _RULE[:-1]:
        said[key].quoted()
    if not (bases := said["basis"].choices(_BASES)):
        raise said["basis"].error("basis 至少应有一种数据来源口径")
    return bases


def _series(value: YamlValue) -> tuple[CountingRule, ...]:
    named = value.choice({rule.series for rule in counting_rules()})
    return tuple(rule for rule in counting_rules() if rule.series == named)


def _trace(value: YamlValue) -> Mapping[str, Any]:
    if "rows" not in value.entries():
        raise value.error("trace 缺少 rows,即列出明细的语句")
    return MappingProxyType({key: entry.quoted_or_empty() or None for key, entry in value.entries().items()})
