"""Charts as Excel's own: their values stand on one sheet, so that they can be read, copied and drawn anew."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from transforms.bulletin.chart_model import Chart, Series
from transforms.bulletin.workbook_cells import Styles, safe_text

DATA_SHEET = "图表数据"
HEIGHT, ROWS_TALL = 380, 20
NARROWEST_CHART, NARROWEST_OF_TWO, WIDEST_CHART = 640, 400, 1060
# Shades, patterns, dashes and marks that a black-and-white print keeps apart.
_COLOURS = ("#9C2A25", "#1F4E79", "#7F7F7F", "#C9A24B")
_PATTERNS = ("solid", "wide_upward_diagonal", "light_horizontal", "percent_25")
_DASHES = ("solid", "dash", "round_dot", "long_dash_dot")
_MARKS = ("circle", "square", "triangle", "diamond")


@dataclass(frozen=True)
class PlacedChart:
    """A chart and where it goes: a sheet's row, pixels from the left edge, pixels of width."""

    chart: Chart
    sheet: Any
    row: int
    left: int
    wide: int


def add_chart(book: Any, placed: PlacedChart, data: Any, data_row: int, styles: Styles) -> int:
    """Draw a chart; its values go on the sheet `data` from `data_row` on, whose next free row is returned."""
    chart = placed.chart
    series = _all_series(chart)
    _write_values(data, styles, chart, series, data_row)
    drawn = book.add_chart({"type": "column" if chart.form == "bars" else "line"})
    marks = book.add_chart({"type": "line"}) if chart.form == "bars" and len(series) > len(chart.series) else drawn
    first, last = data_row + 2, data_row + 1 + len(chart.labels)
    for place in range(len(series)):
        options: dict[str, Any] = {
            "name": [DATA_SHEET, data_row + 1, place + 1],
            "categories": [DATA_SHEET, first, 0, last, 0],
            "values": [DATA_SHEET, first, place + 1, last, place + 1],
        }
        if place < len(chart.series):
            drawn.add_series(options | _look(chart, place))
        else:
            marks.add_series(options | _guide(is_bound=chart.line is not None and place == len(chart.series)))
    if marks is not drawn:
        drawn.combine(marks)
    _frame(drawn, chart, placed.wide)
    described = {"description": chart.alt_zh or chart.title_zh, "object_position": 2}
    placed.sheet.insert_chart(placed.row, 0, drawn, {"x_offset": placed.left + 4, "y_offset": 6, **described})
    return last + 2


def _all_series(chart: Chart) -> list[Series]:
    """The chart's own series, then its bound and the edges of its band as series of their own."""
    series = list(chart.series)
    if chart.line is not None:
        series.append(Series(chart.line_zh or "目标", (chart.line,) * len(chart.labels)))
    for edge, values in (("下限", chart.low), ("上限", chart.high)):
        if any(value is not None for value in values):
            series.append(Series(f"{chart.band_zh}{edge}", values))
    return series


def _is_share(chart: Chart) -> bool:
    return chart.unit_zh == "%"


def _write_values(data: Any, styles: Styles, chart: Chart, series: Sequence[Series], row: int) -> None:
    unit = f"({chart.unit_zh})"
    data.write_string(row, 0, safe_text(chart.title_zh.removesuffix(unit) + unit), styles.style(bold=True, font_name="黑体"))
    number = styles.style(num_format="0.00%" if _is_share(chart) else "0", border=1)
    head = styles.style(bold=True, border=1, align="center", text_wrap=True)
    data.write_blank(row + 1, 0, None, head)
    for offset, label in enumerate(chart.labels):
        data.write_string(row + 2 + offset, 0, safe_text(label), styles.style(border=1))
    for place, one in enumerate(series, start=1):
        data.write_string(row + 1, place, safe_text(one.label_zh), head)
        for offset, value in enumerate(one.values):
            if value is None:
                data.write_blank(row + 2 + offset, place, None, number)
            else:
                data.write_number(row + 2 + offset, place, value, number)


def _look(chart: Chart, place: int) -> dict[str, Any]:
    colour, turn = _COLOURS[place % 4], place % 4
    if chart.form == "bars":
        pattern = {"pattern": _PATTERNS[turn], "fg_color": colour, "bg_color": "white"}
        fill = {"fill": {"color": colour}} if turn == 0 else {"pattern": pattern}
        return {**fill, "border": {"color": colour}, "gap": 60}
    marker = {"type": _MARKS[turn], "size": 6, "fill": {"color": colour}, "border": {"color": colour}}
    return {"line": {"color": colour, "width": 2, "dash_type": _DASHES[turn]}, "marker": marker}


def _guide(*, is_bound: bool) -> dict[str, Any]:
    line = {"color": "#C00000", "width": 1.75, "dash_type": "dash"}
    return {"line": line if is_bound else {"color": "#808080", "width": 1, "dash_type": "square_dot"}, "marker": {"type": "none"}}


def _frame(drawn: Any, chart: Chart, wide: int) -> None:
    drawn.set_title({"name": chart.title_zh, "name_font": {"size": 13, "name": "黑体", "bold": False}, "overlay": False})
    drawn.set_size({"width": wide, "height": HEIGHT})
    drawn.set_legend({"position": "bottom"})
    drawn.set_x_axis({"num_font": {"name": "宋体"}})
    drawn.set_y_axis({
        "num_format": "0%" if _is_share(chart) else "0", "min": None if _is_share(chart) else 0,
        "major_gridlines": {"visible": True, "line": {"color": "#D9D9D9"}},
    })  # fmt: skip
    drawn.show_blanks_as("gap")
