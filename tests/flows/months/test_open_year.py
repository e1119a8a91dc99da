"""December is issued again while its year is open, when its numbers change, and once more when it closes."""

from datetime import date
from pathlib import Path

import pytest

from tests.flows.office import Office, application_row, feed

FEED = "平湖市专利申请受理明细_{month}.csv"


def add_feed(office: Office, month: str, *rows: str) -> None:
    office.write(FEED.format(month=month), feed(*rows))


def row(serial: int, accepted: str) -> str:
    return application_row(f"{accepted[:4]}2{serial:07d}", accepted=accepted, filed=accepted)


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """All feeds of 2013, an application a month; the December release stands."""
    office = Office(tmp_path_factory.mktemp("year") / "home")
    for number in range(1, 13):
        add_feed(office, f"2013{number:02d}", row(number, f"2013-{number:02d}-05"))
    office.run("2013-12", date(2014, 1, 15))
    return office


@pytest.fixture
def office(year: Office, tmp_path: Path) -> Office:
    """A copy of it for one test."""
    return year.copied(tmp_path / "home")


def december(office: Office, release: str) -> tuple[float, str, str]:
    ((value, status, obs_status),) = office.rows(
        "SELECT value, status, obs_status FROM scorecard WHERE month = '2013-12' AND target_id = 'patent_applications'",
        release,
    )
    return value, status, obs_status


def reissued(office: Office, month: str, day: date) -> list[str]:
    return [published.release.release_id for published in office.run(month, day).reissued]


def test_december__again_when_its_numbers_change_and_finally_at_the_close(office: Office) -> None:
    assert december(office, "2013-12.1") == (12, "behind", "provisional")
    add_feed(office, "201401", row(2, "2014-01-08"))
    assert reissued(office, "2014-01", date(2014, 2, 15)) == [], "nothing of 2013 came"
    add_feed(office, "201402", row(33, "2013-12-30"), row(4, "2014-02-08"))
    assert reissued(office, "2014-02", date(2014, 3, 15)) == ["2013-12.2"]
    assert december(office, "2013-12.2") == (13, "behind", "revised")
    add_feed(office, "201403", row(5, "2014-03-08"))
    assert reissued(office, "2014-03", date(2014, 4, 15)) == ["2013-12.3"]
    assert december(office, "2013-12.3") == (13, "missed", "final")
    add_feed(office, "201404", row(36, "2013-12-31"))
    assert reissued(office, "2014-04", date(2014, 5, 15)) == [], "the year is closed"
    assert december(office, "2013-12.3")[0] == 13
    assert office.value("SELECT max(release_id) FROM releases") == "2014-04.1"
    assert office.value("SELECT count(*) FROM scorecard WHERE month < '2014-01'") == 0


@pytest.mark.parametrize(("day", "obs_status"), [(date(2014, 3, 30), None), (date(2014, 3, 31), "final")])
def test_december__final_from_the_closing_day_on(office: Office, day: date, obs_status: str | None) -> None:
    assert reissued(office, "2014-02", day) == (["2013-12.2"] if obs_status else [])
    if obs_status:
        assert december(office, "2013-12.2")[2] == obs_status


def test_december__the_close_itself_is_named_as_what_made_it_final(office: Office) -> None:
    assert reissued(office, "2014-02", date(2014, 3, 31)) == ["2013-12.2"]
    assert office.rows("SELECT DISTINCT cause FROM release_changes", "2013-12.2") == [("年度终审",)]
    assert office.rows(
        "SELECT column_name, before, after FROM release_changes"
        " WHERE table_name = 'scorecard' AND key = '2013-12|patent_applications|330482' ORDER BY ALL",
        "2013-12.2",
    ) == [("obs_status", "provisional", "final"), ("status", "behind", "missed")]


def test_december__a_row_set_aside_is_no_change_of_its_numbers(office: Office) -> None:
    add_feed(office, "201401", row(2, "2014-01-08"), application_row("第3号", accepted="2014-01-09"))
    assert reissued(office, "2014-01", date(2014, 2, 15)) == []
    assert office.value("SELECT count(*) FROM quarantine") == 1


def test_december__not_without_a_release_and_not_twice_when_asked_for(tmp_path: Path, office: Office) -> None:
    add_feed(office, "201401", row(33, "2013-12-30"))
    ran = office.run("2013-12", date(2014, 2, 15))
    assert (ran.published.release.release_id, ran.reissued) == ("2013-12.2", [])
    other = Office(tmp_path / "other")
    add_feed(other, "201312", row(1, "2013-12-05"))
    assert reissued(other, "2014-01", date(2014, 2, 15)) == []


def test_december_of_a_year_without_targets__while_it_is_usually_open(tmp_path: Path) -> None:
    office = Office(tmp_path / "home")
    add_feed(office, "201412", row(1, "2014-12-05"))
    office.run("2014-12", date(2015, 1, 15))
    add_feed(office, "201501", row(2, "2014-12-06"))
    assert reissued(office, "2015-01", date(2015, 3, 30)) == ["2014-12.2"]
    add_feed(office, "201502", row(3, "2014-12-07"))
    assert reissued(office, "2015-02", date(2015, 3, 31)) == []
