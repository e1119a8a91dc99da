"""Fresh homes for the pipeline in a scratch folder, and the whole commands that are run in them."""

import json
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import duckdb

from tests.bench.processes import CommandFailed, Measured, measure

IPSTATS = Path(sys.executable).with_name("ipstats")
BARE_SCRIPT = Path(__file__).with_name("bare_script.py")
RECEIVED_ON = {"2013-09": "2013-10-15", "2013-10": "2013-11-15"}
BYTES_A_ROW = 2_500  # of scratch disk: feed, archive, bare copy, stores, releases, spill


@dataclass(frozen=True)
class Home:
    """One home of the pipeline, made fresh with an empty inbox."""

    folder: Path

    @property
    def environment(self) -> dict[str, str]:
        """Gives the caller's environment with this home, and without a Prefect server of the caller's."""
        ours = ("IPSTATS_", "PREFECT_")
        others = {key: value for key, value in os.environ.items() if not key.startswith(ours)}
        return others | {"IPSTATS_HOME": str(self.folder)}

    def receive(self, feed: Path) -> None:
        """Puts a file into the inbox in place of what lay there, without a second copy on the disk."""
        inbox = self.folder / "inbox"
        shutil.rmtree(inbox)
        inbox.mkdir()
        (inbox / feed.name).hardlink_to(feed)

    def run(self, month: str) -> Measured:
        """Runs one month with what lies in the inbox."""
        command = [str(IPSTATS), "run", "--month", month, "--received-on", RECEIVED_ON[month]]
        command += ["--home", str(self.folder)]
        return measure(command, self.environment, self.folder.parent, watch_memory=True)

    def query(self) -> Measured:
        """Asks the published copy the smallest question there is."""
        command = [str(IPSTATS), "query", "SELECT 1", "--home", str(self.folder)]
        return measure(command, self.environment, self.folder.parent)

    def patents(self) -> int:
        """Counts the published patents: proof that the measured run did the work."""
        with duckdb.connect(str(self.folder / "published" / "patents.duckdb"), read_only=True) as published:
            rows = published.execute("SELECT count(*) FROM patents").fetchall()
        return int(rows[0][0])

    def remove(self) -> None:
        """Deletes the home, published read-only files among it."""
        shutil.rmtree(self.folder)


def fresh_home(scratch: Path, name: str) -> Home:
    """Makes an empty home in its own part of the scratch folder."""
    folder = scratch / name / "home"
    shutil.rmtree(folder.parent, ignore_errors=True)
    (folder / "inbox").mkdir(parents=True)
    return Home(folder)


def run_bare(scratch: Path, feed: Path) -> tuple[Measured, dict[str, dict[str, float]]]:
    """Runs the bare script on a feed in a folder of its own; returns what it took and what it printed."""
    folder = scratch / "bare"
    folder.mkdir()
    command = [sys.executable, str(BARE_SCRIPT), str(feed), str(folder)]
    measured = measure(command, os.environ, scratch, watch_memory=True)
    shutil.rmtree(folder)
    printed: dict[str, dict[str, float]] = json.loads(measured.output)
    return measured, printed


def start_python(scratch: Path) -> Measured:
    """Starts a bare Python that imports DuckDB and ends."""
    return measure([sys.executable, "-c", "import duckdb"], os.environ, scratch)


@contextmanager
def scratch_folder(work: Path | None, rows: int, keep: bool) -> Iterator[Path]:
    """Makes a scratch folder with room for the largest size and deletes it afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="ipstats-bench-", dir=work))
    try:
        free, needed = shutil.disk_usage(folder).free, rows * BYTES_A_ROW
        if free < needed:
            raise CommandFailed(f"{folder}: {free / 1e9:.1f} GB free, {needed / 1e9:.1f} GB needed")
        yield folder
    finally:
        if keep:
            sys.stderr.write(f"kept: {folder}\n")
        else:
            shutil.rmtree(folder)
