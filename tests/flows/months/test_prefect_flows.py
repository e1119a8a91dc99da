"""The real flows on a real (temporary) Prefect server: states a person can read, and the last release standing."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from prefect.testing.utilities import prefect_test_harness

from tests.flows.office import Office, application_row, feed
from transforms.errors import Refused

DAY = date(2013, 2, 15)


@pytest.fixture(scope="module", autouse=True)
def server() -> Iterator[None]:
    with prefect_test_harness(server_startup_timeout=120):
        yield


def test_monthly__publishes_and_ends_completed(tmp_path: Path) -> None:
    from flows.monthly import monthly

    office = Office(tmp_path / "home")
    office.write("平湖市专利申请受理明细_201301.csv", feed(application_row("201320000001.7")))
    state = monthly(office.home.root, "2013-01", DAY, return_state=True)
    assert state.is_completed()
    assert office.value("SELECT count(*) FROM patents") == 1


def test_backfill__publishes_every_month_in_order(tmp_path: Path) -> None:
    from flows.monthly import backfill

    office = Office(tmp_path / "home")
    office.write("平湖市专利申请受理明细_201301.csv", feed(application_row("201320000001.7")))
    days = [("2013-01", DAY), ("2013-02", date(2013, 3, 15))]
    results = backfill(office.home.root, "2013-01", "2013-02", days)
    assert [result.published.release.release_id for result in results] == ["2013-01.1", "2013-02.1"]


def test_monthly__refused_run_ends_failed_and_leaves_the_last_release(tmp_path: Path) -> None:
    from flows.monthly import monthly

    office = Office(tmp_path / "home")
    monthly(office.home.root, "2013-01", DAY)
    before = (office.home.published / "patents.duckdb").read_bytes()
    state = monthly(office.home.root, "2013-01", date(2013, 2, 1), return_state=True)
    assert state.is_failed()
    with pytest.raises(Refused, match="不能倒退"):
        state.result()
    assert (office.home.published / "patents.duckdb").read_bytes() == before
