"""The real flows on a real (temporary) Prefect server: states a person can read, and the last release standing."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from prefect.client.orchestration import get_client

from tests.flows.harness import prefect_server
from tests.flows.office import Office, application_row, feed
from transforms.errors import Refused

DAY = date(2013, 2, 15)


@pytest.fixture(scope="module", autouse=True)
def server() -> Iterator[None]:
    with prefect_server():
        yield


@pytest.fixture(scope="module")
def january(server: None, tmp_path_factory: pytest.TempPathFactory) -> tuple[Office, Any]:
    """An office with January's release, and how the flow ended; afterwards it is only refused."""
    from flows.monthly import monthly

    office = Office(tmp_path_factory.mktemp("january") / "home")
    office.write("平湖市专利申请受理明细_201301.csv", feed(application_row("201320000001.7")))
    return office, monthly(office.home.root, "2013-01", DAY, return_state=True)


def test_monthly__publishes_and_ends_completed(january: tuple[Office, Any]) -> None:
    office, state = january
    assert state.is_completed()
    assert office.value("SELECT count(*) FROM patents") == 1


def test_backfill__publishes_every_month_in_order(tmp_path: Path) -> None:
    from flows.monthly import backfill

    office = Office(tmp_path / "home")
    office.write("平湖市专利申请受理明细_201301.csv", feed(application_row("201320000001.7")))
    days = [("2013-01", DAY), ("2013-02", date(2013, 3, 15))]
    results = backfill(office.home.root, "2013-01", "2013-02", days)
    assert [result.published.release.release_id for result in results] == ["2013-01.1", "2013-02.1"]


def test_monthly__refused_run_ends_failed_and_leaves_the_last_release(january: tuple[Office, Any]) -> None:
    from flows.monthly import monthly

    office, _ = january
    before = (office.home.published / "patents.duckdb").read_bytes()
    state = monthly(office.home.root, "2013-01", date(2013, 2, 1), return_state=True)
    assert state.is_failed()
    with pytest.raises(Refused, match="不能倒退"):
        state.result()
    assert (office.home.published / "patents.duckdb").read_bytes() == before


def test_monthly__a_refusal_and_a_failure_have_states_of_their_own(
    january: tuple[Office, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    from flows import monthly as module

    office, _ = january
    refused = module.monthly(office.home.root, "2013-01", date(2013, 2, 1), return_state=True)
    assert (refused.type.value, refused.name) == ("FAILED", "Refused")
    assert "不能倒退" in (refused.message or "")

    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("broken")

    monkeypatch.setattr(module, "run_month", broken)
    failed = module.monthly(office.home.root, "2013-01", DAY, return_state=True)
    assert (failed.type.value, failed.name) == ("FAILED", "Failed")


def test_monthly__operators_see_scorecard_bulletin_and_event(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from flows.monthly import monthly
    from flows.serving import showing

    events: list[tuple[str, dict[str, Any]]] = []
    monkeypatch.setattr(showing, "emit_event", lambda event, resource, payload: events.append((event, payload)))
    office = Office(tmp_path / "home")
    rows = [
        application_row(f"20132000000{number}")
        for number in ("1.7", "2.1", "3.6", "4.0", "5.5", "6.X", "7.4", "8.9", "9.3")
    ]
    office.write("平湖市专利申请受理明细_201301.csv", feed(*rows))
    monthly(office.home.root, "2013-01", DAY)
    inventions = [application_row("201310000002.6", kind="发明", accepted="2013-02-08")]
    office.write("平湖市专利申请受理明细_201302.csv", feed(*inventions))
    monthly(office.home.root, "2013-02", date(2013, 3, 15))
    assert [(event, said["month"], said["numerator"], said["denominator"]) for event, said in events] == [
        ("ipstats.invention-share.below", "2013-01", 0, 9),
        ("ipstats.invention-share.recovered", "2013-02", 1, 10),
    ]
    assert "1/10" in artifact("scorecard")
    assert "# 2013-02 专利统计" in artifact("bulletin")
    assert "1—2月,全市专利申请量" in artifact("bulletin")


def artifact(key: str) -> str:
    """What the newest artifact of a key holds, as the server tells it."""
    with get_client(sync_client=True) as client:
        question = {"artifacts": {"key": {"any_": [key]}}, "sort": "CREATED_DESC", "limit": 1}
        (newest,) = client.request("POST", "/artifacts/filter", json=question).json()
    return str(newest["data"])
