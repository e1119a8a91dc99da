"""`ipstats status` on one screen: is the month done, what is missing, what waits, when is the next run, who is told."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from flows.commands.status import status
from flows.lock import writer_lock
from flows.months import last_complete_month, today
from tests.flows.office import Office, application_row, feed
from tests.flows.serving.service import ROOT


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    office = Office(tmp_path_factory.mktemp("office") / "home")
    office.write("平湖市专利申请受理明细_201301.csv", feed(application_row("201320000001.7")))
    office.write("不认识.csv", "合同号,金额\nA1,100\n")
    office.run("2013-01", date(2013, 2, 15))
    office.write("还没有读.csv", "合同号,金额\nB1,100\n")
    return office


@pytest.fixture
def lines(office: Office, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.delenv("IPSTATS_ALERT_URLS", raising=False)
    with writer_lock(office.home.lock_file):
        assert status(home=office.home.root) == 0
    return capsys.readouterr().out.splitlines()


def test_status__answers_every_question(lines: list[str]) -> None:
    due = last_complete_month(today())
    text = "\n".join(lines)
    assert lines[0].startswith("最近发布版 2013-01.1,数据截至 2013-02-15")
    assert f"本期 {due}:尚未发布" in text
    assert "数据未到:专利申请受理明细(最新一期 2013-01)" in text
    assert "有 1 个文件还没有读入:还没有读.csv" in text
    assert "有任务正在运行(进程号" in text
    assert "【待确认文件】不认识.csv" in text
    assert "处理办法:" in text
    assert "下次运行:日程没有运行" in text
    assert "09:00 统计" in text
    assert "没有设置通知渠道" in text
    assert len(lines) <= 40


def test_status__lists_no_held_file_that_was_taken_out(
    office: Office, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Also where the next run publishes nothing: the numbers are the same."""
    place = office.copied(tmp_path / "home")
    (place.home.inbox / "不认识.csv").unlink()
    assert status(home=place.home.root) == 0
    assert "待确认文件 0 个" in capsys.readouterr().out


def test_status__nothing_published_yet(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert status(home=tmp_path) == 0
    assert "还没有发布过" in capsys.readouterr().out


def test_status__starts_without_what_it_does_not_need() -> None:
    code = "import sys, flows.commands.status; print({'prefect', 'polars', 'great_expectations', 'apprise'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
