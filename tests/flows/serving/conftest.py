"""A home that owes a month, a schedule of its own, and the end of whatever a failing test leaves running."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from flows.months import OFFICE_TIME, last_complete_month, today
from flows.serving.deployments import last_due
from tests.flows.office import Office, application_row, feed
from tests.flows.serving.service import end_processes_of

SCHEDULE = """
name: ipstats
deployments:
  - name: monthly
    entrypoint: flows/serving/scheduled.py:monthly
    description: once a month
    schedules: [{cron: "0 9 20 * *", timezone: Asia/Shanghai}]
    concurrency_limit: {limit: 1, collision_strategy: ENQUEUE}
    work_pool: {name: ipstats}
  - name: watch-inbox
    entrypoint: flows/serving/scheduled.py:watch_inbox
    description: every few seconds
    schedules: [{interval: 20, timezone: Asia/Shanghai}]
    concurrency_limit: {limit: 1, collision_strategy: CANCEL_NEW}
    work_pool: {name: ipstats}
"""
# the month that was last due, and the one before it
DUE = last_complete_month(last_due(datetime.now(OFFICE_TIME), (20, 9, 0)).date())
BEFORE = last_complete_month(datetime.fromisoformat(f"{DUE}-15").date())


@pytest.fixture(scope="module")
def owing_office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """A home whose last release is of the month before the one that was last due."""
    office = published_office(tmp_path_factory.mktemp("office") / "home", BEFORE)
    office.write("不认识.csv", "合同号,金额\nA1,100\n")
    return office


def published_office(root: Path, month: str) -> Office:
    """An office whose only release is of this month."""
    office = Office(root)
    application = f"{month[:4]}20000001"
    row = application_row(
        f"{application}.{_check_digit(application)}", accepted=f"{month}-08", filed=f"{month}-04"
    )
    office.write(f"平湖市专利申请受理明细_{month.replace('-', '')}.csv", feed(row))
    office.run(month, today())
    return office


def _check_digit(number: str) -> str:
    weighed = sum(
        int(digit) * weight for digit, weight in zip(number, (2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5), strict=False)
    )
    return "0123456789X"[weighed % 11]


@pytest.fixture(scope="module")
def schedule(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("schedule") / "schedule.yaml"
    file.write_text(SCHEDULE, encoding="utf-8")
    return file


@pytest.fixture
def no_process_left(owing_office: Office) -> Iterator[None]:
    """Whatever a failing test leaves behind ends with it."""
    yield
    end_processes_of(owing_office.home.root)
