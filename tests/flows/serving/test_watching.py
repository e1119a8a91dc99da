"""A file that would be held is named the day it comes, and nothing is taken in for that."""

from datetime import date

import pytest

from flows.serving.watching import files_not_understood
from tests.flows.office import Office, application_row, feed

DAY = date(2013, 2, 16)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    office = Office(tmp_path_factory.mktemp("office") / "home")
    office.write("平湖市专利申请受理明细_201301.csv", feed(application_row("201320000001.7")))
    office.write("不认识.csv", "合同号,金额\nA1,100\n")
    office.run("2013-01", date(2013, 2, 15))
    return office


def test_watching__names_what_the_next_run_would_hold(office: Office) -> None:
    office.write("平湖市专利申请受理明细_201301(2).csv", feed(application_row("201320000002.1")))
    office.write("平湖市专利申请受理明细_201302.csv", feed(application_row("201320000003.6", accepted="2013-02-08")))
    office.write("空的.csv", "")
    problems = dict(files_not_understood(office.home, DAY))
    assert sorted(problems) == ["不认识.csv", "平湖市专利申请受理明细_201301(2).csv", "空的.csv"]
    assert "relation: replaces" in problems["平湖市专利申请受理明细_201301(2).csv"].remedy
    assert "合同号" in problems["不认识.csv"].reason

    held_by_the_run = office.run("2013-02", DAY)
    assert {name for name in problems if held_by_the_run.state(name) == "held"} == set(problems)


def test_watching__changes_nothing(office: Office) -> None:
    def seen() -> dict[str, float]:
        return {str(file): file.stat().st_mtime for file in office.home.root.rglob("*") if file.is_file()}

    before = seen()
    files_not_understood(office.home, DAY)
    assert seen() == before


def test_watching__a_home_without_releases(tmp_path_factory: pytest.TempPathFactory) -> None:
    office = Office(tmp_path_factory.mktemp("new") / "home")
    office.write("不认识.csv", "合同号,金额\nA1,100\n")
    assert [name for name, _ in files_not_understood(office.home, DAY)] == ["不认识.csv"]
