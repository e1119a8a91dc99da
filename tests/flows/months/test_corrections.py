"""Corrections are data: a row set aside comes back, a counted row changes, one that matches nothing fails the run."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from flows.home import CHECKOUT, data_folder
from flows.rebuild import rebuild
from flows.reference import load_reference
from tests.flows.office import Office, application_row, feed
from transforms.errors import DataError, Refused

FEED = "平湖市专利申请受理明细_201301.csv"
ROWS = feed(
    application_row("201320000001.7"),
    application_row("201320000002.5"),  # the check digit is 1
    application_row("201310000002.6", kind="发明", address="浙江省平湖市无名路8号"),
)
MENDED = """corrections:
  - which: {{file: {file}, row: 3}}
    set: {{application_number: "201320000002.1"}}
    expected: {{application_number: "201320000002.5"}}
    why: 来电核实,校验位抄错
    since: 2013-03-01
  - which: {{application_number: "201310000002.6"}}
    set: {{unit_code: "330482106"}}
    expected: {{}}
    why: 科技办确认该路在广陈镇
    since: 2013-03-01
"""


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    data = tmp_path / "data"
    folders_of_a_home = shutil.ignore_patterns(
        "samples", "demo", "inbox", "archive", "warehouse", "published", "prefect", "corrections"
    )
    shutil.copytree(CHECKOUT / "data", data, ignore=folders_of_a_home)
    (data / "corrections").mkdir()
    monkeypatch.setenv("IPSTATS_DATA", str(data))
    office = Office(tmp_path / "home")
    office.write(FEED, ROWS)
    return office


def correct(office: Office, text: str) -> None:
    (office.home.root.parent / "data" / "corrections" / "2013.yml").write_text(text, encoding="utf-8")
    load_reference.cache_clear()


def units(office: Office, release: str) -> dict[str, int]:
    sql = "SELECT unit_name, sum(applications)::INTEGER FROM monthly_counts WHERE month = '2013-01' GROUP BY 1"
    return dict(office.rows(sql, release))


def test_correction__mends_a_quarantined_row_and_assigns_a_unit(office: Office) -> None:
    office.run("2013-01", date(2013, 2, 15))
    assert units(office, "2013-01.1") == {"新仓镇": 1, "未归属": 1}
    assert office.rows("SELECT row_number, rule FROM quarantine") == [(3, "wrong_check_digit")]
    correct(office, MENDED.format(file=FEED))
    office.run("2013-02", date(2013, 3, 15))
    assert units(office, "2013-02.1") == {"新仓镇": 2, "广陈镇": 1}
    assert office.rows("SELECT count(*) FROM quarantine") == [(0,)]
    assert office.rows("SELECT rows_read, rows_accepted, rows_quarantined FROM deliveries") == [(3, 3, 0)]
    assert units(office, "2013-01.1") == {"新仓镇": 1, "未归属": 1}
    ((rule,),) = office.rows("SELECT location_rule FROM patent_events WHERE unit_name = '广陈镇'")
    assert rule == "correction"


def test_correction__counts_a_firm_that_gave_the_address_of_a_namesake(office: Office) -> None:
    office.write(FEED, feed(application_row("201320000001.7", address="广东省深圳市龙岗区平湖街道富安路1号")))
    assigned = """corrections:
  - which: {application_number: "201320000001.7"}
    set: {unit_code: "330482106"}
    expected: {}
    why: 企业注册在广陈镇,地址是其深圳分公司的
    since: 2013-02-01
"""
    correct(office, assigned)
    office.run("2013-01", date(2013, 2, 15))
    assert units(office, "2013-01.1") == {"广陈镇": 1}


def test_correction__sets_right_a_row_that_an_unquoted_comma_divided(office: Office) -> None:
    torn = application_row("201320000003.6").replace("一种测试装置", "一种测试装置,及方法")
    office.write(FEED, ROWS + feed(torn).splitlines()[1] + "\n")
    office.run("2013-01", date(2013, 2, 15))
    assert office.rows("SELECT row_number, rule FROM quarantine ORDER BY 1") == [
        (3, "wrong_check_digit"), (5, "cells_beyond_header"),
    ]  # fmt: skip
    mended = """corrections:
  - which: {{file: {file}, row: 5}}
    set:
      title: "一种测试装置,及方法"
      applicants: 平湖市测试机械有限公司
      address: 浙江省平湖市新仓镇测试路1号
      postcode: "314205"
    expected:
      title: 一种测试装置
      applicants: 及方法
      address: 平湖市测试机械有限公司
      postcode: 浙江省平湖市新仓镇测试路1号
    why: 名称里的逗号没有加引号
    since: 2013-03-01
"""
    correct(office, mended.format(file=FEED))
    office.run("2013-02", date(2013, 3, 15))
    assert office.rows("SELECT row_number FROM quarantine") == [(3,)]
    assert units(office, "2013-02.1") == {"新仓镇": 2, "未归属": 1}


AGAIN = """
  - which: {{file: {file}, row: 3}}
    set: {{address: 浙江省平湖市新埭镇9号}}
    expected: {{address: {address}}}
    why: 企业迁址前的地址
    since: 2013-04-01
  - which: {{application_number: "201310000002.6"}}
    set: {{applicants: 平湖甲五金厂}}
    expected: {{applicants: 平湖市测试机械有限公司}}
    why: 来电核实
    since: 2013-04-01
  - which: {{file: {file}, row: 3}}
    set: {{address: 浙江省平湖市乍浦镇9号}}
    expected: {{address: 浙江省平湖市新埭镇9号}}
    why: 上一条写错
    since: 2013-04-02
"""


def test_correction__of_a_corrected_row_keeps_what_the_first_one_set(office: Office) -> None:
    correct(office, MENDED.format(file=FEED))
    office.run("2013-01", date(2013, 3, 15))
    correct(office, MENDED.format(file=FEED) + AGAIN.format(file=FEED, address="浙江省平湖市新仓镇测试路1号"))
    office.run("2013-01", date(2013, 4, 15))
    rows = "SELECT row_number, patent_id, unit_name, first_applicant FROM patent_events ORDER BY 1"
    expected = [
        (2, "201320000001.7", "新仓镇", "平湖市测试机械有限公司"),
        (3, "201320000002.1", "乍浦镇", "平湖市测试机械有限公司"),
        (4, "201310000002.6", "广陈镇", "平湖甲五金厂"),
    ]
    assert office.rows(rows) == expected
    office.home.records_file.unlink()
    office.write("平湖市专利申请受理明细_201302.csv", feed())
    office.run("2013-02", date(2013, 4, 15))
    assert office.rows(rows) == expected


def test_correction_by_number__acts_on_the_same_row_when_the_warehouse_is_rebuilt(office: Office) -> None:
    """The row it acted on was replaced since, by one that names another town: that one stands, also after a rebuild."""
    by_number = MENDED.format(file=FEED).partition("since: 2013-03-01")[2]
    correct(office, "corrections:" + by_number.replace("2013-03-01", "2013-02-01"))
    office.run("2013-01", date(2013, 2, 15))
    rows = "SELECT patent_id, unit_name FROM patent_events WHERE patent_id = '201310000002.6'"
    assert office.rows(rows) == [("201310000002.6", "广陈镇")]
    again = f"更正_{FEED}"
    office.write(again, feed(application_row("201310000002.6", kind="发明", address="浙江省平湖市新埭镇8号")))
    office.write(f"{again}.yml", "relation: replaces\nreceived_on: 2013-03-10\nmonth: 2013-01\n")
    office.run("2013-02", date(2013, 3, 15))
    assert office.rows(rows) == [("201310000002.6", "新埭镇")]
    rebuild(office.home, load_reference(data_folder()))
    assert not office.run("2013-02", date(2013, 3, 15)).published.is_new


@pytest.mark.parametrize("is_rebuilt", [False, True])
def test_correction__that_is_gone_stops_the_run(office: Office, is_rebuilt: bool) -> None:
    correct(office, MENDED.format(file=FEED))
    office.run("2013-01", date(2013, 3, 15))
    correct(office, MENDED.format(file=FEED).replace("330482106", "330482102").replace("来电核实", "来函核实"))
    if is_rebuilt:
        office.home.records_file.unlink()
    with pytest.raises(Refused, match="少了 1 条已经执行的更正") as refused:
        office.run("2013-01", date(2013, 4, 15))
    assert f"{FEED} 第4行" in str(refused.value)
    correct(office, MENDED.format(file=FEED))
    assert not office.run("2013-01", date(2013, 4, 15)).published.is_new


def test_correction__is_applied_once(office: Office) -> None:
    correct(office, MENDED.format(file=FEED))
    office.run("2013-01", date(2013, 3, 15))
    assert not office.run("2013-01", date(2013, 3, 15)).published.is_new


@pytest.mark.parametrize(
    ("text", "line", "word"),
    [
        (MENDED.format(file="没有这个文件.csv"), 2, "不存在"),
        (MENDED.format(file=FEED).replace("201320000002.5", "201320000002.9"), 2, "不符"),
        (MENDED.format(file=FEED).replace("330482106", "330499999"), 7, "330499999"),
        (MENDED.format(file=FEED).replace("why", "because"), 5, "because"),
    ],
)
def test_correction__mistake_fails_the_run_and_names_file_and_line(
    office: Office, text: str, line: int, word: str
) -> None:
    correct(office, text)
    with pytest.raises(DataError, match=word) as failed:
        office.run("2013-01", date(2013, 3, 15))
    assert (failed.value.file, failed.value.line) == ("2013.yml", line)
    assert not (office.home.published / "patents.duckdb").exists()


def test_correction__of_a_deduction_list(office: Office) -> None:
    rows = application_row("201720000001.5", accepted="2017-01-08", filed="2017-01-03")
    office.write("平湖市专利申请受理明细_201701.csv", feed(rows))
    listed = "平湖市专利申请扣减清单_201701.csv"
    office.write(listed, "序号,申请号,扣减原因,通知日期\n1,201720000001.5,不详,2017-02-01\n")
    office.run("2017-01", date(2017, 2, 15))
    assert office.rows(f"SELECT rule FROM quarantine WHERE file_name = '{listed}'") == [("deduction_reason_unknown",)]
    correct(
        office,
        f"""corrections:
  - which: {{file: {listed}, row: 2}}
    set: {{deduction_reason: 非正常申请}}
    expected: {{deduction_reason: 不详}}
    why: 来电核实
    since: 2017-03-01
""",
    )
    office.run("2017-01", date(2017, 3, 15))
    assert office.rows("SELECT patent_id, reason, effective FROM deductions") == [("201720000001.5", "非正常申请", True)]
    assert office.value("SELECT sum(applications) FROM monthly_counts WHERE month = '2017-01'") is None


def test_targets_of_another_year__counts_are_published_without_scorecard(office: Office) -> None:
    row = application_row("201420000001.1", accepted="2014-01-08", filed="2014-01-03")
    office.write("平湖市专利申请受理明细_201401.csv", feed(row))
    office.run("2014-01", date(2014, 2, 15))
    assert office.rows("SELECT count(*) FROM scorecard") == [(0,)]
    assert office.rows("SELECT applications FROM monthly_counts WHERE month = '2014-01'") == [(1,)]
