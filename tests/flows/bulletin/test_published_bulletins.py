"""A new release carries its bulletin; where it cannot be written nothing is published and the last release stands."""

import errno
import gc
from datetime import date
from pathlib import Path

import pytest

from flows import bulletins, release_steps, steps
from flows.home import Home
from flows.lock import writer_lock
from flows.notice import notice_file
from flows.publishing.freeze import read_manifest
from tests.flows.office import Office, application_row, feed

FILES = {f"bulletin{suffix}.{ending}" for suffix in ("", "-shareable") for ending in ("html", "docx", "xlsx")}
JANUARY, FEBRUARY = ("2013-01", date(2013, 2, 15)), ("2013-02", date(2013, 3, 15))


@pytest.fixture
def office(tmp_path: Path) -> Office:
    office = Office(tmp_path / "home", with_bulletins=True)
    notice_file(office.home).write_text("示例数据\n", encoding="utf-8")
    return office


def receive_january(office: Office) -> None:
    rows = (
        application_row("201320000001.7"),
        application_row("201310000002.6", kind="发明", applicant="平湖市<b>公司"),
    )
    office.write("平湖市专利申请受理明细_201301.csv", feed(*rows))


def publish_february_with(home: Home, name: str) -> None:
    """The steps of a run up to publishing, with a file of the bulletin on a device that is always full."""
    month, day = FEBRUARY
    with writer_lock(home.lock_file):
        steps.prepare_store.fn(home.root)
        items = steps.collect_inbox.fn(home.root, month, day, {})
        steps.take_in.fn(home.root, month, items, day)
        steps.merge.fn(home.root, month, day)
        file = release_steps.candidate.fn(home.root, month, day)
        release_steps.count.fn(home.root, file, month, day)
        release_steps.close.fn(home.root, file, month)
        (home.work / "bulletin").mkdir()
        (home.work / "bulletin" / name).symlink_to("/dev/full")
        release_steps.publish_release.fn(home.root, file, month, day)


def test_release__carries_its_bulletins(office: Office) -> None:
    receive_january(office)
    (office.home.root / "notes").mkdir()
    (office.home.root / "notes" / "2013-01.md").write_text("本月举办培训1期。\n", encoding="utf-8")
    folder = office.run(*JANUARY).published.folder
    assert {path.name for path in folder.glob("bulletin*")} == FILES
    assert read_manifest(folder)["files"].keys() >= FILES | {"detail.xlsx"}
    page = (folder / "bulletin.html").read_text(encoding="utf-8")
    assert "1月,全市专利申请量2件,上年同期无可比数据,完成年度目标(2300件)的0.1%;其中发明专利申请1件" in page
    assert "平湖市&lt;b&gt;公司" in page and "<b>" not in page
    assert "示例数据" in page and "内部资料 注意保存" in page and "本月举办培训1期。" in page
    assert '<p class="said bad">没有设置通知渠道' in page
    shared = (folder / "bulletin-shareable.html").read_text(encoding="utf-8")
    assert "没有设置通知渠道" not in shared
    assert "示例数据" in shared and "内部资料" not in shared and "&lt;b&gt;公司" not in shared


def test_release__same_numbers_write_no_bulletin(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    receive_january(office)
    first = office.run(*JANUARY).published
    monkeypatch.setattr("flows.release.write_bulletins", lambda *_: pytest.fail("written for nothing"))
    again = office.run(*JANUARY).published
    assert (again.release, again.is_new) == (first.release, False)


# the workbook's archive, which could not be closed, complains once more when it is collected: that must happen here
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("name", ["bulletin-shareable.docx", "detail.xlsx"])
def test_full_disk__nothing_is_published_and_the_last_release_stands(office: Office, name: str) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full on this system")
    receive_january(office)
    office.run(*JANUARY)
    office.write("平湖市专利申请受理明细_201302.csv", feed(application_row("201320000003.3", accepted="2013-02-08")))
    with pytest.raises(OSError) as full:
        publish_february_with(office.home, name)
    assert full.value.errno == errno.ENOSPC
    del full
    gc.collect()
    releases = office.home.published / "releases"
    assert [path.name for path in releases.iterdir()] == ["2013-01.1"]
    assert office.value("SELECT max(release_id) FROM releases") == "2013-01.1"
    assert office.run(*FEBRUARY).published.release.release_id == "2013-02.1"


def test_bulletin__missing_chinese_font_is_told_once(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("transforms.bulletin.charts.can_draw_chinese", lambda: False)
    bulletins.tell_of_missing_font.cache_clear()
    bulletins.tell_of_missing_font()
    bulletins.tell_of_missing_font()
    bulletins.tell_of_missing_font.cache_clear()
    assert capsys.readouterr().err.count("没有中文字体") == 1
