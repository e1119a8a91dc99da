"""A year's targets, from `data/targets/<year>.yml`: an indicator, a bound and the sentence it comes from."""

import re
from dataclasses import dataclass
from datetime import date
from math import gcd
from pathlib import PurePath
from typing import NoReturn

import yaml

from transforms.errors import DataError
from transforms.out.counting_rules import indicators
from transforms.strict_yaml import Mapping, parse_mapping

_PERCENT = re.compile(r"([0-9]{1,3})(?:\.([0-9]{1,4}))?%")


@dataclass(frozen=True)
class Target:
    """One row of inputs.targets, fields in its column order; a share also has its bound as a fraction p/q."""

    year: int
    target_id: str
    unit_code: str
    indicator: str
    operator: str
    target_value: float
    target_numerator: int | None
    target_denominator: int | None
    closes_on: date
    sentence_zh: str


def parse_targets(text: str, file_name: str) -> list[Target]:
    """Targets of the city and of units, in file order; DataError names file and line of a mistake.

    A count is a whole number from 1; a share is written '10%' (more than 0 %, less than 100 %). `closes_on`
    is 31 March of the next year where the file gives none (DECISIONS 14).
    """
    top = parse_mapping(text, file_name)
    top.allow(required=("year", "territory", "source", "targets"), optional=("closes_on",))
    year = _whole_number(top, "year")
    if not 1985 <= year <= 2100:
        _refuse(top, "year", "“year”应为1985至2100的年份")
    if PurePath(file_name).stem.isdigit() and PurePath(file_name).stem != str(year):
        _refuse(top, "year", f"文件名与年份{year}不一致")
    top.text("source")
    if not re.fullmatch("[0-9]{6}", territory := top.text("territory")):
        _refuse(top, "territory", '“territory”应为加引号的六位行政区划代码,如 "330482"')
    closes_on = top.day("closes_on") if "closes_on" in top.values else usual_closing_day(year)
    if closes_on <= date(year, 12, 31):
        _refuse(top, "closes_on", "“closes_on”应在目标年度结束之后")
    targets = top.mapping("targets")
    return [
        target
        for target_id in targets.values
        for target in _targets(targets.mapping(target_id), target_id, year, territory, closes_on)
    ]


def usual_closing_day(year: int) -> date:
    """The day a year's figures become final where its targets file names none (DECISIONS 14)."""
    return date(year + 1, 3, 31)


def _targets(entry: Mapping, target_id: str, year: int, territory: str, closes_on: date) -> list[Target]:
    entry.allow(required=("indicator", "operator", "value", "sentence"), optional=("units",))
    indicator = entry.text("indicator")
    if indicator not in indicators():
        _refuse(entry, "indicator", f"没有指标“{indicator}”,现有:{'、'.join(indicators())}")
    if entry.text("operator") != ">=":
        _refuse(entry, "operator", '“operator”只能为 ">="(以上,含本数)')
    sentence = entry.text("sentence")
    bounds = {territory: _bound(entry, "value", indicator)}
    units = entry.mapping("units") if "units" in entry.values else Mapping(entry.file, entry.line, {}, {})
    for unit_code in units.values:
        if not re.fullmatch(f"{territory}[0-9]{{3}}", unit_code):
            _refuse(units, unit_code, f"单位代码“{unit_code}”应为以{territory}开头的九位数字")
        bounds[unit_code] = _bound(units, unit_code, indicator)
    return [
        Target(year, target_id, unit_code, indicator, ">=", *bound, closes_on, sentence)
        for unit_code, bound in bounds.items()
    ]


def _bound(entry: Mapping, key: str, indicator: str) -> tuple[float, int | None, int | None]:
    if indicators()[indicator].measure == "count":
        value = _whole_number(entry, key)
        if value < 1:
            _refuse(entry, key, "目标数应为1以上的整数")
        return float(value), None, None
    written = _PERCENT.fullmatch(entry.text(key))
    if not written:
        _refuse(entry, key, "占比目标应写作百分数,如 10%")
    decimals = written[2] or ""
    numerator, denominator = int(written[1] + decimals), 100 * 10 ** len(decimals)
    if not 0 < numerator < denominator:
        _refuse(entry, key, "占比目标应大于0%、小于100%")
    common = gcd(numerator, denominator)
    return numerator / denominator, numerator // common, denominator // common


def _whole_number(entry: Mapping, key: str) -> int:
    value, node = entry.number(key), entry.values[key]
    # YAML reads 02300 as 1216 and 38:20 as 2300: only what is written in plain digits is believed
    if not isinstance(node, yaml.ScalarNode) or not re.fullmatch("-?(0|[1-9][0-9]*)", node.value):
        _refuse(entry, key, f"“{key}”应写作普通整数")
    return int(value)


def _refuse(entry: Mapping, key: str, message: str) -> NoReturn:
    raise DataError(entry.file, entry.lines[key], message)
