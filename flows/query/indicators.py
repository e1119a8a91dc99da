"""The indicators that can be traced, as their own files in transforms/out/indicators say it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from transforms.errors import Refused

if TYPE_CHECKING:
    from transforms.out import counting_rules


@dataclass(frozen=True)
class Indicator:
    """A target, the names people give it, and the statements that give the rows and the count behind it."""

    target_id: str
    label: str
    aliases: tuple[str, ...]
    sql_name: str
    counted_name: str | None
    narrowed_to: dict[str, str | None]
    counter: str


def find_indicator(wanted: str) -> Indicator:
    """The indicator of that target id, label or alias; raises Refused with those there are."""
    from transforms.out.counting_rules import indicators  # a fifth of a second: not where nothing is traced

    traced = [_traced(one) for one in indicators().values() if one.trace]
    for indicator in traced:
        if wanted in (indicator.target_id, indicator.label, *indicator.aliases):
            return indicator
    there_are = "、".join(f"{indicator.label}({indicator.target_id})" for indicator in traced)
    raise Refused(f"没有指标“{wanted}”,或它没有明细。可用:{there_are}。")


def _traced(one: counting_rules.Indicator) -> Indicator:
    said = dict(one.trace or {})
    return Indicator(
        target_id=one.indicator,
        label=one.label_zh,
        aliases=one.aliases,
        sql_name=said.pop("rows"),
        counted_name=said.pop("counted", None),
        narrowed_to=said,
        counter="件" if one.measure == "ratio" else one.unit_zh,
    )
