"""A year in which a month's feed never came: every place that names the year to date names the same."""

from datetime import date
from pathlib import Path

import pytest

from flows.query.saved import find_saved
from tests.flows.office import Office, application_row, feed

HEADLINE = "SELECT numerator, denominator FROM scorecard WHERE month = '2013-03' AND target_id = 'invention_share'"


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """Three applications of January; no feed of February; March's has one of March, two of February, one of January."""
    office = Office(tmp_path / "home")
    january, february, march = ({"accepted": f"2013-{month}-20", "filed": f"2013-{month}-18"} for month in ("01", "02", "03"))
    office.write(
        "平湖市专利申请受理明细_201301.csv",
        feed(*(application_row(number, **january) for number in ("201320000001.7", "201320000002.1", "201320000003.6"))),
    )
    for month, day in (("2013-01", date(2013, 2, 15)), ("2013-02", date(2013, 3, 15))):
        office.run(month, day)
    office.write(
        "平湖市专利申请受理明细_201303.csv",
        feed(
            application_row("201320000004.0", **march),
            application_row("201320000005.5", **february),
            application_row("201310000003.0", kind="发明", **february),
            application_row("201320000006.X", **january),
        ),
    )
    office.run("2013-03", date(2013, 4, 15))
    return office


def test_missing_feed__late_rows_of_its_month_are_in_every_year_to_date(office: Office) -> None:
    assert office.rows(HEADLINE) == [(1, 7)]
    monthly = {row[0]: row[1:] for row in office.rows(find_saved("share_by_month").sql.replace("$month", "'2013-03'"))}
    assert monthly["2013-01"][:4] == (4, 0, 4, 0)
    assert monthly["2013-02"][:4] == (None, None, None, None)
    assert monthly["2013-03"][:4] == (1, 0, 7, 1)
    towns = office.rows(find_saved("towns_year_to_date").sql.replace("$month", "'2013-03'"))
    assert towns[0][:3] == ("全市", 7, 1)
