"""Charts drawn in a process beside this one: drawing is half of a bulletin's work and holds the interpreter's lock."""

from base64 import b64decode, b64encode
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor

from flows.beside import Beside, answer_questions
from transforms.bulletin.chart_style import Spec
from transforms.bulletin.charts import Drawing, drawn, spec_of
from transforms.bulletin.model import Chart

DRAWER = Beside("flows.drawing", "图表绘制")
_asking = ThreadPoolExecutor(1, thread_name_prefix="drawing")


def begin_drawing(charts: Sequence[Chart]) -> Future[dict[str, Drawing]]:
    """The drawings to be, by the keys of their charts; RuntimeError comes with the result where the process has ended."""
    return _asking.submit(lambda: {chart.key: _asked(spec_of(chart)) for chart in charts})


def _asked(spec: Spec) -> Drawing:
    svg, png = DRAWER.ask(spec)
    return Drawing(svg, b64decode(png))


def _drawn(spec: Spec) -> list[str]:
    drawing = drawn(spec)
    return [drawing.svg, b64encode(drawing.png).decode()]


if __name__ == "__main__":
    answer_questions(_drawn)
