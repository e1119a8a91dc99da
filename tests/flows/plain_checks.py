"""The release checks asked of DuckDB directly, for tests about something else: the same SQL, verdicts and messages."""

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

import duckdb

from expectations.expectation import Expectation
from flows.checking.queries import MOST_SHOWN, together
from flows.checking.validate import CheckResult, Validation


def plainly_validated(candidate: Path, expectations: Sequence[Expectation]) -> Validation:
    """What flows.checking.validate.validate says, without Great Expectations around it and without its pages."""
    results: list[CheckResult] = []
    with duckdb.connect(str(candidate), read_only=True) as connection:
        for _, group in groupby(expectations, key=lambda one: one.suite):
            asked = list(group)
            rows = connection.execute(together([one.sql for one in asked])).fetchall()
            for place, one in enumerate(asked):
                messages = tuple(str(message) for found, message in rows if found == place)
                results.append(_result(connection, one, messages))
    return Validation(tuple(results), ())


def _result(connection: duckdb.DuckDBPyConnection, one: Expectation, messages: tuple[str, ...]) -> CheckResult:
    count = len(messages)
    if count > MOST_SHOWN:
        ((count,),) = connection.execute(f"SELECT count(*) FROM ({one.sql}\n)").fetchall()
    return CheckResult(one.suite, one.name, one.severity, one.label_zh, not count, count, messages[:MOST_SHOWN])
