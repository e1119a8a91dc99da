"""Lines of a chart: this year whole, last year dashed, a bound, and the band of what chance explains."""

from transforms.bulletin.chart_model import Chart
from transforms.bulletin.chart_style import BAND, BEFORE_LINE, NOW, Spec, rows_of


def line_layers(chart: Chart) -> list[Spec]:
    """The layers of a Vega-Lite chart, the band lowest."""
    is_share = chart.unit_zh == "%"
    names = [series.label_zh for series in chart.series]
    place: Spec = {
        "x": {
            "field": "label",
            "type": "nominal",
            "sort": list(chart.labels),
            "scale": {"type": "point", "padding": 0.4},
        },
        "y": {
            "field": "value",
            "type": "quantitative",
            "axis": {"tickCount": 6, "format": ".0%" if is_share else "d"},
            "scale": {"zero": not is_share},
        },
    }
    colour = {"field": "series", "scale": {"domain": names, "range": [NOW, BEFORE_LINE][: len(names)]}}
    dashes = {"field": "series", "scale": {"domain": names, "range": [[1, 0], [5, 4]][: len(names)]}}
    shapes = {"field": "series", "scale": {"domain": names, "range": ["circle", "diamond"][: len(names)]}}
    lines = {"mark": {"type": "line", "strokeWidth": 2.2}, "encoding": {**place, "color": colour, "strokeDash": dashes}}
    points = {
        "mark": {"type": "point", "size": 46, "filled": True, "opacity": 1},
        "encoding": {**place, "color": colour, "shape": shapes},
    }
    return [
        *_band(chart, place["x"]),
        lines,
        points,
        *_bound(chart),
        *_newest(chart, place),
    ]


def _newest(chart: Chart, place: Spec) -> list[Spec]:
    """The newest value of the first series in its own words, beside its point."""
    rows = [row for row in rows_of(chart) if row["series"] == chart.series[0].label_zh] if chart.series else []
    if not rows or not chart.series[0].newest_zh:
        return []
    # a share below its bound is written below its point, or the line of the bound would cross it
    is_below = chart.line is not None and chart.unit_zh == "%" and rows[-1]["value"] < chart.line
    mark = {"type": "text", "dy": 18 if is_below else -14, "fontSize": 13, "fontWeight": "bold", "color": NOW}
    values = [{**rows[-1], "words": chart.series[0].newest_zh}]
    return [{"data": {"values": values}, "mark": mark, "encoding": {**place, "text": {"field": "words"}}}]


def _band(chart: Chart, x: Spec) -> list[Spec]:
    rows = [
        {"label": label, "low": low, "high": high, "band": chart.band_zh}
        for label, low, high in zip(chart.labels, chart.low, chart.high, strict=False)
        if low is not None and high is not None
    ]
    encoding = {
        "x": x,
        "y": {"field": "low", "type": "quantitative"},
        "y2": {"field": "high"},
        "fill": {"field": "band", "scale": {"range": [BAND]}},
    }
    return [{"data": {"values": rows}, "mark": {"type": "area", "opacity": 1}, "encoding": encoding}] if rows else []


def _bound(chart: Chart) -> list[Spec]:
    if chart.line is None:
        return []
    y = {"field": "bound", "type": "quantitative"}
    words = {"type": "text", "align": "left", "dy": 13, "fontSize": 13, "fontWeight": "bold", "color": "black"}
    return [
        {
            "data": {"values": [{"bound": chart.line, "words": chart.line_zh}]},
            "layer": [
                {
                    "mark": {"type": "rule", "color": "black", "strokeDash": [8, 3], "strokeWidth": 1.6},
                    "encoding": {"y": y},
                },
                {"mark": words, "encoding": {"y": y, "x": {"value": 6}, "text": {"field": "words"}}},
            ],
        }
    ]
