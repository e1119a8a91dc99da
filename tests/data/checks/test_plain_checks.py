"""What other tests ask without Great Expectations is what Great Expectations says."""

import shutil
from pathlib import Path

import duckdb

from flows.checking.validate import validate
from flows.home import data_folder
from flows.reference import load_reference
from tests.flows.plain_checks import plainly_validated


def test_plain_checks__say_what_great_expectations_says_of_a_broken_candidate(good: Path, tmp_path: Path) -> None:
    broken = Path(shutil.copyfile(good, tmp_path / "broken.duckdb"))
    with duckdb.connect(str(broken)) as connection:
        connection.execute("UPDATE monthly_counts SET applications = applications + 1")
        connection.execute("UPDATE quarantine SET row_number = 0")
    expectations = load_reference(data_folder()).expectations
    results = plainly_validated(broken, expectations).results
    assert results == validate(broken, expectations).results
    failed = {f"{one.suite}.{one.expectation}": one.failing_rows for one in results if not one.success}
    assert failed.keys() >= {"monthly_counts.counts_equal_events", "quarantine.values_of_row_number"}
    assert max(count or 0 for count in failed.values()) > 10
