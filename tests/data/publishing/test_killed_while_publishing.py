"""Killed at any step, publishing leaves whole releases, a current copy, and a way to go on."""

import subprocess
import sys
from pathlib import Path


def test_killed_at_every_step(tmp_path: Path) -> None:
    program = Path(__file__).with_name("killed_publisher.py")
    run = subprocess.run([sys.executable, str(program), str(tmp_path)], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout[-2000:] + run.stderr[-2000:]
    steps = [line.split(" ", 1)[1] for line in run.stdout.splitlines()]
    # Every kind of step was reached, up to the replacement of the current copy.
    for named in (
        "os.rename candidate.duckdb",
        "os.chmod manifest.json",
        "os.rename .new-2013-01.2",
        "fsync",
        "os.link",
    ):
        assert any(step.startswith(named) for step in steps), (named, steps)
    assert any(step.startswith("os.rename .new-patents.duckdb") for step in steps)
    assert len(steps) > 25
