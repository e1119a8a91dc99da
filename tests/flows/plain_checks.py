"""The release checks asked of DuckDB directly, for tests about something else: the same SQL, verdicts and messages."""

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

import duckdb

from expectations.expectation import Expectation
from flows.checking.queries import MOST_SHOWN, failing_places, first_rows
from flows.checking.validate import CheckResult


def plainly_validated(candidate: Path, expectations: Sequence[Expectation]) -> tuple[CheckResult, ...]:
    """What flows.checking.validate.validate says, without Great Expectations around it and without its pages."""
    results: list[CheckResult] = []
    with duckdb.connect(str(candidate), read_only=True) as connection:
        for _, group in groupby(expectations, key=lambda one: one.suite):
            asked = list(group)
            failing = {place for (place,) in connection.execute(failing_places(asked)).fetchall()}
            results += [_result(connection, one, is_failing=place in failing) for place, one in enumerate(asked)]
    return tuple(results)


def _result(connection: duckdb.DuckDBPyConnection, one: Expectation, *, is_failing: bool) -> CheckResult:
    rows = connection.execute(first_rows(one.sql)).fetchall() if is_failing else []
    messages, count = tuple(str(message) for (message,) in rows), len(rows)
    if count > MOST_SHOWN:
        ((count,),) = connection.execute(f"SELECT count(*) FROM ({one.sql}\n)").fetchall()
    return CheckResult(one.suite, one.name, one.severity, one.label_zh, not count, count, messages[:MOST_SHOWN])
