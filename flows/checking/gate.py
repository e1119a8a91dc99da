"""The gate: a candidate passes, passes with warnings, or is not published."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import polars as pl

from flows.candidate.build import open_candidate
from flows.checking.checker import validate
from flows.checking.facts import provide_facts
from flows.checking.validate import CheckResult
from flows.home import Home
from flows.publishing.repair import complete_releases, latest
from flows.reference import Reference
from transforms.errors import Refused

_RESULTS = """
INSERT INTO main.checks BY NAME
SELECT suite, expectation, severity, success, observed, failing_rows, message, examples FROM check_rows
"""


class NotPublished(Refused):
    """Critical checks failed: nothing is published; `failed` are their results, `labels` name them without details."""

    def __init__(self, failed: Sequence[CheckResult], standing: str | None) -> None:
        self.failed = tuple(failed)
        self.labels = tuple(one.label_zh for one in failed)
        self.standing = standing
        release = f"现行发布版仍为 {standing}。" if standing else "还没有发布过。"
        super().__init__(f"数据核验未通过,没有发布;{release}\n" + "\n".join(_paragraph(one) for one in failed))


def check_candidate(
    home: Home,
    file: Path,
    month: str,
    as_of: date,
    reference: Reference,
    meanwhile: Callable[[], None] = lambda: None,
) -> tuple[CheckResult, ...]:
    """Ask everything that must hold of the candidate and write the answers to its table `checks`.

    Another process is asked, and `meanwhile` may read the candidate here. Raises NotPublished where a critical check
    fails, with up to ten failing rows each.
    """
    provide_facts(home, file, month, as_of, reference)
    with ThreadPoolExecutor(1) as beside:
        asked = beside.submit(validate, home, month, as_of, file, reference.expectations)
        meanwhile()
    results = asked.result()
    failed = [one for one in results if not one.success and one.severity == "critical"]
    if failed:
        standing = latest(complete_releases(home.published))
        raise NotPublished(failed, standing.release_id if standing else None)
    _write(home, file, results)
    return results


def _write(home: Home, file: Path, results: Sequence[CheckResult]) -> None:
    rows = pl.DataFrame(
        [
            {
                "suite": one.suite,
                "expectation": one.expectation,
                "severity": one.severity,
                "success": one.success,
                "observed": f"{one.failing_rows}行不符" if one.failing_rows else None,
                "failing_rows": one.failing_rows,
                "message": one.message,
                "examples": "\n".join(one.examples) or None,
            }
            for one in results
        ],
        schema_overrides={"failing_rows": pl.Int64, "observed": pl.String, "examples": pl.String},
    )
    with open_candidate(home, file) as connection:
        connection.execute("DELETE FROM main.checks")
        connection.register("check_rows", rows)
        connection.execute(_RESULTS)
        connection.execute("CHECKPOINT candidate")


def _paragraph(result: CheckResult) -> str:
    """One failed check with its failing rows."""
    lines = [f"  {result.suite}.{result.expectation} {result.message}", *(f"    {row}" for row in result.examples)]
    if result.failing_rows and result.failing_rows > len(result.examples):
        lines.append(f"    ……共{result.failing_rows}处")
    return "\n".join(lines)
