"""A year's targets, from `data/targets/<year>.yml`: an indicator, a bound and the sentence it comes from."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from math import gcd
from pathlib import PurePath

from transforms.out.counting_rules import indicators
from transforms.strict_yaml import YamlValue, read_yaml

_REQUIRED = ("year", "territory", "source", "targets")
_TARGET_REQUIRED = ("indicator", "operator", "value", "sentence")
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
    is 31 March of the next year where the file gives none (DECISIONS 14). Of the targets of an indicator one
    bears its name: that one alerts, bulletin and trace speak of, as of the five in DESIGN 8.
    """
    top = read_yaml(text, file_name).mapping((*_REQUIRED, "closes_on"), _REQUIRED)
    year = _whole_number(top["year"])
    if not 1985 <= year <= 2100:
        raise top["year"].error("“year”应为1985至2100的年份")
    if PurePath(file_name).stem.isdigit() and PurePath(file_name).stem != str(year):
        raise top["year"].error(f"文件名与年份{year}不一致")
    top["source"].quoted()
    if not re.fullmatch("[0-9]{6}", territory := top["territory"].quoted()):
        raise top["territory"].error('“territory”应为加引号的六位行政区划代码,如 "330482"')
    closes_on = top["closes_on"].day() if "closes_on" in top else usual_closing_day(year)
    if closes_on <= date(year, 12, 31):
        raise top["closes_on"].error("“closes_on”应在目标年度结束之后")
    entries = top["targets"].entries()
    return [
        target
        for entry in entries.values()
        for target in _targets(entry, entries.keys(), year, territory, closes_on)
    ]


def usual_closing_day(year: int) -> date:
    """The day a year's figures become final where its targets file names none (DECISIONS 14)."""
    return date(year + 1, 3, 31)


def _targets(entry: YamlValue, ids: Collection[str], year: int, territory: str, closes_on: date) -> list[Target]:
    said = entry.mapping((*_TARGET_REQUIRED, "units"), _TARGET_REQUIRED)
    indicator = said["indicator"].quoted()
    if indicator not in indicators():
        raise said["indicator"].error(f"没有指标“{indicator}”,现有:{'、'.join(indicators())}")
    if entry.key in indicators() and entry.key != indicator:
        raise entry.error(f"目标“{entry.key}”与另一个指标同名,它按 {indicator} 考核,请改用别的标识")
    if indicator not in ids:
        raise entry.error(
            f"目标“{entry.key}”按指标 {indicator} 考核,但没有标识为 {indicator} 的目标;预警、通报和核对都按指标同名的目标,"
            f"请把它的标识改为 {indicator}(同一指标另设的目标可另取标识)"
        )
    if said["operator"].quoted() != ">=":
        raise said["operator"].error('“operator”只能为 ">="(以上,含本数)')
    sentence = said["sentence"].quoted()
    bounds = {territory: _bound(said["value"], indicator)}
    for unit_code, value in (said["units"].entries() if "units" in said else {}).items():
        if not re.fullmatch(f"{territory}[0-9]{{3}}", unit_code):
            raise value.error(f"单位代码“{unit_code}”应为以{territory}开头的九位数字")
        bounds[unit_code] = _bound(value, indicator)
    return [
        Target(year, entry.key, unit_code, indicator, ">=", *bound, closes_on, sentence)
        for unit_code, bound in bounds.items()
    ]


def _bound(value: YamlValue, indicator: str) -> tuple[float, int | None, int | None]:
    if indicators()[indicator].measure == "count":
        number = _whole_number(value)
        if number < 1:
            raise value.error("目标数应为1以上的整数")
        return float(number), None, None
    written = _PERCENT.fullmatch(value.quoted())
    if not written:
        raise value.error("占比目标应写作百分数,如 10%")
    decimals = written[2] or ""
    numerator, denominator = int(written[1] + decimals), 100 * 10 ** len(decimals)
    if not 0 < numerator < denominator:
        raise value.error("占比目标应大于0%、小于100%")
    common = gcd(numerator, denominator)
    return numerator / denominator, numerator // common, denominator // common


def _whole_number(value: YamlValue) -> int:
    number = value.number()
    # only what is written in plain digits is believed
    if not re.fullmatch("-?(0|[1-9][0-9]*)", value.written()):
        raise value.error(f"“{value.key}”应写作普通整数")
    return int(number)
