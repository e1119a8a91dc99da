"""A real `ipstats serve` for tests: started as a process, asked over HTTP, killed or ended, its processes counted."""

import contextlib
import json
import os
import re
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from http import HTTPStatus
from pathlib import Path
from typing import Any, TypeVar

ROOT = Path(__file__).parents[3]
Result = TypeVar("Result")
_MOST_TRIES = 40


def environment(**more: str) -> dict[str, str]:
    """The environment without what a person or another test set for Prefect."""
    mine = {name: value for name, value in os.environ.items() if not name.startswith(("PREFECT_", "IPSTATS_"))}
    return mine | {"IPSTATS_ALERT_URLS": ""} | more


class Service:
    """`ipstats serve` on free ports, with a schedule of its own."""

    def __init__(self, home: Path, schedule: Path) -> None:
        command = [sys.executable, "-m", "flows.cli", "serve", "--home", str(home), "--port", "0", "--site-port", "0"]
        settings = environment(
            IPSTATS_SCHEDULE=str(schedule),
            PREFECT_RUNNER_POLL_FREQUENCY="1",
            PREFECT_DEPLOYMENT_CONCURRENCY_SLOT_WAIT_SECONDS="2",
        )
        self.log = home / "serve.log"
        with self.log.open("a", encoding="utf-8") as log:
            self.process = subprocess.Popen(
                command, cwd=ROOT, env=settings, stdout=subprocess.PIPE, stderr=log, text=True
            )
        self.page_url, self.site_url = self._address("调度页面"), self._address("发布页面")

    def _address(self, name: str) -> str:
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        match = re.fullmatch(rf"{name} (http://\S+)\n", line)
        assert match, f"{line!r} {self.log.read_text(encoding='utf-8')}"
        return match[1]

    def ask(self, path: str, question: dict[str, Any] | None = None) -> Any:
        """GET, or POST of a question, from Prefect's API; asked again while its database is busy, as Prefect's client does."""
        data = None if question is None else json.dumps(question).encode()
        request = urllib.request.Request(f"{self.page_url}api/{path}", data, {"Content-Type": "application/json"})
        for _ in range(_MOST_TRIES):
            try:
                with urllib.request.urlopen(request, timeout=20) as answer:
                    return json.load(answer)
            except urllib.error.HTTPError as refusal:
                if refusal.code != HTTPStatus.SERVICE_UNAVAILABLE:
                    raise
            time.sleep(0.5)
        raise TimeoutError(f"{path}: busy all the time")

    def runs(self, name: str) -> list[dict[str, Any]]:
        """The runs of a deployment that have a state (one just being made has none), in the order in which they were due."""
        question = {"deployments": {"name": {"any_": [name]}}, "sort": "EXPECTED_START_TIME_ASC", "limit": 200}
        found: list[dict[str, Any]] = self.ask("flow_runs/filter", question)
        return [run for run in found if run["state"]]

    def states(self, name: str) -> list[str]:
        return [run["state"]["name"] for run in self.runs(name)]

    def end(self, number: signal.Signals) -> int:
        """Send a signal and wait; returns the exit code."""
        self.process.send_signal(number)
        return self.process.wait(60)


def eventually(what: Callable[[], Result], seconds: float = 180.0) -> Result:
    """The first true result of a question that is asked again and again."""
    deadline = time.monotonic() + seconds
    while not (result := what()):
        assert time.monotonic() < deadline, f"still {result!r}"
        time.sleep(0.5)
    return result


def processes_of(home: Path) -> list[int]:
    """Processes of this machine that were started for a home, by their environment or command line."""
    found = []
    for place in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            said = (place / "environ").read_bytes() + (place / "cmdline").read_bytes()
            state = (place / "stat").read_text().rsplit(")", 1)[1].split()[0]
            if str(home).encode() in said and state != "Z" and int(place.name) != os.getpid():
                found.append(int(place.name))
    return found


def end_processes_of(home: Path) -> None:
    """Whatever a failing test leaves running."""
    for number in processes_of(home):
        os.kill(number, signal.SIGKILL)
