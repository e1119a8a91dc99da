"""Charts drawn in a process of their own: the same drawings, an end in order, and nothing left of a killed run."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from flows import drawing
from flows.drawing import begin_drawing, take_drawings
from tests.flows.serving.service import ROOT, eventually, processes_of
from tests.unit.bulletin.made_bulletin import make_bulletin
from transforms.bulletin.charts import draw, spec_of

RUN = """
import time
from flows.drawing import take_drawings
from tests.unit.bulletin.made_bulletin import make_bulletin
print(len(take_drawings(make_bulletin().charts[:1])), flush=True)
time.sleep(100)
"""


def test_drawings__are_those_drawn_here() -> None:
    charts = make_bulletin().charts
    assert take_drawings(charts) == {chart.key: draw(chart) for chart in charts}


def test_drawings__begun_before_are_drawn_once(monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = make_bulletin().charts[:2]
    asked: list[dict[str, Any]] = []
    monkeypatch.setattr(drawing.DRAWER, "ask", lambda spec: asked.append(spec) or ["<svg>", ""])
    begin_drawing([first])
    assert take_drawings([first, second]).keys() == {first.key, second.key}
    assert asked == [spec_of(first), spec_of(second)]
    assert take_drawings([first]).keys() == {first.key}
    assert len(asked) == 3


def test_drawing_process_killed__is_said_and_the_next_one_draws() -> None:
    charts = make_bulletin().charts[:1]
    take_drawings(charts)
    os.kill(drawing.DRAWER.start().pid, signal.SIGKILL)
    with pytest.raises(RuntimeError, match="绘制进程"):
        take_drawings(charts)
    assert take_drawings(charts)


def test_run_killed__leaves_no_drawing_process(tmp_path: Path) -> None:
    settings = {**os.environ, "IPSTATS_HOME": str(tmp_path)}
    run = subprocess.Popen([sys.executable, "-c", RUN], cwd=ROOT, env=settings, stdout=subprocess.PIPE, text=True)
    assert run.stdout is not None
    assert run.stdout.readline() == "1\n"
    assert len(processes_of(tmp_path)) == 2
    run.send_signal(signal.SIGKILL)
    run.wait()
    eventually(lambda: not processes_of(tmp_path), 30)
