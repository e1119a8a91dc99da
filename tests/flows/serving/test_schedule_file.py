"""The list of what runs by itself, and which months a schedule owes."""

from datetime import date, datetime
from pathlib import Path

import pytest

from flows.home import CHECKOUT
from flows.months import OFFICE_TIME
from flows.publishing.release import Release
from flows.serving.catch_up import missed_months
from flows.serving.deployments import last_due, load_deployments, monthly_day, next_due
from transforms.errors import DataError


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=OFFICE_TIME)


def test_prefect_yaml__holds_the_three_deployments_of_an_office() -> None:
    deployments = {one.name: one for one in load_deployments(CHECKOUT / "prefect.yaml")}
    assert list(deployments) == ["monthly", "deliver-alerts", "watch-inbox"]
    assert monthly_day(list(deployments.values())) == (20, 9, 0)
    assert [one.schedules[0].cron for one in deployments.values()] == ["0 9 20 * *", "*/10 * * * *", "*/30 8-18 * * *"]
    assert {schedule.timezone for one in deployments.values() for schedule in one.schedules} == {"Asia/Shanghai"}
    assert {one.limit for one in deployments.values()} == {1}
    assert deployments["monthly"].collision == "ENQUEUE"


@pytest.mark.parametrize(
    ("now", "last", "following"),
    [
        ("2013-10-20 08:59", "2013-09-20 09:00", "2013-10-20 09:00"),
        ("2013-10-20 09:00", "2013-10-20 09:00", "2013-11-20 09:00"),
        ("2013-12-31 23:59", "2013-12-20 09:00", "2014-01-20 09:00"),
        ("2014-01-19 00:00", "2013-12-20 09:00", "2014-01-20 09:00"),
        ("2013-03-01 00:00", "2013-02-20 09:00", "2013-03-20 09:00"),
    ],
)
def test_due__the_times_before_and_after(now: str, last: str, following: str) -> None:
    assert last_due(at(now), (20, 9, 0)) == at(last)
    assert next_due(at(now), (20, 9, 0)) == at(following)


@pytest.mark.parametrize(
    ("published", "due_at", "missed"),
    [
        (["2013-08"], "2013-10-20 09:00", ["2013-09"]),
        (["2013-07", "2013-06"], "2013-10-20 09:00", ["2013-08", "2013-09"]),
        (["2013-11"], "2014-01-20 09:00", ["2013-12"]),
        ([], "2013-10-20 09:00", []),
        (
            ["2012-09"],
            "2013-10-20 09:00",
            [f"2012-{month}" for month in (10, 11, 12)] + [f"2013-0{n}" for n in range(1, 10)],
        ),
        (["2012-08"], "2013-10-20 09:00", []),
    ],
)
def test_missed_months__those_after_the_last_release_up_to_the_one_due(
    published: list[str], due_at: str, missed: list[str]
) -> None:
    assert missed_months([released(month, "2013-10-21 10:00") for month in published], at(due_at), has_run=False) == missed


@pytest.mark.parametrize(
    ("month", "published_at", "has_run", "missed"),
    [
        ("2013-09", "2013-10-15 10:00", False, ["2013-09"]),
        ("2013-09", "2013-10-20 08:59", False, ["2013-09"]),
        ("2013-10", "2013-10-19 10:00", False, ["2013-09"]),
        ("2013-09", "2013-10-15 10:00", True, []),
        ("2013-09", "2013-10-20 09:00", False, []),
        ("2013-10", "2013-10-25 10:00", False, []),
    ],
)
def test_missed_months__one_published_before_it_was_due_is_still_owed(
    month: str, published_at: str, has_run: bool, missed: list[str]
) -> None:
    assert missed_months([released(month, published_at)], at("2013-10-20 09:00"), has_run=has_run) == missed


def released(month: str, published_at: str) -> Release:
    return Release(f"{month}.1", month, 1, date(2013, 10, 15), datetime.fromisoformat(published_at))


ONE = """name: office
deployments:
  - name: monthly
    entrypoint: flows/serving/scheduled.py:monthly
    description: x
    schedules:
      - {cron: "0 9 20 * *", timezone: Asia/Shanghai}
    concurrency_limit: {limit: 1, collision_strategy: ENQUEUE}
    work_pool: {name: ipstats}
"""


@pytest.mark.parametrize(
    ("wrong", "right", "line", "word"),
    [
        ("Asia/Shanghai", "Asia/Pinghu", 7, "Asia/Pinghu"),
        ('{cron: "0 9 20 * *", timezone', '{cron: "0 9 20 * *", interval: 5, timezone', 7, "只写其一"),
        ('cron: "0 9 20 * *", ', "", 7, "只写其一"),
        ("    description: x\n", "", 3, "description"),
        ("entrypoint", "entry", 4, "entry"),
    ],
)
def test_schedule_file__a_mistake_is_named_by_line(
    tmp_path: Path, wrong: str, right: str, line: int, word: str
) -> None:
    assert wrong in ONE
    file = tmp_path / "prefect.yaml"
    file.write_text(ONE.replace(wrong, right), encoding="utf-8")
    with pytest.raises(DataError, match=word) as mistake:
        load_deployments(file)
    assert mistake.value.line == line


@pytest.mark.parametrize("cron", ["0 9 31 * *", "0 9 * * *", "0 9 20 1 *"])
def test_schedule_file__monthly_must_run_every_month(tmp_path: Path, cron: str) -> None:
    file = tmp_path / "prefect.yaml"
    file.write_text(ONE.replace("0 9 20 * *", cron), encoding="utf-8")
    with pytest.raises(DataError, match="每月运行一次"):
        monthly_day(load_deployments(file))
