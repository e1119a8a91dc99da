"""Prefect's database as a new home begins with it: made once an installation, then copied.

Left to itself Prefect takes each new home's database through all versions it ever had: more than half of what its server
takes to start. `python -m flows.serving.first_state` (part of `make setup`) does so once; without it all works, slower.
Imports no prefect.
"""

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path

DATABASE = "prefect.db"


def made_file() -> Path:
    """Where this installation keeps the database of its version of Prefect."""
    return Path(sys.prefix) / "share" / "ipstats" / f"prefect-{version('prefect')}.db"


def begin_with(made: Path, state: Path) -> None:
    """Copy the database `made` into Prefect's folder `state`, where there is one to copy and none yet."""
    target = state / DATABASE
    if target.exists() or not made.exists():
        return
    draft = state / f".{DATABASE}-{os.getpid()}"
    shutil.copyfile(made, draft)
    draft.rename(target)


def make(target: Path) -> None:
    """Let Prefect make its database in a folder of its own, and keep it as one file."""
    with tempfile.TemporaryDirectory() as folder:
        upgrade = [sys.executable, "-m", "prefect", "server", "database", "upgrade", "--yes"]
        others = {name: value for name, value in os.environ.items() if not name.startswith("PREFECT_")}
        subprocess.run(upgrade, check=True, env={**others, "PREFECT_HOME": folder}, stdout=subprocess.DEVNULL)
        target.parent.mkdir(parents=True, exist_ok=True)
        draft = target.with_name(f".{target.name}")
        draft.unlink(missing_ok=True)
        # what still lies in the log beside the file comes along
        with sqlite3.connect(Path(folder) / DATABASE) as database:
            database.execute("VACUUM INTO ?", [str(draft)])
        database.close()
        draft.rename(target)


if __name__ == "__main__":
    make(made_file())
