"""The server of a single run: there while the run lives, gone when it is killed or interrupted, never asked for by a proxy."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from flows.interrupt import SENTENCE
from tests.flows.serving.service import ROOT, environment, eventually, processes_of

BEGIN = """
import os, signal, time
from pathlib import Path
from flows import engine
from flows.home import Home
from flows.serving.api import answers
home = Home(Path({home!r}))
engine.set_up(home)
"""
STARTING = BEGIN + """
print("starting", flush=True)
while True:
    time.sleep(100)
"""
RUNNING = BEGIN + """
print(engine.run_flow(home, lambda: answers(os.environ["PREFECT_API_URL"], 5)), flush=True)
time.sleep(100)
"""


def started(code: str, home: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", code.format(home=str(home))],
        cwd=ROOT, env=environment(http_proxy="http://127.0.0.1:9", HTTP_PROXY="http://127.0.0.1:9"),
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )  # fmt: skip


def said(run: subprocess.Popen[str]) -> str:
    assert run.stdout is not None
    return run.stdout.readline()


def test_temporary_server__answers_and_dies_with_a_killed_run(tmp_path: Path) -> None:
    run = started(RUNNING, tmp_path / "home")
    assert said(run) == "True\n"
    # the run, its server, and what will ask the checks
    assert len(processes_of(tmp_path / "home")) == 3
    run.send_signal(signal.SIGKILL)
    run.wait()
    eventually(lambda: not processes_of(tmp_path / "home"), 30)


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_interrupt__while_a_run_starts_ends_it_at_once_and_its_server(
    tmp_path: Path, number: signal.Signals, code: int
) -> None:
    run = started(STARTING, tmp_path / "home")
    assert said(run) == "starting\n"
    run.send_signal(number)
    assert run.wait(2) == code
    assert run.stderr is not None
    assert run.stderr.read() == SENTENCE
    eventually(lambda: not processes_of(tmp_path / "home"), 30)


def test_interrupt__of_a_run_is_raised_in_it(tmp_path: Path) -> None:
    run = started(RUNNING, tmp_path / "home")
    assert said(run) == "True\n"
    run.send_signal(signal.SIGINT)
    _, told = run.communicate(timeout=60)
    assert told.rstrip().endswith("KeyboardInterrupt")
    eventually(lambda: not processes_of(tmp_path / "home"), 30)
