"""Files whose bytes came before: sidecars that come too late, and the lists of months without a row."""

from datetime import date

import pytest

from flows.commands.printing import print_month
from flows.home import data_folder
from flows.rebuild import rebuild
from flows.reference import load_reference
from tests.flows.office import Office, application_row, feed

FEED = "平湖市专利申请受理明细_201301.csv"
MONTHS = "SELECT counting_month, count(*) FROM patent_events GROUP BY ALL ORDER BY ALL"
BY_FEED_MONTH = "columns: {受理日: ignored}\n"


def test_sidecar_after_acceptance__is_said_to_have_no_effect_and_the_remedy_works(
    tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]
) -> None:
    office = Office(tmp_path_factory.mktemp("late"))
    december = {"accepted": "2012-12-28", "filed": "2012-12-20"}
    content = feed(application_row("201220000001.2", **december), application_row("201220000002.7", **december))
    office.write(FEED, content)
    assert office.run("2013-01", date(2013, 2, 15)).message(FEED) == ""
    assert office.rows(MONTHS) == [("2012-12", 2)]
    office.write(f"{FEED}.yml", BY_FEED_MONTH)
    ran = office.run("2013-01", date(2013, 2, 16))
    assert ran.state(FEED) == "seen"
    assert f"{FEED}已入库,旁注 {FEED}.yml 的改动没有生效" in ran.message(FEED)
    assert "relation: replaces" in ran.message(FEED)
    print_month(ran)
    assert f"【旁注未生效】{FEED}已入库" in capsys.readouterr().err
    (office.home.inbox / f"{FEED}.yml").unlink()
    saved_again = "平湖市专利申请受理明细_201301_另存.csv"
    office.write(saved_again, content.replace("\n", "\r\n"))
    office.write(f"{saved_again}.yml", f"{BY_FEED_MONTH}relation: replaces\n")
    ran = office.run("2013-01", date(2013, 2, 17))
    assert (ran.state(saved_again), ran.message(FEED)) == ("accepted", "")
    assert office.rows(MONTHS) == [("2013-01", 2)]
    ran = office.run("2013-01", date(2013, 2, 18))
    assert (ran.state(saved_again), ran.message(saved_again)) == ("seen", "")


GRANT_HEADER = "序号,专利号,授权公告日,专利名称,专利权人,地址\n"
GRANTS = "平湖市专利授权明细_2013{}.csv"
KNOWN = "SELECT file_name, month, state, rows_read FROM deliveries ORDER BY file_name"


def test_lists_without_rows__are_deliveries_of_their_own_months(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Nothing granted in January and February: both lists are the header alone, and neither month is missing."""
    office = Office(tmp_path_factory.mktemp("nothing"))
    office.write(GRANTS.format("01"), GRANT_HEADER)
    office.run("2013-01", date(2013, 2, 15))
    office.write(GRANTS.format("02"), GRANT_HEADER)
    ran = office.run("2013-02", date(2013, 3, 15))
    assert (ran.state(GRANTS.format("01")), ran.state(GRANTS.format("02"))) == ("seen", "accepted")
    both = [(GRANTS.format(month), f"2013-{month}", "accepted", 0) for month in ("01", "02")]
    assert office.rows(KNOWN) == both
    grants = "SELECT value, obs_status FROM scorecard WHERE target_id = 'patent_grants' AND unit_code = '330482'"
    assert office.rows(f"{grants} AND month = '2013-02'") == [(0, "provisional")]
    rebuild(office.home, load_reference(data_folder()))
    ran = office.run("2013-02", date(2013, 3, 16))
    assert {outcome.state for outcome in ran.outcomes} == {"seen"}
    assert not ran.published.is_new
    assert office.rows(KNOWN) == both
