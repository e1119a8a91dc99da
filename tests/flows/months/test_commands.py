"""The command line as people use it: exit codes, sentences instead of tracebacks; what lives in one process is called in it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from flows.cli import COMMANDS, main
from flows.lock import writer_lock
from tests.flows.office import Office, application_row, feed

ROOT = Path(__file__).parents[3]


def ipstats(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("PREFECT_", "IPSTATS_HOME"))
    }
    return subprocess.run(
        [sys.executable, "-m", "flows.cli", *arguments],
        cwd=ROOT, env=environment | {"IPSTATS_HOME": str(home)}, capture_output=True, text=True, check=False, timeout=180,
    )  # fmt: skip


def called(monkeypatch: pytest.MonkeyPatch, home: Path, *arguments: str) -> int:
    """The exit code of a command called in this process; what it writes goes where the test captures it."""
    monkeypatch.setattr(sys, "argv", ["ipstats", *arguments])
    monkeypatch.setenv("IPSTATS_HOME", str(home))
    with pytest.raises(SystemExit) as ended:
        main()
    assert isinstance(ended.value.code, int)
    return ended.value.code


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    office = Office(tmp_path_factory.mktemp("office"))
    rows = application_row("201320000001.7"), application_row("201310000002.6", kind="发明")
    office.write("平湖市专利申请受理明细_201301.csv", feed(*rows))
    office.write("不认识.csv", "合同号,金额\nA1,100\n")
    return office


@pytest.fixture(scope="module")
def done(office: Office) -> subprocess.CompletedProcess[str]:
    """The run of January, a process of its own."""
    return ipstats(office.home.root, "run", "--month", "2013-01", "--received-on", "2013-02-15")


def test_run__publishes_says_what_is_held_and_prints_the_scorecard(
    office: Office, done: subprocess.CompletedProcess[str]
) -> None:
    assert done.returncode == 0, done.stderr
    assert "2013-01.1" in done.stdout
    assert "专利申请量 2,目标 2300" in done.stdout
    assert "【待确认文件】不认识.csv" in done.stderr
    assert "Traceback" not in done.stderr

    status = ipstats(office.home.root, "status")
    assert status.returncode == 0
    assert "2013-01.1" in status.stdout
    assert "不认识.csv" in status.stdout

    query = ipstats(office.home.root, "query", "SELECT sum(applications) AS n FROM monthly_counts", "--format", "csv")
    assert query.stdout.split() == ["n", "2"]

    trace = ipstats(office.home.root, "trace", "patent_applications", "--month", "2013-01", "--format", "csv")
    assert trace.returncode == 0, trace.stderr
    assert trace.stdout.count("201301.csv") == 2


def test_mistake__in_a_process_of_its_own(office: Office) -> None:
    mistaken = ipstats(office.home.root, "run", "--mouth", "2013-01")
    assert (mistaken.returncode, mistaken.stdout) == (2, "")
    assert "--mouth" in mistaken.stderr
    assert "Traceback" not in mistaken.stderr


@pytest.mark.usefixtures("done")
def test_refusal__in_a_process_of_its_own(office: Office) -> None:
    refused = ipstats(office.home.root, "trace", "no_such_indicator")
    assert (refused.returncode, refused.stdout) == (1, "")
    assert "no_such_indicator" in refused.stderr
    assert "Traceback" not in refused.stderr


@pytest.mark.usefixtures("done")
@pytest.mark.parametrize(
    ("arguments", "code", "word"),
    [
        (("run", "--month", "2013-13"), 2, "2013-09"),
        (("run", "--month", "2099-01"), 1, "还没有到"),
        (("run", "--month", "２０１３-01"), 2, "2013-09"),
        (("run", "--received-on", "昨天"), 2, "2013-10-15"),
        (("run", "--received-on", "20130215"), 2, "2013-10-15"),
        (("run", "--month", "2013-01", "--received-on", "2099-02-15"), 1, "晚于今天"),
        (("trace", "patent_applications", "--month", "2013年1月"), 2, "2013-09"),
        (("run", "--mouth", "2013-01"), 2, "--mouth"),
        (("backfill", "2013-09", "2013-01"), 2, "晚于"),
        (("publish",), 2, "publish"),
        (("query", "SELECT * FROM nothing_here"), 1, "nothing_here"),
        (("query", "COPY patents TO 'x.csv'"), 1, "只能运行一条查询语句"),
        (("trace", "no_such_indicator"), 1, "no_such_indicator"),
    ],
)
def test_mistakes__get_a_sentence_and_an_exit_code(
    office: Office, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str],
    arguments: tuple[str, ...], code: int, word: str,
) -> None:  # fmt: skip
    assert called(monkeypatch, office.home.root, *arguments) == code
    out, err = capfd.readouterr()
    assert word in err
    assert "Traceback" not in err
    assert out == ""


@pytest.mark.parametrize(
    "command", [("run",), ("backfill", "2013-01", "2013-02"), ("status",), ("alerts",), ("serve",), ("rebuild",)]
)
def test_home_that_is_none__is_refused_and_not_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], command: tuple[str, ...]
) -> None:
    assert called(monkeypatch, tmp_path / "typo", *command) == 1
    assert "数据目录不存在" in capfd.readouterr().err
    assert not (tmp_path / "typo").exists()


@pytest.mark.parametrize("command", [("run",), ("backfill", "2013-01", "2013-02"), ("serve",)])
def test_home_without_inbox__is_refused_before_anything_is_made_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], command: tuple[str, ...]
) -> None:
    assert called(monkeypatch, tmp_path, *command) == 1
    assert "收件文件夹不存在" in capfd.readouterr().err
    assert not list(tmp_path.iterdir())


def test_demo_where_nothing_can_be_written__says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert called(monkeypatch, tmp_path, "demo", "--home", str(tmp_path / "file")) == 1
    err = capfd.readouterr().err
    assert "读写文件失败" in err
    assert "Traceback" not in err


def test_second_run__says_who_holds_the_home(tmp_path: Path) -> None:
    office = Office(tmp_path / "home")
    with writer_lock(office.home.lock_file):
        done = ipstats(office.home.root, "run", "--month", "2013-01", "--received-on", "2013-02-15")
    assert done.returncode == 1
    assert f"进程号 {os.getpid()}" in done.stderr
    assert not office.home.prefect.exists(), "refused before Prefect was started"


@pytest.mark.parametrize("command", COMMANDS)
def test_help__is_chinese_and_complete(
    office: Office, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], command: str
) -> None:
    assert called(monkeypatch, office.home.root, command, "--help") == 0
    assert "数据目录" in capfd.readouterr().out


def test_interrupt__is_said_and_exits_as_a_shell_expects(
    office: Office, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def ctrl_c(_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("flows.commands.status.existing_home", ctrl_c)
    assert called(monkeypatch, office.home.root, "status") == 130
    assert capfd.readouterr().err == "已中断;再次运行会从断处继续,已发布的各版不受影响。\n"
