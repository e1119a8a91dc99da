"""A year's targets, from `data/targets/<year>.yml`: an indicator, a bound and the sentence it comes from."""

import re
from dataclasses import dataclass
from datetime import date
from math import gcd
from pathlib import PurePath

import yaml

from transforms.out.counting_rules import indicators
from transforms.out.yaml_nodes import any_mapping, day, integer, mapping, refuse, root, text

_PERCENT = re.compile(r"(\d{1,3})(?:\.(\d{1,4}))?%")
_TERRITORY = re.compile(r"\d{6}")


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


def parse_targets(content: str, file_name: str) -> list[Target]:
    """Targets of the city and of units, in file order; DataError names file and line of a mistake.

    A count is a whole number from 1; a share is written '10%' (more than 0 %, less than 100 %). `closes_on`
    is 31 March of the next year where the file gives none (DECISIONS 14).
    """
    top = mapping(
        root(content, file_name), file_name, {"year", "territory", "source", "targets"}, {"closes_on"}
    )
    year = integer(top["year"], file_name, "year")
    if not 1985 <= year <= 2100:
        refuse(top["year"], file_name, "“year”应为1985至2100的年份")
    if PurePath(file_name).stem.isdigit() and PurePath(file_name).stem != str(year):
        refuse(top["year"], file_name, f"文件名与年份{year}不一致")
    text(top["source"], file_name, "source")
    territory = _territory(top["territory"], file_name)
    closes_on = day(top["closes_on"], file_name, "closes_on") if "closes_on" in top else date(year + 1, 3, 31)
    if closes_on <= date(year, 12, 31):
        refuse(top["closes_on"], file_name, "“closes_on”应在目标年度结束之后")
    return [
        target
        for target_id, node in any_mapping(top["targets"], file_name).items()
        for target in _targets(target_id, node, file_name, year, territory, closes_on)
    ]


def _targets(
    target_id: str, node: yaml.Node, file_name: str, year: int, territory: str, closes_on: date
) -> list[Target]:
    entries = mapping(node, file_name, {"indicator", "operator", "value", "sentence"}, {"units"})
    indicator = text(entries["indicator"], file_name, "indicator")
    if indicator not in indicators():
        refuse(entries["indicator"], file_name, f"没有指标“{indicator}”,现有:{'、'.join(indicators())}")
    if text(entries["operator"], file_name, "operator") != ">=":
        refuse(entries["operator"], file_name, '“operator”只能为 ">="(以上,含本数)')
    sentence = text(entries["sentence"], file_name, "sentence")
    values = {territory: entries["value"]}
    units = any_mapping(entries["units"], file_name) if "units" in entries else {}
    for unit_code, value in units.items():
        if not unit_code.startswith(territory) or not re.fullmatch(r"\d{9}", unit_code):
            refuse(value, file_name, f"单位代码“{unit_code}”应为以{territory}开头的九位数字")
        values[unit_code] = value
    return [
        Target(
            year,
            target_id,
            unit_code,
            indicator,
            ">=",
            *_bound(value, file_name, indicator),
            closes_on,
            sentence,
        )
        for unit_code, value in values.items()
    ]


def _bound(node: yaml.Node, file_name: str, indicator: str) -> tuple[float, int | None, int | None]:
    if indicators()[indicator].measure == "count":
        value = integer(node, file_name, "value")
        if value < 1:
            refuse(node, file_name, "目标数应为1以上的整数")
        return float(value), None, None
    written = _PERCENT.fullmatch(text(node, file_name, "value"))
    if not written:
        refuse(node, file_name, "占比目标应写作百分数,如 10%")
    decimals = written[2] or ""
    numerator, denominator = int(written[1] + decimals), 100 * 10 ** len(decimals)
    if not 0 < numerator < denominator:
        refuse(node, file_name, "占比目标应大于0%、小于100%")
    common = gcd(numerator, denominator)
    return numerator / denominator, numerator // common, denominator // common


def _territory(node: yaml.Node, file_name: str) -> str:
    code = text(node, file_name, "territory")
    if not _TERRITORY.fullmatch(code):
        refuse(node, file_name, '“territory”应为加引号的六位行政区划代码,如 "330482"')
    return code
