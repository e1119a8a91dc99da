"""Charts drawn in a process of their own: the same drawings, an end in order, and nothing left of a killed run."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from flows import drawing
from flows.drawing import begin_drawing
from tests.flows.serving.service import ROOT, eventually, processes_of
from tests.unit.bulletin.made_bulletin import make_bulletin
from transforms.bulletin.charts import draw

RUN = """
import time
from flows.drawing import begin_drawing
from tests.unit.bulletin.made_bulletin import make_bulletin
print(len(begin_drawing(make_bulletin().charts[:1]).result()), flush=True)
time.sleep(100)
"""


def test_drawings__are_those_drawn_here() -> None:
    charts = make_bulletin().charts
    assert begin_drawing(charts).result() == {chart.key: draw(chart) for chart in charts}


def test_drawing_process_killed__is_said_and_the_next_one_draws() -> None:
    charts = make_bulletin().charts[:1]
    begin_drawing(charts).result()
    os.kill(drawing.DRAWER.start().pid, signal.SIGKILL)
    with pytest.raises(RuntimeError, match="绘制进程"):
        begin_drawing(charts).result()
    assert begin_drawing(charts).result()


def test_run_killed__leaves_no_drawing_process(tmp_path: Path) -> None:
    settings = {**os.environ, "IPSTATS_HOME": str(tmp_path)}
    run = subprocess.Popen([sys.executable, "-c", RUN], cwd=ROOT, env=settings, stdout=subprocess.PIPE, text=True)
    assert run.stdout is not None
    assert run.stdout.readline() == "1\n"
    assert len(processes_of(tmp_path)) == 2
    run.send_signal(signal.SIGKILL)
    run.wait()
    eventually(lambda: not processes_of(tmp_path), 30)
