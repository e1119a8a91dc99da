"""The indicators a trace knows, and the names people give them."""

from __future__ import annotations

from dataclasses import dataclass

from transforms.errors import Refused


@dataclass(frozen=True)
class Indicator:
    """A target, the names people give it, and the rows that make it up."""

    target_id: str
    label: str
    aliases: tuple[str, ...]
    sql_name: str
    counted_name: str | None
    narrowed_to: dict[str, str | None]
    counter: str


INDICATORS = (
    Indicator(
        "patent_applications",
        "专利申请量",
        ("申请量", "专利申请"),
        "applications",
        "counted_applications",
        {"patent_type": None},
        "件",
    ),
    Indicator(
        "invention_share",
        "发明专利申请占比",
        ("发明占比", "发明专利申请", "发明申请", "占比"),
        "applications",
        "counted_applications",
        {"patent_type": "invention"},
        "件",
    ),
    Indicator("patent_grants", "专利授权量", ("授权量", "专利授权"), "grants", "counted_grants", {}, "件"),
    Indicator(
        "new_demonstration_enterprises",
        "新增专利示范企业",
        ("专利示范企业", "示范企业", "新增示范企业"),
        "enterprises",
        None,
        {"level": None},
        "家",
    ),
    Indicator(
        "new_provincial_demonstration_enterprises",
        "新增省级专利示范企业",
        ("省级专利示范企业", "省级示范企业"),
        "enterprises",
        None,
        {"level": "省级"},
        "家",
    ),
)


def find_indicator(wanted: str) -> Indicator:
    """The indicator of that target id, label or alias; raises Refused with those there are."""
    for indicator in INDICATORS:
        if wanted in (indicator.target_id, indicator.label, *indicator.aliases):
            return indicator
    there_are = "、".join(f"{indicator.label}({indicator.target_id})" for indicator in INDICATORS)
    raise Refused(f"没有指标“{wanted}”。可用:{there_are}。")
