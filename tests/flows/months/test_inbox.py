"""What lies in the inbox beside the tables: corrections, sidecars under wrong names or with wrong days, leftovers."""

import os
import threading
import time
import zipfile
from datetime import date
from pathlib import Path

import pytest

from flows.archive import STILL_WRITTEN
from flows.collect import collect
from flows.commands.printing import print_month
from flows.home import Home
from flows.inbox_files import sidecar_beside
from tests.flows.office import Office, Ran, application_row, feed

DAY = date(2013, 2, 15)
JANUARY = "平湖市专利申请受理明细_201301.csv"
CORRECTED = "(更正)平湖市专利申请受理明细_201301.csv"
FROM_TOMORROW = "平湖市专利申请受理明细_201212.csv"
MISNAMED = "平湖市专利申请受理明细_201211.csv.yml.txt"
APPLICATIONS = "SELECT coalesce(sum(applications), 0) FROM monthly_counts WHERE month = '2013-01'"


@pytest.fixture(scope="module")
def inbox(tmp_path_factory: pytest.TempPathFactory) -> tuple[Office, Ran]:
    """A feed of two rows and its correction of one, whose name sorts first, among what people leave lying about."""
    office = Office(tmp_path_factory.mktemp("inbox"))
    office.write(JANUARY, feed(application_row("201320000001.7"), application_row("201310000002.6", kind="发明")))
    office.write(CORRECTED, feed(application_row("201320000001.7")))
    office.write(f"{CORRECTED}.yml", "relation: replaces\n")
    office.write(FROM_TOMORROW, feed(application_row("201220000001.2", accepted="2012-12-08", filed="2012-12-04")))
    office.write(f"{FROM_TOMORROW}.yml", "received_on: 9013-01-10\n")
    office.write(MISNAMED, "received_on: 2013-01-10\n")
    for name in ("Thumbs.db", "desktop.ini", ".DS_Store", "~$受理明细.xlsx", "二月/THUMBS.DB"):
        office.write(name, b"left behind")
    return office, office.run("2013-01", DAY)


def test_correction__is_taken_in_after_what_it_replaces(inbox: tuple[Office, Ran]) -> None:
    office, ran = inbox
    assert (ran.state(JANUARY), ran.state(CORRECTED)) == ("accepted", "accepted")
    assert office.value(APPLICATIONS) == 1


def test_leftovers__are_passed_over(inbox: tuple[Office, Ran]) -> None:
    office, ran = inbox
    assert {outcome.file_name for outcome in ran.outcomes} == {JANUARY, CORRECTED, FROM_TOMORROW, MISNAMED}
    assert office.rows("SELECT file_name FROM deliveries WHERE state = 'held' ORDER BY file_name") == [
        (MISNAMED,),
        (FROM_TOMORROW,),
    ]


def test_received_on_of_the_future__is_held_with_what_to_mend(inbox: tuple[Office, Ran]) -> None:
    _, ran = inbox
    assert "旁注写的收到日 9013-01-10 晚于今天" in ran.message(FROM_TOMORROW)
    assert "received_on" in ran.message(FROM_TOMORROW)


def test_empty_files_of_one_name__are_a_held_delivery_each(tmp_path: Path) -> None:
    office = Office(tmp_path)
    office.write("一月/明细.csv", b"")
    office.write("二月/明细.csv", b"")
    office.run("2013-01", DAY)
    office.run("2013-01", DAY)
    assert office.rows("SELECT file_name, state FROM deliveries") == [("明细.csv", "held")] * 2


def test_files_of_one_day__come_in_the_order_of_their_months(tmp_path: Path) -> None:
    """By the characters of their names 三 stands before 二, 10 before 2, and a zip's own name before its members'."""
    office = Office(tmp_path)
    with zipfile.ZipFile(office.home.inbox / "2013年全部数据.zip", "w") as archive:
        archive.writestr("受理_201301.csv", "")
    for name in ("2013年三月受理.csv", "2013年二月受理.csv", "2013年10月受理.csv", "一览.csv"):
        office.write(name, b"")
    office.home.work.mkdir(parents=True)
    assert [item.file_name for item in collect(office.home, DAY)] == [
        "一览.csv",
        "2013年全部数据.zip/受理_201301.csv",
        "2013年二月受理.csv",
        "2013年三月受理.csv",
        "2013年10月受理.csv",
    ]


@pytest.mark.parametrize("sidecar", [f"{JANUARY}.yml", os.fsdecode(f"{JANUARY}.yml".encode("gbk"))])
def test_name_in_the_bytes_of_windows_code_page__is_read_and_its_sidecar_found(tmp_path: Path, sidecar: str) -> None:
    office = Office(tmp_path)
    office.write(os.fsdecode(f"一月/{JANUARY}".encode("gbk")), feed(application_row("201320000001.7")))
    office.write(os.fsdecode("一月/".encode("gbk")) + sidecar, "received_on: 2013-02-11\n")
    office.write(os.fsdecode("空表.csv".encode("gbk")), b"")
    office.run("2013-01", DAY)
    assert office.rows("SELECT file_name, state, received_on FROM deliveries ORDER BY state") == [
        (JANUARY, "accepted", date(2013, 2, 11)),
        ("空表.csv", "held", DAY),
    ]


def test_export_of_as_many_rows_as_its_vendor_gives__says_that_it_may_be_cut_off(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    header = "id,title,assignee,inventor/author,priority date,filing/creation date,publication date,grant date,result link"
    row = "CN-20290{:04d}-U,一种装置,某某公司,张三,2012-01-01,2012-01-01,2013-01-09,2013-01-09,x"
    rows = [row.format(number) for number in range(1000)]
    office = Office(tmp_path)
    office.write("gp-search.csv", "\n".join([header, *rows]) + "\n")
    office.write("gp-search-2.csv", "\n".join([header, *rows[1:]]) + "\n")
    ran = office.run("2013-01", DAY)
    assert (ran.state("gp-search.csv"), ran.message("gp-search-2.csv")) == ("accepted", "")
    print_month(ran)
    assert "【可能不全】gp-search.csv的行数达到Google Patents 导出的上限(1000行)" in capsys.readouterr().err


def test_sidecar_under_the_wrong_ending__says_the_right_name(inbox: tuple[Office, Ran]) -> None:
    _, ran = inbox
    assert "像是旁注文件" in ran.message(MISNAMED)
    assert "改名为“平湖市专利申请受理明细_201211.csv.yml”" in ran.message(MISNAMED)


@pytest.mark.parametrize(
    ("name", "sidecar"),
    [
        ("受理.xlsx", "受理.xlsx.yml"),
        ("受理.xlsx", "受理.xlsx.YML"),
        ("受理[1].XLSX", "受理[1].XLSX.Yaml"),
        ("受理.xlsx", "受理.YAML"),
        ("受理", "受理.yml"),
    ],
)
def test_sidecar__is_found_in_any_case_of_its_ending(tmp_path: Path, name: str, sidecar: str) -> None:
    for written in (name, sidecar, "受理明细.yml", "受理.xls.yml"):
        (tmp_path / written).touch()
    assert sidecar_beside(tmp_path / name) == tmp_path / sidecar


def test_sidecar__the_whole_name_comes_before_the_stem(tmp_path: Path) -> None:
    for written in ("受理.xlsx", "受理.yml", "受理.xlsx.YAML"):
        (tmp_path / written).touch()
    assert sidecar_beside(tmp_path / "受理.xlsx") == tmp_path / "受理.xlsx.YAML"


def test_what_was_wrong_with_sidecars__is_gone_once_they_are_right(inbox: tuple[Office, Ran]) -> None:
    """The future day is mended, the wrong name is made right: nothing waits any more, also not in the archive."""
    office, _ = inbox
    office.write(f"{FROM_TOMORROW}.yml", "received_on: 2013-01-10\n")
    (office.home.inbox / MISNAMED).unlink()
    office.write("平湖市专利申请受理明细_201211.csv", feed(application_row("201220000002.7", accepted="2012-11-08")))
    office.write(MISNAMED.removesuffix(".txt"), "received_on: 2013-01-10\n")
    ran = office.run("2013-01", date(2013, 2, 20))
    assert {outcome.state for outcome in ran.outcomes} == {"accepted", "seen"}
    assert office.value("SELECT count(*) FROM deliveries WHERE state = 'held'") == 0


def test_held_file__is_withdrawn_by_taking_it_out_or_putting_a_mended_one_in_its_place(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    office = Office(tmp_path_factory.mktemp("withdrawn"))
    held = "SELECT file_name, state FROM deliveries ORDER BY ALL"
    office.write("附件.csv", "合同号,金额\nA1,100\n")
    name = "平湖市专利申请受理明细_201301.csv"
    office.write(name, "序号,合同号\n1,A1\n")
    office.run("2013-01", DAY)
    assert office.rows(held) == [(name, "held"), ("附件.csv", "held")]
    attached = (office.home.inbox / "附件.csv").read_text()
    (office.home.inbox / "附件.csv").unlink()
    office.write(name, feed(application_row("201320000001.7")))
    ran = office.run("2013-01", date(2013, 2, 16))
    assert sorted((outcome.file_name, outcome.state) for outcome in ran.outcomes) == [
        (name, "accepted"), (name, "withdrawn"), ("附件.csv", "withdrawn"),
    ]  # fmt: skip
    assert "附件.csv的原待确认文件已不在收件文件夹" in ran.message("附件.csv")
    assert office.rows(held) == [(name, "accepted")]
    assert len(office.run("2013-01", date(2013, 2, 17)).outcomes) == 1
    office.write("附件.csv", attached)
    assert office.run("2013-01", date(2013, 2, 18)).state("附件.csv") == "held"


def test_replacing_a_source_without_months__is_held_until_it_asks_for_what_there_is(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """Vendors' exports add up: the second, of one row of the first two, is not taken for a replacement of anything."""
    office = Office(tmp_path_factory.mktemp("exports"))
    header = "标题(中文),公开(公告)号,公开(公告)日,申请号,申请日,申请人,申请人地址,链接到incoPat\n"
    first, second = (
        f"箱包,CN20300001{number}U,2013-01-23,CN{application},2013-01-04,平湖市乙箱包有限公司,浙江省平湖市新埭镇1号,x\n"
        for number, application in ((1, "201320000001.7"), (2, "201320000003.6"))
    )
    office.write("incoPat_1.csv", header + first + second)
    office.write("incoPat_2.csv", header + first)
    office.write("incoPat_2.csv.yml", "relation: replaces\n")
    ran = office.run("2013-01", DAY)
    assert (ran.state("incoPat_1.csv"), ran.state("incoPat_2.csv")) == ("accepted", "held")
    assert "删去 relation" in ran.message("incoPat_2.csv")
    (office.home.inbox / "incoPat_2.csv.yml").unlink()
    ran = office.run("2013-01", date(2013, 2, 16))
    assert (ran.state("incoPat_2.csv"), ran.published.is_new) == ("accepted", False)


def test_list_of_firms_without_events__is_counted_as_recognitions(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Of three recognitions two are of 2013; all three are taken in without a word for what happened."""
    office = Office(tmp_path_factory.mktemp("firms"))
    office.write(
        "平湖市专利示范企业名录.csv",
        "序号,企业名称,级别,认定文号,发文日期\n"
        "1,平湖市甲机械有限公司,省级,浙科发知〔2013〕10号,2013-01-15\n"
        "2,平湖市丙机械有限公司,嘉兴市级,嘉科知〔2013〕5号,2013-01-10\n"
        "3,平湖市丁机械有限公司,省级,浙科发知〔2012〕90号,2012-11-02\n",
    )
    office.run("2013-01", DAY)
    assert office.rows("SELECT rows_accepted, rows_quarantined FROM deliveries") == [(3, 0)]
    new = "SELECT value FROM scorecard WHERE month = '2013-01' AND unit_code = '330482' AND target_id"
    assert office.value(f"{new} = 'new_demonstration_enterprises'") == 2


def test_file_still_being_copied__is_not_taken_for_a_whole_one(tmp_path: Path) -> None:
    whole = feed(*(application_row(number) for number in ("201320000001.7", "201320000002.1", "201310000003.0")))
    home = Home(tmp_path)
    home.inbox.mkdir()
    source = home.inbox / JANUARY

    def copy_slowly() -> None:
        with source.open("w", encoding="utf-8") as file:
            for line in whole.splitlines(keepends=True):
                file.write(line)
                file.flush()
                time.sleep(0.3)

    copying = threading.Thread(target=copy_slowly)
    copying.start()
    while not (source.exists() and source.stat().st_size):
        time.sleep(0.01)
    (waiting,) = collect(home, DAY)
    assert waiting.problem is STILL_WRITTEN
    copying.join()
    (arrived,) = collect(home, DAY)
    assert arrived.problem is None
    assert arrived.path.read_text(encoding="utf-8") == whole


def test_links_in_the_inbox__are_followed_and_a_lost_one_is_held(tmp_path: Path) -> None:
    office = Office(tmp_path / "office")
    share = tmp_path / "share"
    share.mkdir()
    (share / JANUARY).write_text(feed(application_row("201320000001.7")), encoding="utf-8")
    (share / "back").symlink_to(office.home.inbox)
    (office.home.inbox / "share").symlink_to(share)
    (office.home.inbox / "lost.csv").symlink_to(share / "gone.csv")
    ran = office.run("2013-01", DAY)
    assert (ran.state(JANUARY), ran.state("lost.csv")) == ("accepted", "held")
    assert sorted(outcome.file_name for outcome in ran.outcomes) == ["lost.csv", JANUARY]
