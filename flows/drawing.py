"""Charts drawn in a process beside this one: drawing is half of a bulletin's work and holds the interpreter's lock."""

from base64 import b64decode, b64encode
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor

from flows.beside import Beside, answer_questions
from transforms.bulletin.chart_model import Chart
from transforms.bulletin.chart_style import Spec
from transforms.bulletin.charts import Drawing, drawn, spec_of

DRAWER = Beside("flows.drawing", "图表绘制")
_asking = ThreadPoolExecutor(1, thread_name_prefix="drawing")
_begun: dict[Chart, Future[Drawing]] = {}


def begin_drawing(charts: Sequence[Chart]) -> None:
    """Let these charts be drawn, those begun before among them no second time; others that were begun are given up."""
    for chart in _begun.keys() - set(charts):
        _begun.pop(chart).cancel()
    for chart in charts:
        if chart not in _begun:
            _begun[chart] = _asking.submit(_asked, chart)


def take_drawings(charts: Sequence[Chart]) -> dict[str, Drawing]:
    """The drawings by the keys of their charts, begun now where they were not; RuntimeError where the process has ended."""
    begin_drawing(charts)
    # out of the way even where one of them fails: the next are asked anew
    taken = {chart.key: _begun.pop(chart) for chart in charts}
    return {key: drawing.result() for key, drawing in taken.items()}


def _asked(chart: Chart) -> Drawing:
    svg, png = DRAWER.ask(spec_of(chart))
    return Drawing(svg, b64decode(png))


def _drawn(spec: Spec) -> list[str]:
    drawing = drawn(spec)
    return [drawing.svg, b64encode(drawing.png).decode()]


if __name__ == "__main__":
    answer_questions(_drawn)
