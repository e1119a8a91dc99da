"""Runs the suites on a closed candidate file, in the process of checker.py; only there is Great Expectations imported."""

import logging
import os
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from expectations.expectation import Expectation
from flows.checking.queries import failing_places
from transforms.sql_select import fault

if TYPE_CHECKING:
    from great_expectations.core import ExpectationSuiteValidationResult

# Beside the rest of a run nothing else is open; a check that needs more spills to the work space.
_MEMORY_LIMIT = "1GB"


@dataclass(frozen=True)
class CheckResult:
    """What came of one expectation: `failing_rows` is None where it could not be asked, `examples` are the first ten."""

    suite: str
    expectation: str
    severity: str
    label_zh: str
    success: bool
    failing_rows: int | None
    examples: tuple[str, ...]

    @property
    def message(self) -> str:
        """One sentence without details of any row."""
        if self.success:
            return f"{self.label_zh}。"
        count = "无法核验" if self.failing_rows is None else f"{self.failing_rows}处不符"
        return f"{self.label_zh}:{count}。"

    @property
    def detail(self) -> str:
        """The sentence with the first failing rows, for the section's own eyes."""
        more = "……" if self.failing_rows and self.failing_rows > len(self.examples) else ""
        return f"{self.label_zh}({self.suite}.{self.expectation}):{''.join(self.examples)}{more}"


@dataclass(frozen=True)
class Validation:
    """Results of all suites, and what Great Expectations itself says of each suite (for the pages made at the end)."""

    results: tuple[CheckResult, ...]
    suites: tuple["ExpectationSuiteValidationResult", ...]


def validate(candidate: Path, expectations: Sequence[Expectation]) -> Validation:
    """Ask every expectation of the candidate, read-only, inside DuckDB; nothing is changed and no row leaves it."""
    data = _data_source(candidate)
    results: list[CheckResult] = []
    suites = []
    # One connection stays open meanwhile, so that the others find what is in memory already; the queries name their
    # tables themselves, so one batch serves them all.
    with data.get_engine().connect():
        asset = data.add_table_asset(name="candidate", table_name=expectations[0].suite)
        batch = asset.add_batch_definition_whole_table("all").get_batch()
        for suite, group in groupby(expectations, key=lambda one: one.suite):
            asked = list(group)
            suites.append(_run_suite(batch, suite, asked))
            found = {result.expectation_config.meta["name"]: result for result in suites[-1].results}
            results += [_result(one, found[one.name]) for one in asked]
    return Validation(tuple(results), tuple(suites))


def _data_source(candidate: Path) -> Any:
    os.environ.setdefault("GX_ANALYTICS_ENABLED", "false")
    import great_expectations

    from flows.checking import dialect

    # it would tell the person at the terminal of each temporary folder
    logging.getLogger("great_expectations.data_context.types.base").setLevel(logging.WARNING)
    context = great_expectations.get_context(mode="ephemeral")
    context.variables.progress_bars = {"globally": False}
    config = {"memory_limit": _MEMORY_LIMIT, "temp_directory": str(candidate.parent / "spill")}
    return context.data_sources.add_sql(
        name="candidate",
        connection_string=f"{dialect.NAME}:///{candidate}",
        create_temp_table=False,
        kwargs={"connect_args": {"read_only": True, "config": config}},
    )


def _run_suite(batch: Any, table: str, expectations: Sequence[Expectation]) -> "ExpectationSuiteValidationResult":
    from great_expectations import ExpectationSuite

    from flows.checking.failing_rows import NoFailingRows, NoFailingRowsTogether, as_template

    light = [one for one in expectations if one.is_light]
    query = as_template(failing_places(light))

    def asked_as(one: Expectation) -> NoFailingRows:
        """As Great Expectations knows it: the light ones of a table answered by one query."""
        said = {"severity": one.severity, "notes": one.label_zh, "meta": {"name": one.name}}
        if one not in light:
            return NoFailingRows(unexpected_rows_query=as_template(one.sql), **said)
        place = light.index(one)
        return NoFailingRowsTogether(unexpected_rows_query=as_template(one.sql), together_query=query, place=place, **said)

    asked = [asked_as(one) for one in expectations]
    result: ExpectationSuiteValidationResult = batch.validate(
        ExpectationSuite(name=table, expectations=asked), result_format="COMPLETE"
    )
    return result


def _result(expectation: Expectation, result: Any) -> CheckResult:
    examples = tuple(result.result.get("partial_unexpected_list", []))
    failure = next(iter(_failures(result.exception_info)), None)
    return CheckResult(
        suite=expectation.suite,
        expectation=expectation.name,
        severity="critical" if failure else expectation.severity,
        label_zh=expectation.label_zh,
        success=bool(result.success),
        failing_rows=None if failure else int(result.result["observed_value"]),
        examples=(f"{expectation.file}:无法执行:{fault(failure)}",) if failure else examples,
    )


def _failures(info: Any) -> list[str]:
    """What was raised while an expectation was asked; the information is nested where several metrics failed."""
    if not isinstance(info, dict):
        return []
    if "raised_exception" in info:
        return [str(info["exception_message"])] if info["raised_exception"] else []
    return [message for part in info.values() for message in _failures(part)]
