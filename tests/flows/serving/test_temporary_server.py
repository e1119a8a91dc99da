"""The server of a single run: there while the run lives, gone when it is killed, never asked for through a proxy."""

import signal
import subprocess
import sys
from pathlib import Path

from tests.flows.serving.service import ROOT, environment, eventually, processes_of

RUN = """
import time
from pathlib import Path
from flows import engine
from flows.home import Home
from flows.serving.api import answers
engine.set_up(Home(Path({home!r})))
print(engine.run_flow(Home(Path({home!r})), lambda: answers(__import__("os").environ["PREFECT_API_URL"], 5)), flush=True)
time.sleep(100)
"""


def test_temporary_server__answers_and_dies_with_a_killed_run(tmp_path: Path) -> None:
    settings = environment(http_proxy="http://127.0.0.1:9", HTTP_PROXY="http://127.0.0.1:9")
    code = RUN.format(home=str(tmp_path / "home"))
    run = subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, env=settings, stdout=subprocess.PIPE, text=True)
    assert run.stdout is not None
    assert run.stdout.readline() == "True\n"
    # the run, its server, and what will ask the checks
    assert len(processes_of(tmp_path / "home")) == 3
    run.send_signal(signal.SIGKILL)
    run.wait()
    eventually(lambda: not processes_of(tmp_path / "home"), 30)
