"""Measures the whole pipeline against a bare DuckDB script: `python -m tests.bench.run_bench`.

A benchmark, not a test: it prints figures beside their targets and fails only when a command fails.
"""

import argparse
import os
import platform
import sys
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import duckdb
import polars as pl

from tests.bench.homes import IPSTATS, Home, fresh_home, run_bare, scratch_folder, start_python
from tests.bench.make_feed import make_feed, make_next_month
from tests.bench.processes import CommandFailed, Measured
from tests.bench.report import SizeResult, judged, size_table

SIZES = "200000,1000000,5000000"
ADDED_ROWS = 30_000
FIXED_STARTS = 2
QUERY_STARTS = 7
RATIO_TARGET, PEAK_TARGET, ADDED_TARGET, QUERY_TARGET = 2.0, 4e9, 10.0, 4.0


@dataclass(frozen=True)
class FixedStart:
    """Seconds of a run on an empty inbox: in a home never used before, and in one used before."""

    fresh: float
    used: float


def say(text: str) -> None:
    """Prints a line at once."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def typical(runs: list[Measured]) -> Measured:
    """Takes the run with the median time (the slower of two)."""
    return sorted(runs, key=lambda run: run.seconds)[len(runs) // 2]


def fixed_start(scratch: Path) -> FixedStart:
    """Measures the fixed start: each fresh home gets 2013-09, then 2013-10 as a home in use."""
    fresh, used = [], []
    for _ in range(FIXED_STARTS):
        home = fresh_home(scratch, "empty")
        fresh.append(home.run("2013-09").seconds)
        used.append(home.run("2013-10").seconds)
        home.remove()
    return FixedStart(median(fresh), median(used))


def measure_size(scratch: Path, rows: int, start: FixedStart, repeat: int) -> tuple[SizeResult, Home]:
    """Measures one size: the bare script and the pipeline on the same file, in turns."""
    feed = make_feed(scratch, rows)
    bare_runs, runs = [], []
    for turn in range(1, repeat + 1):
        bare, printed = run_bare(scratch, feed)
        bare_runs.append(bare)
        say(f"{rows:,} rows, turn {turn}: bare {bare.seconds:.1f} s {printed['seconds']}")
        home = fresh_home(scratch, f"home-{rows}")
        home.receive(feed)
        runs.append(home.run("2013-09"))
        say(f"{rows:,} rows, turn {turn}: run {runs[-1].seconds:.1f} s")
    result = SizeResult(rows, feed.stat().st_size, start.fresh, typical(runs), typical(bare_runs),
                        home.patents(), int(printed["counts"]["patents"]))  # fmt: skip
    feed.unlink()
    return result, home


def measure_added_month(scratch: Path, home: Home, rows: int, start: FixedStart) -> str:
    """Measures a month of 30,000 rows that arrives onto `rows` rows, beyond the start of a home in use."""
    home.receive(make_next_month(scratch, ADDED_ROWS, rows))
    before = home.patents()
    added = home.run("2013-10")
    grown = home.patents() - before
    beyond = added.seconds - start.used
    return (
        f"{ADDED_ROWS:,} rows added to {rows:,}: {added.seconds:.1f} s, fixed start of a home in use "
        f"{start.used:.1f} s (fresh {start.fresh:.1f} s), beyond it {judged(beyond, ADDED_TARGET, ' s')}; "
        f"{grown:,} more patents"
    )


def measure_query(scratch: Path, home: Home) -> str:
    """Measures the start of `query` against a bare Python that imports DuckDB, in turns."""
    pairs = [(home.query().seconds, start_python(scratch).seconds) for _ in range(QUERY_STARTS + 1)]
    del pairs[0]  # it warmed up
    ours, theirs = (median(times) for times in zip(*pairs, strict=True))
    return f"query start: {ours:.3f} s, bare {theirs:.3f} s, ratio {judged(ours / theirs, QUERY_TARGET, '')}"


def run_all(scratch: Path, sizes: list[int], repeat: int) -> None:
    """Measures everything and prints it; homes of all sizes but the largest are deleted at once."""
    start = fixed_start(scratch)
    say(f"fixed start: fresh home {start.fresh:.1f} s, home in use {start.used:.1f} s")
    results = []
    for rows in sizes:
        result, home = measure_size(scratch, rows, start, repeat)
        results.append(result)
        if rows != sizes[-1]:
            home.remove()
    query = measure_query(scratch, home)
    added = measure_added_month(scratch, home, sizes[-1], start)
    say("\n" + size_table(results, RATIO_TARGET, PEAK_TARGET))
    say(added)
    say(query)


def main() -> int:
    """Reads the options, measures, and returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default=SIZES, help=f"rows of the feeds (default {SIZES})")
    parser.add_argument("--repeat", type=int, default=1, help="turns per size; the median one is shown")
    parser.add_argument("--work", type=Path, help="where the scratch folder is made (default: the system's)")
    parser.add_argument("--keep", action="store_true", help="keep the scratch folder")
    chosen = parser.parse_args()
    sizes = sorted({int(size) for size in chosen.sizes.split(",")})
    say(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, Python {platform.python_version()}, "
        f"duckdb {duckdb.__version__}, polars {pl.__version__}, {IPSTATS}")  # fmt: skip
    try:
        with scratch_folder(chosen.work, sizes[-1], chosen.keep) as scratch:
            run_all(scratch, sizes, chosen.repeat)
    except CommandFailed as failure:
        sys.stderr.write(f"{failure}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
