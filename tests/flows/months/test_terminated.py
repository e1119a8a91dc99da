"""SIGTERM amid a run (kill, a machine that shuts down): a sentence, no process left, and the next run goes on."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from flows.alerts.receipts import open_receipts
from flows.interrupt import SENTENCE
from tests.flows.office import Office, application_row, feed
from tests.flows.serving.service import ROOT, end_processes_of, environment, eventually, processes_of


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    office = Office(tmp_path / "home")
    office.write("平湖市专利申请受理明细_201301.csv", feed(application_row("201320000001.7")))
    yield office
    end_processes_of(office.home.root)


@pytest.mark.parametrize(
    "command", [("run", "--month", "2013-01", "--received-on", "2013-02-15"), ("backfill", "2013-01", "2013-01")]
)
def test_sigterm__is_said_and_the_next_run_goes_on(office: Office, command: tuple[str, ...]) -> None:
    asked = [sys.executable, "-m", "flows.cli", *command, "--home", str(office.home.root)]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    with subprocess.Popen(asked, cwd=ROOT, env=environment(), **pipes) as run:  # type: ignore[call-overload]
        # amid its steps
        while "读入" not in (line := run.stderr.readline()):
            assert line
        run.send_signal(signal.SIGTERM)
        out, err = run.communicate(timeout=60)
    assert run.returncode == 143
    assert err.endswith(SENTENCE)
    assert "Traceback" not in err
    assert out == ""
    eventually(lambda: not processes_of(office.home.root), 30)
    with open_receipts(office.home) as receipts:
        assert not receipts.operational_messages(), "nobody is told of it as of a failure"
    assert office.run("2013-01", date(2013, 2, 15)).published.release.release_id == "2013-01.1"
