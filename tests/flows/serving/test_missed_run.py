"""The machine was off when the month fell due, which somebody had published by hand before: the service makes up for it, once."""

import json
import signal
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from flows.months import OFFICE_TIME
from flows.publishing.freeze import MANIFEST
from flows.serving.deployments import last_due
from tests.flows.office import Office
from tests.flows.serving.conftest import DUE, published_office
from tests.flows.serving.service import Service, end_processes_of, eventually, processes_of


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """The month that was last due is published since a day before it was; a run will find the same numbers."""
    office = published_office(tmp_path / "home", DUE)
    _publish_earlier(office, last_due(datetime.now(OFFICE_TIME), (20, 9, 0)) - timedelta(days=1))
    yield office
    end_processes_of(office.home.root)


def _publish_earlier(office: Office, moment: datetime) -> None:
    """As if the clock had stood there when the release was made."""
    file = office.home.published / "releases" / f"{DUE}.1" / MANIFEST
    manifest = json.loads(file.read_text(encoding="utf-8"))
    manifest["release"]["published_at"] = f"{moment:%Y-%m-%d %H:%M:%S}"
    file.unlink()
    file.write_text(json.dumps(manifest), encoding="utf-8")


def test_serve__makes_up_once_for_a_month_published_before_it_was_due(office: Office, schedule: Path) -> None:
    first = Service(office.home.root, schedule)
    eventually(lambda: _ended(first) == ["Completed"])
    first.end(signal.SIGKILL)
    eventually(lambda: not processes_of(office.home.root), 30)
    second = Service(office.home.root, schedule)
    # the schedule begins its work only when it has asked what is owed
    looks = _looks(second)
    eventually(lambda: _looks(second) > looks)
    assert _ended(second) == ["Completed"]
    assert second.end(signal.SIGTERM) == 0
    assert f"{DUE} 到期时服务没有运行,现在补跑。" in second.log.read_text(encoding="utf-8")


def _ended(service: Service) -> list[str]:
    """The runs of `monthly` without those to come."""
    return [state for state in service.states("monthly") if state != "Scheduled"]


def _looks(service: Service) -> int:
    return service.states("watch-inbox").count("Completed")
