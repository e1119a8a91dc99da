"""The indicators that can be traced, as their own files in transforms/out/indicators say it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from transforms.errors import Refused

# The statements a trace names.
TRACES = Path(__file__).with_name("traces")


@dataclass(frozen=True)
class Indicator:
    """A target and the statements of traces/ that give the rows and the count behind it, with what narrows them."""

    target_id: str
    label: str
    sql_name: str
    counted_name: str | None
    narrowed_to: dict[str, Any]
    counter: str


def find_indicator(wanted: str) -> Indicator:
    """The indicator of that target id, label or alias; raises Refused with those there are."""
    from transforms.out.counting_rules import indicators  # a fifth of a second: not where nothing is traced

    traced = [one for one in indicators().values() if one.trace]
    for one in traced:
        if one.trace and wanted in (one.indicator, one.label_zh, *one.aliases):
            return Indicator(
                target_id=one.indicator,
                label=one.label_zh,
                sql_name=one.trace["rows"],
                counted_name=one.trace.get("counted"),
                narrowed_to={name: value for name, value in one.trace.items() if name not in ("rows", "counted")},
                counter="件" if one.measure == "ratio" else one.unit_zh,
            )
    there_are = "、".join(f"{one.label_zh}({one.indicator})" for one in traced)
    raise Refused(f"没有指标“{wanted}”,或它没有明细。可用:{there_are}。")
