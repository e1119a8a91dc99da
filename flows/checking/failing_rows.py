"""The one kind of expectation we ask: no row of a query. Imports Great Expectations, so only the gate imports this."""

from typing import Any, ClassVar

from great_expectations.execution_engine import SqlAlchemyExecutionEngine
from great_expectations.expectations.core import UnexpectedRowsExpectation
from great_expectations.expectations.expectation import render_suite_parameter_string
from great_expectations.expectations.metrics import QueryTable
from great_expectations.expectations.metrics.metric_provider import metric_value
from great_expectations.render import LegacyRendererType, RenderedStringTemplateContent
from great_expectations.render.renderer.renderer import renderer
from sqlalchemy import text

# A message shows ten; one more tells that there are more, and only then are they counted.
MOST_SHOWN = 10
_METRIC = "failing_rows.sample"
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
        rows = execution_engine.execute_query(text(f"SELECT * FROM ({query}\n) LIMIT {MOST_SHOWN + 1}")).fetchall()
        count = len(rows)
        if count > MOST_SHOWN:
            count = execution_engine.execute_query(text(f"SELECT count(*) FROM ({query}\n)")).fetchall()[0][0]
        return {"count": count, "rows": [dict(row._mapping) for row in rows[:MOST_SHOWN]]}


class NoFailingRows(UnexpectedRowsExpectation):
    """Passes where the query returns no row; the result carries the first ten and their number."""

    metric_dependencies: ClassVar[tuple[str, ...]] = (_METRIC,)

    def _validate(
        self, metrics: dict[str, Any], runtime_configuration: Any = None, execution_engine: Any = None
    ) -> dict[str, Any]:
        found = metrics[_METRIC]
        return {
            "success": found["count"] == 0,
            "result": {"observed_value": found["count"], "details": {"unexpected_rows": found["rows"]}},
        }

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


def _plain(kwargs: dict[str, Any]) -> str:
    query: str = kwargs["unexpected_rows_query"]
    return query.removeprefix(_BATCH).replace("{{", "{").replace("}}", "}").replace(r"\:", ":")


def as_template(sql: str) -> str:
    """SQL as Great Expectations and SQLAlchemy take it: braces and colons are theirs, a batch must be named."""
    return _BATCH + sql.replace("{", "{{").replace("}", "}}").replace(":", r"\:")
