"""The bare hand-written script that the pipeline is measured against: `bare_script.py FEED FOLDER`.

Prints the seconds of each step and the counts as one JSON object. Imports nothing of the project.
"""

import json
import os
import re
import shutil
import sys
import time
from pathlib import Path

import duckdb

SQL_FILE = Path(__file__).with_name("bare_duckdb.sql").resolve()


def copy_to_disk(source: Path, target: Path) -> None:
    """Copies a file and waits until the disk has it, as an archive must."""
    shutil.copyfile(source, target)
    with target.open("rb") as file:
        os.fsync(file.fileno())


def run(feed: Path, folder: Path) -> dict[str, dict[str, float]]:
    """Does the job in the folder; returns the seconds of each step and the row counts."""
    started = time.perf_counter()
    copy_to_disk(feed, folder / "feed.csv")
    seconds = {"copy": time.perf_counter() - started}
    os.chdir(folder)
    connection = duckdb.connect("bare.duckdb", config={"memory_limit": "2GB", "threads": "2"})
    for step, sql in re.findall(r"^-- step (\w+)\n(.*?)(?=^-- step|\Z)", SQL_FILE.read_text(), re.M | re.S):
        begun = time.perf_counter()
        connection.execute(sql)
        seconds[step] = time.perf_counter() - begun
    counts = {
        "rows": "SELECT count(*) FROM records",
        "wrong": "SELECT count(*) FROM records WHERE is_right IS NOT true",
        "patents": "SELECT count(*) FROM patents",
        "applications": "SELECT sum(applications)::BIGINT FROM monthly_counts",
    }
    found = {name: connection.execute(sql).fetchall()[0][0] for name, sql in counts.items()}
    connection.close()
    seconds["total"] = time.perf_counter() - started
    return {"seconds": {step: round(value, 2) for step, value in seconds.items()}, "counts": found}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(run(Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve())) + "\n")
