"""The inbox may be a share that this program cannot write to: a run reads it and leaves nothing in it."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.flows.office import Office, application_row, feed

NAME = "平湖市专利申请受理明细_201301.csv"


@pytest.fixture
def share(tmp_path: Path) -> Iterator[Path]:
    """A folder with one feed and its sidecar, read-only for everybody: permissions alone do not stop root."""
    share = tmp_path / "home" / "inbox"
    share.mkdir(parents=True)
    (share / NAME).write_text(feed(application_row("201320000001.7")), encoding="utf-8")
    (share / f"{NAME}.yml").write_text("received_on: 2013-02-05\n", encoding="utf-8")
    if os.geteuid() != 0:
        share.chmod(0o555)
        yield share
        share.chmod(0o755)
        return
    commands = (["mount", "--bind", str(share), str(share)], ["mount", "-o", "remount,ro,bind", str(share)])
    if not shutil.which("mount") or any(subprocess.run(command, capture_output=True).returncode for command in commands):
        subprocess.run(["umount", str(share)], capture_output=True, check=False)
        pytest.skip("root here may not mount anything read-only")
    yield share
    subprocess.run(["umount", str(share)], check=True)


def test_inbox__on_a_read_only_share(share: Path) -> None:
    with pytest.raises(OSError):
        (share / "new.txt").touch()
    before = {path.name: path.stat().st_mtime_ns for path in share.iterdir()}
    office = Office(share.parent)
    ran = office.run("2013-01", date(2013, 2, 15))
    assert ran.state(NAME) == "accepted"
    assert office.rows("SELECT received_on FROM deliveries") == [(date(2013, 2, 5),)]
    assert office.value("SELECT sum(applications)::INTEGER FROM monthly_counts") == 1
    assert {path.name: path.stat().st_mtime_ns for path in share.iterdir()} == before
