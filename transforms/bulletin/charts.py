"""Charts of the bulletin, drawn by Vega-Lite, as SVG (page) and PNG (document).

Readable without colour: dark against pale fill, whole against dashed lines, markers, direct labels.
"""

from dataclasses import dataclass

import vl_convert

from transforms.bulletin.chart_lines import line_layers
from transforms.bulletin.chart_model import Chart
from transforms.bulletin.chart_style import BEFORE_FILL, CONFIG, FONTS, INK, NOW, Spec, rows_of


@dataclass(frozen=True)
class Drawing:
    """One drawn chart, its title in the picture: an SVG element for a page, a PNG for a document."""

    svg: str
    png: bytes


def draw(chart: Chart) -> Drawing:
    """The chart in both forms."""
    return drawn(spec_of(chart))


def drawn(spec: Spec) -> Drawing:
    """What Vega-Lite makes of a specification."""
    svg = str(vl_convert.vegalite_to_svg(spec))
    # the page says beside it what it shows
    element = svg.replace("<svg ", '<svg aria-hidden="true" focusable="false" ', 1)
    # about 250 dots an inch at the size it has on A4
    return Drawing(element, bytes(vl_convert.svg_to_png(svg, ppi=120)))


def can_draw_chinese() -> bool:
    """Whether this machine has a font for the words of the charts: without one every character is the same empty box."""
    frame = '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20">{}</svg>'
    texts = (f'<text y="16" font-family="{FONTS}">{word}</text>' for word in "一国")
    one, other = (vl_convert.svg_to_png(frame.format(text)) for text in texts)
    return bool(one != other)


def spec_of(chart: Chart) -> Spec:
    """What is to be drawn, in Vega-Lite's words; plain JSON."""
    is_flat = chart.lies_down
    layers = _bars(chart, is_flat) if chart.form == "bars" else line_layers(chart)
    return {
        # drawn small, so that the words can still be read where the chart is shrunk: on a phone, or two abreast on A4
        "width": 430 if chart.is_wide and not is_flat else 345,
        "height": 30 * len(chart.labels) if is_flat else 200 if chart.is_wide else 180,
        "background": "white",
        "title": {"text": chart.title_zh, "fontSize": 15, "anchor": "middle", "color": INK},
        "data": {"values": rows_of(chart)},
        "layer": layers,
        "config": CONFIG,
    }


def _bars(chart: Chart, is_flat: bool) -> list[Spec]:
    names = [series.label_zh for series in chart.series]
    along, across = ("x", "y") if is_flat else ("y", "x")
    place: Spec = {
        across: {"field": "label", "type": "nominal", "sort": list(chart.labels)},
        f"{across}Offset": {"field": "series", "sort": names},
        along: {"field": "value", "type": "quantitative", "axis": {"tickCount": 5, "format": "d"}},
    }
    colour = {
        "field": "series",
        "scale": {"domain": names, "range": [NOW, BEFORE_FILL][: len(names)]},
        "legend": {"symbolType": "square"},
    }
    return [
        {"mark": {"type": "bar", "stroke": INK, "strokeWidth": 0.6}, "encoding": {**place, "color": colour}},
        _numbers(place, names, is_flat),
    ]


def _numbers(place: Spec, names: list[str], is_flat: bool) -> Spec:
    """The counts at the ends of the bars; upright bars stand too close for more than those of this year."""
    beside = {"align": "left", "dx": 3, "baseline": "middle"} if is_flat else {"dy": -6}
    layer: Spec = {
        "mark": {"type": "text", "fontSize": 10, "color": INK, **beside},
        "encoding": {**place, "text": {"field": "value", "format": "d"}},
    }
    return layer if is_flat else {**layer, "transform": [{"filter": {"field": "series", "equal": names[0]}}]}
