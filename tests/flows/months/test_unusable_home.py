"""A home that cannot be written, or whose run records are rubbish: one sentence before anything starts, no traceback."""

import subprocess
import sys
from pathlib import Path

import pytest

from flows.serving.first_state import DATABASE
from tests.flows.months.test_commands import ipstats
from tests.flows.office import Office
from tests.flows.serving.service import ROOT, environment

COMMANDS = [("run", "--month", "2013-01"), ("backfill", "2013-01", "2013-01"), ("serve", "--port", "0", "--site-port", "0")]
# in a name space of its own the folder alone is read-only, also for the administrator
READ_ONLY = 'mount --bind "$1" "$1" && mount -o remount,ro,bind "$1" && shift && exec "$@"'


@pytest.fixture
def office(tmp_path: Path) -> Office:
    office = Office(tmp_path / "home")
    for folder in (office.home.prefect, office.home.warehouse, office.home.published / "releases", office.home.archive):
        folder.mkdir(parents=True)
    return office


@pytest.mark.parametrize("command", COMMANDS)
def test_damaged_run_records__are_a_sentence(office: Office, command: tuple[str, ...]) -> None:
    (office.home.prefect / DATABASE).write_bytes(b"no database at all" * 1000)
    done = ipstats(office.home.root, *command)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(f"没有执行:运行记录 {office.home.prefect / DATABASE} 已损坏")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("folder", ["", "published"])
def test_read_only_folder__is_a_sentence(office: Office, command: tuple[str, ...], folder: str) -> None:
    if subprocess.run(["unshare", "--mount", "true"], capture_output=True, check=False).returncode:
        pytest.skip("only an administrator may mount here")
    place = office.home.root / folder
    done = subprocess.run(
        ["unshare", "--mount", "sh", "-c", READ_ONLY, "sh", str(place), sys.executable, "-m", "flows.cli", *command,
         "--home", str(office.home.root)],
        cwd=ROOT, env=environment(), capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (1, ""), done.stderr
    assert "不能写入数据目录" in done.stderr
    assert "所在的盘是只读的" in done.stderr
    assert done.stderr.count("\n") == 1
