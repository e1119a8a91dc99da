"""Charts drawn in a process beside this one: drawing is half of a bulletin's work and holds the interpreter's lock.

Run as `python -m flows.drawing` it is that process: a specification a line in, a drawing a line out, until the input ends.
"""

import atexit
import json
import sys
from base64 import b64decode, b64encode
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache

from flows.processes import Process, end, start_module
from transforms.bulletin.chart_style import Spec
from transforms.bulletin.charts import Drawing, drawn, spec_of
from transforms.bulletin.model import Chart

_asking = ThreadPoolExecutor(1, thread_name_prefix="drawing")


def begin_drawing(charts: Sequence[Chart]) -> Future[dict[str, Drawing]]:
    """The drawings to be, by the keys of their charts; RuntimeError comes with the result where the process has ended."""
    return _asking.submit(lambda: {chart.key: _asked(spec_of(chart)) for chart in charts})


def _asked(spec: Spec) -> Drawing:
    process = _process()
    assert process.stdin is not None and process.stdout is not None, "started with both pipes"
    try:
        process.stdin.write(json.dumps(spec).encode() + b"\n")
        process.stdin.flush()
        svg, png = json.loads(process.stdout.readline())
    except (BrokenPipeError, ValueError) as problem:
        _process.cache_clear()
        raise RuntimeError("图表绘制进程中途结束,请再次运行") from problem
    return Drawing(svg, b64decode(png))


@cache
def _process() -> Process:
    """Started for the first chart and kept: the drawing program takes longer to load than to draw."""
    process = start_module("flows.drawing", [], {}, answers=True)
    atexit.register(end, process)
    return process


def main() -> None:
    """Draw what is asked for."""
    for line in sys.stdin.buffer:
        drawing = drawn(json.loads(line))
        sys.stdout.write(json.dumps([drawing.svg, b64encode(drawing.png).decode()]) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
