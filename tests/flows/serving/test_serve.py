"""The whole service: a real server whose schedule fires, survives a kill, catches up, and ends without a trace."""

import signal
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

import pytest

from tests.flows.office import Office
from tests.flows.serving.conftest import DUE
from tests.flows.serving.service import ROOT, Service, environment, eventually, processes_of


def test_serve__fires_catches_up_survives_a_kill_and_ends_clean(
    owing_office: Office, schedule: Path, no_process_left: None
) -> None:
    office = owing_office
    first = Service(office.home.root, schedule)
    _answers_on_both_ports(first)
    _asks_for_runs(first)
    _is_alone_and_known(first, office)
    eventually(lambda: office.rows("SELECT max(month) FROM releases") == [(DUE,)])
    eventually(lambda: sorted(_done(first)) == ["Completed", "Refused"])
    _one_at_a_time(first)
    eventually(lambda: _fired(first))
    assert first.end(signal.SIGKILL) == -signal.SIGKILL
    eventually(lambda: not processes_of(office.home.root), 30)

    second = Service(office.home.root, schedule)
    assert sorted(_done(second)) == ["Completed", "Refused"], "a month that is published is not run again"
    done_before = _fired(second)
    eventually(lambda: _fired(second) > done_before)
    assert _deployment(second, "watch-inbox")["paused"] is False
    assert second.end(signal.SIGTERM) == 0
    # a process that drew charts for a run ends by itself a moment after it
    eventually(lambda: not processes_of(office.home.root), 5)
    with pytest.raises(urllib.error.URLError):
        urllib.request.urlopen(second.site_url, timeout=5)


def _answers_on_both_ports(service: Service) -> None:
    asked_by_a_browser = urllib.request.Request(f"{service.page_url}dashboard", headers={"Accept": "text/html"})
    with urllib.request.urlopen(asked_by_a_browser, timeout=20) as page:
        assert b"<html" in page.read()
    with pytest.raises(urllib.error.HTTPError) as nothing_yet:
        urllib.request.urlopen(service.site_url, timeout=20)
    assert "还没有发布" in nothing_yet.value.read().decode()


def _asks_for_runs(service: Service) -> None:
    """From the form: a month that makes no sense is rejected, one that may not be run ends refused."""
    deployment = eventually(lambda: _deployment(service, "monthly"))
    fields = deployment["parameter_openapi_schema"]["properties"]
    assert "统计月份" in fields["month"]["description"]
    place = f"deployments/{deployment['id']}/create_flow_run"
    with pytest.raises(urllib.error.HTTPError):
        service.ask(place, {"parameters": {"month": "2013-13"}})
    service.ask(place, {"parameters": {"month": "2013-01", "received_on": "2012-12-31"}})


def _deployment(service: Service, name: str) -> Any:
    """A deployment once it is registered; the service is up a little earlier."""
    try:
        return service.ask(f"deployments/name/{name}/{name}")
    except urllib.error.HTTPError:
        return None


def _is_alone_and_known(service: Service, office: Office) -> None:
    """A second service on the home is refused; commands use the server of the first; status knows the next run."""
    command = [
        sys.executable,
        "-m",
        "flows.cli",
        "serve",
        "--home",
        str(office.home.root),
        "--port",
        "0",
        "--site-port",
        "0",
    ]
    other = subprocess.run(
        command, cwd=ROOT, env=environment(), capture_output=True, text=True, check=False, timeout=60
    )
    assert other.returncode == 1
    assert "已经有一个服务在运行" in other.stderr
    code = "import os; from flows.engine import set_up; from flows.home import resolve_home as r; set_up(r()); "
    asked = subprocess.run(
        [sys.executable, "-c", code + "print(os.environ['PREFECT_API_URL'])"],
        cwd=ROOT, env=environment(IPSTATS_HOME=str(office.home.root)), capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    assert asked.stdout.strip() == f"{service.page_url}api"
    status = subprocess.run(
        [sys.executable, "-m", "flows.cli", "status", "--home", str(office.home.root)],
        cwd=ROOT, env=environment(), capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    assert "下次运行:" in status.stdout
    assert service.page_url in status.stdout


def _one_at_a_time(service: Service) -> None:
    """The runs of `monthly` that took place did not overlap."""
    spans = sorted((run["start_time"], run["end_time"]) for run in service.runs("monthly") if run["end_time"])
    assert len(spans) == 2
    assert spans[0][1] <= spans[1][0]


def _done(service: Service) -> list[str]:
    return [state for state in service.states("monthly") if state != "Scheduled"]


def _fired(service: Service) -> int:
    """How many scheduled looks into the inbox are done."""
    return sum(run["auto_scheduled"] and run["state"]["name"] == "Completed" for run in service.runs("watch-inbox"))
