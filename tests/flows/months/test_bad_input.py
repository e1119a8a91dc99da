"""Bad input: each file is held with a sentence that says what was found and what to do; the others are unharmed."""

import io
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from flows.archive import store_bytes
from tests.flows.office import Office, Ran, application_row, feed
from transforms.errors import Held, Refused

DAY = date(2013, 2, 15)
GOOD = "平湖市专利申请受理明细_201301.csv"
GOOD_FEED = feed(application_row("201320000001.7"), application_row("201310000002.6", kind="发明"))


def workbook(*rows: tuple[object, ...]) -> bytes:
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream)
    sheet = book.add_worksheet("明细")
    for number, row in enumerate(rows):
        sheet.write_row(number, 0, row)
    book.close()
    return stream.getvalue()


def zipped(name: str, content: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(name, content)
    return stream.getvalue()


SHEET = workbook(("申请号", "受理日", "申请人", "地址"), ("201320000001.7", "2013-01-08", "某公司", "平湖市新仓镇"))
BAD = {
    "空.xlsx": (b"", "空"),
    "截断.xlsx": (SHEET[: len(SHEET) // 2], "损坏"),
    "其实是表格.csv": (SHEET, "xlsx"),
    "说明.pdf": (b"%PDF-1.4 nothing here", "PDF"),
    "无表头.csv": ("甲,乙,丙\n1,2,3\n".encode(), "表头"),
    "不认识.csv": ("合同号,金额,备注\nA1,100,无\n".encode(), "合同号"),
    "乱码.csv": (b"\x81\xff\xfe\x00\x9f" * 40 + bytes(range(128, 256)) * 8, "不是文本"),
    "包中包.zip": (zipped("内.zip", zipped("a.csv", b"1,2\n")), "压缩包"),
}


FUTURE = "平湖市专利申请受理明细_201405.csv"
WITH_MISTAKE = "平湖市专利申请受理明细_201212.csv"


@pytest.fixture(scope="module")
def bad(tmp_path_factory: pytest.TempPathFactory) -> tuple[Office, Ran]:
    """A good feed among everything that is held, and what January's run said of it; tests only read."""
    office = Office(tmp_path_factory.mktemp("bad"))
    office.write(GOOD, GOOD_FEED)
    for name, (content, _) in BAD.items():
        office.write(name, content)
    office.write(FUTURE, feed(application_row("201320000003.6")))
    office.write(WITH_MISTAKE, feed(application_row("201220000001.X", accepted="2012-12-08", filed="2012-12-04")))
    office.write(f"{WITH_MISTAKE}.yml", "month: 2012-12\nrelatoin: replaces\n")
    return office, office.run("2013-01", DAY)


def test_bad_files__are_held_and_the_good_one_is_counted(bad: tuple[Office, Ran]) -> None:
    office, ran = bad
    assert ran.state(GOOD) == "accepted"
    held = dict(office.rows("SELECT file_name, reason || remedy FROM deliveries WHERE state = 'held'"))
    assert set(held) == {*BAD, FUTURE, WITH_MISTAKE}
    for name, (_, word) in BAD.items():
        assert word in held[name], f"{name}: {held[name]}"
        assert "Error" not in held[name], name
    assert (
        office.value("SELECT value FROM scorecard WHERE month = '2013-01' AND target_id = 'patent_applications'") == 2
    )


def test_second_file_of_a_month__is_held_until_the_sidecar_says_what_it_is(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    office = Office(tmp_path_factory.mktemp("second"))
    office.write(GOOD, GOOD_FEED)
    office.run("2013-01", DAY)
    second = "平湖市专利申请受理明细_201301_更正.csv"
    office.write(second, feed(application_row("201320000001.7")))
    ran = office.run("2013-01", date(2013, 2, 20))
    assert ran.state(second) == "held"
    assert "relation: replaces" in ran.message(second)
    assert not ran.published.is_new
    office.write(f"{second}.yml", "relation: replaces\n")
    ran = office.run("2013-01", date(2013, 3, 1))
    assert ran.state(second) == "accepted"
    assert ran.published.release.release_id == "2013-01.2"
    applications = "SELECT value FROM scorecard WHERE month = '2013-01' AND target_id = 'patent_applications'"
    assert office.value(applications) == 1
    assert office.value(applications, "2013-01.1") == 2


@pytest.mark.parametrize(
    "name, title", [("嘉善县专利申请受理明细_201301.csv", ""), ("受理明细_201301.csv", "2013年1月嘉善县专利申请受理明细\n")]
)
def test_feed_that_names_another_county__is_held_until_the_sidecar_says_whose_it_is(
    tmp_path: Path, name: str, title: str
) -> None:
    office = Office(tmp_path)
    # an address without a county would be counted for the county that the profile names
    office.write(name, title + feed(application_row("201320000001.7", address="浙江省嘉兴市新民路1号")))
    ran = office.run("2013-01", DAY)
    assert ran.state(name) == "held"
    assert "嘉善县专利申请受理明细" in ran.message(name)
    assert "不是平湖的明细" in ran.message(name)
    office.write(f"{name}.yml", 'attributed_to: "330482"\n')
    ran = office.run("2013-01", DAY)
    assert ran.state(name) == "accepted"
    assert office.value("SELECT value FROM scorecard WHERE month = '2013-01' AND target_id = 'patent_applications'") == 1


@pytest.mark.parametrize("name", ["受理明细_201301.csv", "海盐籍发明人之平湖受理明细_201301.csv"])
def test_feed_that_names_no_other_county_or_ours_as_well__is_counted(tmp_path: Path, name: str) -> None:
    office = Office(tmp_path)
    office.write(name, GOOD_FEED)
    assert office.run("2013-01", DAY).state(name) == "accepted"


def test_sidecar_mistake__names_file_and_line(bad: tuple[Office, Ran]) -> None:
    _, ran = bad
    assert ran.state(WITH_MISTAKE) == "held"
    assert f"{WITH_MISTAKE}.yml 第2行" in ran.message(WITH_MISTAKE)


def test_feed_of_a_future_month__is_held(bad: tuple[Office, Ran]) -> None:
    _, ran = bad
    assert ran.state(FUTURE) == "held"
    assert "2014-05" in ran.message(FUTURE)


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """An office that received nothing, after January's run."""
    office = Office(tmp_path_factory.mktemp("empty"))
    office.run("2013-01", DAY)
    return office


def test_missing_feed__is_no_zero(empty: Office) -> None:
    assert empty.rows("SELECT DISTINCT value, obs_status, status FROM scorecard") == [(None, "missing", "no_data")]


def test_numbers_as_floats__are_read_or_set_aside_never_guessed(tmp_path_factory: pytest.TempPathFactory) -> None:
    office = Office(tmp_path_factory.mktemp("floats"))
    header = ("申请号", "申请日", "受理日", "专利类型", "发明名称", "申请人", "地址", "邮编")
    plain = ("2013-01-04", "2013-01-08", "实用新型", "一种装置", "平湖市某某有限公司", "平湖市新仓镇1号", 314205)
    rows = [(201320000001.7, *plain), ("2.0132E+11", *plain)]
    office.write("平湖市专利申请受理明细_201301.xlsx", workbook(header, *rows))
    office.run("2013-01", DAY)
    assert office.rows("SELECT application_number FROM patents") == [("201320000001.7",)]
    assert office.rows("SELECT rule FROM quarantine") == [("number_destroyed",)]


def test_inbox_missing__is_refused_with_what_to_do(tmp_path_factory: pytest.TempPathFactory) -> None:
    office = Office(tmp_path_factory.mktemp("nowhere"))
    office.home.inbox.rmdir()
    with pytest.raises(Refused, match="收件文件夹不存在"):
        office.run("2013-01", DAY)


def test_warehouse_damaged__is_refused_and_rebuilt_from_the_archive(tmp_path_factory: pytest.TempPathFactory) -> None:
    from flows.home import data_folder
    from flows.rebuild import rebuild
    from flows.reference import load_reference

    office = Office(tmp_path_factory.mktemp("damaged"))
    office.write(GOOD, GOOD_FEED)
    office.run("2013-01", DAY)
    office.home.records_file.write_bytes(b"not a database at all" * 500)
    with pytest.raises(Refused, match="ipstats rebuild"):
        office.run("2013-01", DAY)
    assert rebuild(office.home, load_reference(data_folder())) == 1
    assert not office.run("2013-01", DAY).published.is_new


def test_as_of_going_back__is_refused(empty: Office) -> None:
    with pytest.raises(Refused, match="不能倒退"):
        empty.run("2013-01", date(2013, 2, 1))


LOCKED = "平湖市专利申请受理明细_201302.csv"


def test_file_that_may_not_be_read__waits_and_is_taken_in_once_it_may(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Permissions do not stop root: opening the file is refused here."""
    office = Office(tmp_path / "home")
    office.write(GOOD, GOOD_FEED)
    locked = office.write(LOCKED, feed(application_row("201320000003.6", accepted="2013-02-01")))
    opened = Path.open

    def refused(path: Path, *args: Any, **options: Any) -> Any:
        if path == locked:
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, *args, **options)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", refused)
        ran = office.run("2013-01", DAY)
    assert (ran.state(GOOD), ran.state(LOCKED)) == ("accepted", "held")
    assert "没有读取权限" in ran.message(LOCKED)
    assert office.run("2013-01", DAY).state(LOCKED) == "accepted"


def test_file_taken_away_since_the_inbox_was_looked_at__is_held_unless_its_folder_is_away_too(tmp_path: Path) -> None:
    (tmp_path / "inbox").mkdir()
    with pytest.raises(Held, match="移走"):
        store_bytes(tmp_path / "inbox" / GOOD, tmp_path / "archive")
    with pytest.raises(FileNotFoundError):
        store_bytes(tmp_path / "share" / GOOD, tmp_path / "archive")
