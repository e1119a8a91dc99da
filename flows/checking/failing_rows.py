"""The one kind of expectation we ask: no row of a query. Imports Great Expectations, so only the gate imports this.

A query costs milliseconds even on tables of nothing, and most expectations are conditions on one column. Those of a
suite are asked in one query, each still an expectation of its own with its own rows.
"""

from collections.abc import Sequence
from typing import Any, ClassVar

from great_expectations.compatibility.pydantic import PrivateAttr
from great_expectations.execution_engine import SqlAlchemyExecutionEngine
from great_expectations.expectations.core import UnexpectedRowsExpectation
from great_expectations.expectations.expectation import render_suite_parameter_string
from great_expectations.expectations.expectation_configuration import ExpectationConfiguration
from great_expectations.expectations.metrics import QueryTable
from great_expectations.expectations.metrics.metric_provider import metric_value
from great_expectations.render import (
    LegacyDiagnosticRendererType,
    LegacyRendererType,
    RenderedStringTemplateContent,
    RenderedTableContent,
)
from great_expectations.render.renderer.renderer import renderer
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

# A message shows ten; one more tells that there are more, and only then are they counted.
MOST_SHOWN = 10
_METRIC = "failing_rows.sample"
_TOGETHER = "failing_rows.together"
# A query is expected to name the batch; ours name their tables.
_BATCH = "/* {batch} */ "


class FailingRowsSample(QueryTable):
    """The first failing rows and how many there are, in one pass where few or none fail."""

    metric_name = _METRIC
    value_keys = ("unexpected_rows_query",)
    query_param_name: ClassVar[str] = "unexpected_rows_query"

    @metric_value(engine=SqlAlchemyExecutionEngine)
    def _sqlalchemy(
        cls,  # noqa: N805 - the decorator makes it a class method
        execution_engine: SqlAlchemyExecutionEngine,
        metric_domain_kwargs: dict[str, Any],
        metric_value_kwargs: dict[str, Any],
        metrics: dict[str, Any],
        runtime_configuration: dict[str, Any],
    ) -> dict[str, Any]:
        query = metric_value_kwargs["unexpected_rows_query"].format(batch="")
        rows = execution_engine.execute_query(text(f"SELECT message FROM ({query}\n) LIMIT {MOST_SHOWN + 1}")).fetchall()
        return _found(execution_engine, query, [str(row[0]) for row in rows])


class FailingRowsTogether(QueryTable):
    """The first failing rows of several queries, by their places; None where they cannot be asked together."""

    metric_name = _TOGETHER
    value_keys = ("together_query",)
    query_param_name: ClassVar[str] = "together_query"

    @metric_value(engine=SqlAlchemyExecutionEngine)
    def _sqlalchemy(
        cls,  # noqa: N805 - the decorator makes it a class method
        execution_engine: SqlAlchemyExecutionEngine,
        metric_domain_kwargs: dict[str, Any],
        metric_value_kwargs: dict[str, Any],
        metrics: dict[str, Any],
        runtime_configuration: dict[str, Any],
    ) -> dict[int, list[str]] | None:
        query = metric_value_kwargs["together_query"].format(batch="")
        try:
            rows = execution_engine.execute_query(text(query)).fetchall()
        except SQLAlchemyError:
            return None  # what is wrong is said by the one query that is
        found: dict[int, list[str]] = {}
        for place, message in rows:
            found.setdefault(place, []).append(str(message))
        return found


class NoFailingRows(UnexpectedRowsExpectation):
    """Passes where the query returns no row; the result carries the first ten and their number."""

    metric_dependencies: ClassVar[tuple[str, ...]] = (_METRIC,)
    _made: ExpectationConfiguration | None = PrivateAttr(None)

    @property
    def configuration(self) -> ExpectationConfiguration:
        """The same each time: Great Expectations asks for it dozens of times and would make it anew."""
        if self._made is None or self._made.kwargs.get("batch_id") != self.batch_id or self._made.id != self.id:
            self._made = super().configuration
        return self._made

    def _validate(
        self, metrics: dict[str, Any], runtime_configuration: Any = None, execution_engine: Any = None
    ) -> dict[str, Any]:
        return _verdict(metrics[_METRIC])

    @classmethod
    @renderer(renderer_type=LegacyRendererType.PRESCRIPTIVE)
    @render_suite_parameter_string
    def _prescriptive_renderer(cls, configuration: Any = None, **_: Any) -> list[RenderedStringTemplateContent]:
        """On its page an expectation says in Chinese what must hold, then how it was asked."""
        said = {"label": configuration.notes, "name": configuration.meta["name"], "sql": _plain(configuration.kwargs)}
        lines = ("$label($name)", "$sql")
        return [
            RenderedStringTemplateContent(
                content_block_type="string_template", string_template={"template": line, "params": said}
            )
            for line in lines
        ]

    @classmethod
    @renderer(renderer_type=LegacyDiagnosticRendererType.UNEXPECTED_TABLE)
    def _diagnostic_unexpected_table_renderer(cls, result: Any = None, **_: Any) -> list[RenderedTableContent]:
        """The sentences about the first failing rows."""
        messages = result.result.get("partial_unexpected_list") if result else None
        if not messages:
            return []
        rows = [[message] for message in messages]
        return [RenderedTableContent(content_block_type="table", table=rows, header_row=["不符的行"])]


class NoFailingRowsTogether(NoFailingRows):
    """The same, asked with others in one query: this one is at `place` of `together_query`."""

    metric_dependencies: ClassVar[tuple[str, ...]] = (_TOGETHER,)
    success_keys: ClassVar[tuple[str, ...]] = ("unexpected_rows_query", "together_query")
    together_query: str
    place: int

    def _validate(
        self, metrics: dict[str, Any], runtime_configuration: Any = None, execution_engine: Any = None
    ) -> dict[str, Any]:
        query = self.unexpected_rows_query.format(batch="")
        found = metrics[_TOGETHER]
        if found is None:
            rows = execution_engine.execute_query(text(f"SELECT message FROM ({query}\n) LIMIT {MOST_SHOWN + 1}")).fetchall()
            return _verdict(_found(execution_engine, query, [str(row[0]) for row in rows]))
        return _verdict(_found(execution_engine, query, found.get(self.place, [])))


def together(statements: Sequence[str]) -> str:
    """One statement that asks several for their first rows, each with its place."""
    return "\nUNION ALL\n".join(
        f"(SELECT {place} AS place, message FROM ({sql}\n) LIMIT {MOST_SHOWN + 1})" for place, sql in enumerate(statements)
    )


def _found(execution_engine: Any, query: str, messages: Sequence[str]) -> dict[str, Any]:
    """The first messages and how many there are: counted only where there are more than are shown."""
    count = len(messages)
    if count > MOST_SHOWN:
        count = execution_engine.execute_query(text(f"SELECT count(*) FROM ({query}\n)")).fetchall()[0][0]
    return {"count": count, "messages": list(messages[:MOST_SHOWN])}


def _verdict(found: dict[str, Any]) -> dict[str, Any]:
    return {
        "success": found["count"] == 0,
        "result": {"observed_value": found["count"], "partial_unexpected_list": found["messages"]},
    }


def _plain(kwargs: dict[str, Any]) -> str:
    query: str = kwargs["unexpected_rows_query"]
    return query.removeprefix(_BATCH).replace("{{", "{").replace("}}", "}").replace(r"\:", ":")


def as_template(sql: str) -> str:
    """SQL as Great Expectations and SQLAlchemy take it: braces and colons are theirs, a batch must be named."""
    return _BATCH + sql.replace("{", "{{").replace("}", "}}").replace(":", r"\:")
