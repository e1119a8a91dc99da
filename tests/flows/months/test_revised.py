"""初步数 and 修订数: a number is revised once any release has given another for its month."""

from datetime import date
from pathlib import Path

from tests.flows.office import Office, application_row, feed

FEED = "平湖市专利申请受理明细_{}.csv"
OF_JANUARY = application_row("201320000001.7")
LATE = application_row("201320000003.6", accepted="2013-01-30")
OF_FEBRUARY = application_row("201320000004.0", accepted="2013-02-08")


def january(office: Office) -> tuple[float, str]:
    """January's applications and their obs_status in the current release."""
    ((value, obs_status),) = office.rows(
        "SELECT value, obs_status FROM scorecard WHERE month = '2013-01' AND target_id = 'patent_applications'"
    )
    return value, obs_status


def test_revised__stays_so_when_a_second_restatement_leads_back_to_the_first_number(tmp_path: Path) -> None:
    office = Office(tmp_path / "home")
    office.write(FEED.format("201301"), feed(OF_JANUARY))
    office.run("2013-01", date(2013, 2, 15))
    assert january(office) == (1, "provisional")
    office.write(FEED.format("201302"), feed(LATE, OF_FEBRUARY))
    office.run("2013-02", date(2013, 3, 15))
    assert january(office) == (2, "revised")
    better = FEED.format("201302_更正")
    office.write(better, feed(OF_FEBRUARY))
    office.write(f"{better}.yml", "relation: replaces\n")
    assert office.run("2013-02", date(2013, 3, 20)).published.release.release_id == "2013-02.2"
    assert january(office) == (1, "revised")
    assert not office.run("2013-02", date(2013, 3, 21)).published.is_new


def test_revised__counts_from_the_first_number_of_a_month_that_was_missing_when_it_was_due(tmp_path: Path) -> None:
    office = Office(tmp_path / "home")
    office.write(FEED.format("201302"), feed(OF_FEBRUARY))
    office.run("2013-02", date(2013, 3, 15))
    assert january(office) == (None, "missing")
    office.write(FEED.format("201301"), feed(OF_JANUARY))
    office.run("2013-02", date(2013, 3, 20))
    assert january(office) == (1, "provisional")
    office.write(FEED.format("201303"), feed(LATE))
    office.run("2013-03", date(2013, 4, 15))
    assert january(office) == (2, "revised")
