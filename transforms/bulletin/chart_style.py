"""What all charts of the bulletin have in common: colours, type, and rows from series."""

from typing import Any

from transforms.bulletin.chart_model import Chart

Spec = dict[str, Any]
FONTS = "Noto Sans CJK SC, Source Han Sans SC, Microsoft YaHei, PingFang SC, WenQuanYi Micro Hei, SimHei, sans-serif"
INK, BAND = "#333333", "#e9e5de"
NOW, BEFORE_FILL, BEFORE_LINE = "#9c1a1c", "#c9c3ba", "#5f5a53"
CONFIG: Spec = {
    "font": FONTS,
    "view": {"stroke": None},
    "axis": {
        "labelFontSize": 12, "labelColor": INK, "domainColor": INK, "tickColor": INK, "gridColor": "#e4e0da",
        "title": None, "labelAngle": 0,
    },
    "legend": {"orient": "top", "title": None, "labelFontSize": 13, "labelColor": INK, "symbolSize": 140},
}  # fmt: skip


def rows_of(chart: Chart) -> list[Spec]:
    """One row a label and series; what is not known has no row."""
    return [
        {"label": label, "series": series.label_zh, "value": value}
        for series in chart.series
        for label, value in zip(chart.labels, series.values, strict=True)
        if value is not None
    ]
