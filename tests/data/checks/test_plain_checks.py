"""What other tests ask without Great Expectations is what Great Expectations says."""

import shutil
from dataclasses import replace
from pathlib import Path

import duckdb

from flows.checking.queries import MOST_SHOWN
from flows.checking.validate import CheckResult, validate
from flows.home import data_folder
from flows.reference import load_reference
from tests.flows.plain_checks import plainly_validated


def comparable(result: CheckResult) -> CheckResult:
    """Which ten of more are shown is DuckDB's choice, and so is their order."""
    is_all = (result.failing_rows or 0) <= MOST_SHOWN
    return replace(result, examples=tuple(sorted(result.examples)) if is_all else ())


def test_plain_checks__say_what_great_expectations_says_of_a_broken_candidate(good: Path, tmp_path: Path) -> None:
    broken = Path(shutil.copyfile(good, tmp_path / "broken.duckdb"))
    with duckdb.connect(str(broken)) as connection:
        connection.execute("UPDATE monthly_counts SET applications = applications + 1")
        connection.execute("UPDATE quarantine SET row_number = 0")
    expectations = load_reference(data_folder()).expectations
    results = plainly_validated(broken, expectations)
    assert [*map(comparable, results)] == [*map(comparable, validate(broken, expectations).results)]
    failed = {f"{one.suite}.{one.expectation}": one.failing_rows for one in results if not one.success}
    assert failed.keys() >= {"monthly_counts.counts_equal_events", "quarantine.values_of_row_number"}
    assert max(count or 0 for count in failed.values()) > 10
