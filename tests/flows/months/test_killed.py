"""Killed at any point, the next run gives the same release content as an undisturbed one."""

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.flows.office import Office, application_row, feed

ROOT = Path(__file__).parents[3]
JANUARY, FEBRUARY = ("2013-01", date(2013, 2, 15)), ("2013-02", date(2013, 3, 15))
POINTS = [
    ("flows.archive:remember", 2, "before"),
    ("flows.archive:remember", 2, "after"),
    ("flows.judge:Judge.hand_over", 1, "after"),
    ("flows.store.deliveries:insert_accepted", 1, "after"),
    ("transforms.core:_insert_events", 1, "before"),
    ("flows.steps:derive", 1, "after"),
    ("flows.candidate.build:cut_at_month", 1, "after"),
    ("flows.candidate.build:describe", 1, "before"),
    ("flows.release:write_release", 1, "before"),
    ("flows.publishing.freeze:freeze_tree", 1, "before"),
    ("flows.release:record_releases", 1, "before"),
    ("flows.release:set_current", 1, "before"),
]


@pytest.fixture(scope="module")
def january(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """An office after its first release, with what came in February in the inbox; each test works in a copy."""
    office = Office(tmp_path_factory.mktemp("january") / "home")
    office.write(
        "平湖市专利申请受理明细_201301.csv", feed(application_row("201320000001.7"), application_row("201320000002.1"))
    )
    office.run(*JANUARY)
    office.write(
        "平湖市专利申请受理明细_201302.csv",
        feed(
            application_row("201320000002.1"),
            application_row("201310000003.0", kind="发明", accepted="2013-02-04"),
            application_row("201310000004.5", kind="发明", accepted="2013-02-04"),
        ),
    )
    office.write("平湖市专利申请受理明细_201303.csv.bad.csv", "没有,表头\n1,2\n")
    return office


def content(office: Office) -> dict[str, Any]:
    current = office.home.published / "patents.duckdb"
    release = office.home.published / "releases" / "2013-02.1"
    assert current.read_bytes() == (release / "patents.duckdb").read_bytes()
    manifest: dict[str, Any] = json.loads((release / "manifest.json").read_text(encoding="utf-8"))
    deliveries = office.rows("SELECT * FROM deliveries ORDER BY ALL")
    return {"content": manifest["content"], "deliveries": deliveries}


@pytest.fixture(scope="module")
def undisturbed(january: Office, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    office = january.copied(tmp_path_factory.mktemp("calm") / "home")
    office.run(*FEBRUARY)
    found = content(office)
    assert not office.run(*FEBRUARY).published.is_new
    return found


@pytest.fixture(scope="module")
def runs() -> Iterator[subprocess.Popen[str]]:
    """What starts the runs that are killed."""
    command = [sys.executable, "-m", "tests.flows.months.killed_run"]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with subprocess.Popen(command, cwd=ROOT, **pipes) as process:  # type: ignore[call-overload]
        yield process
        process.stdin.close()


@pytest.mark.parametrize(("place", "call", "moment"), POINTS)
def test_killed__the_next_run_publishes_the_same(
    tmp_path: Path,
    january: Office,
    undisturbed: dict[str, Any],
    runs: subprocess.Popen[str],
    place: str,
    call: int,
    moment: str,
) -> None:
    office = january.copied(tmp_path / "home")
    month, day = FEBRUARY
    assert runs.stdin and runs.stdout
    runs.stdin.write(f"{json.dumps([str(office.home.root), month, str(day), place, call, moment])}\n")
    runs.stdin.flush()
    assert int(runs.stdout.readline()) == -signal.SIGKILL
    office.run(month, day)
    assert content(office) == undisturbed
