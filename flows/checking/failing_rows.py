"""The one kind of expectation we ask: no row of a query. Imports Great Expectations, so only the gate imports this."""

from typing import Any, ClassVar

from great_expectations.compatibility.pydantic import PrivateAttr
from great_expectations.expectations.core import UnexpectedRowsExpectation
from great_expectations.expectations.expectation import render_suite_parameter_string
from great_expectations.expectations.expectation_configuration import ExpectationConfiguration
from great_expectations.render import (
    LegacyDiagnosticRendererType,
    LegacyRendererType,
    RenderedStringTemplateContent,
    RenderedTableContent,
)
from great_expectations.render.renderer.renderer import renderer

from flows.checking.metrics import SAMPLE, TOGETHER, first_rows

# A query is expected to name the batch; ours name their tables.
_BATCH = "/* {batch} */ "


class NoFailingRows(UnexpectedRowsExpectation):
    """Passes where the query returns no row; the result carries the first ten and their number."""

    metric_dependencies: ClassVar[tuple[str, ...]] = (SAMPLE,)
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
        return _verdict(metrics[SAMPLE])

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

    metric_dependencies: ClassVar[tuple[str, ...]] = (TOGETHER,)
    success_keys: ClassVar[tuple[str, ...]] = ("unexpected_rows_query", "together_query")
    together_query: str
    place: int

    def _validate(
        self, metrics: dict[str, Any], runtime_configuration: Any = None, execution_engine: Any = None
    ) -> dict[str, Any]:
        failing = metrics[TOGETHER]
        if failing is not None and self.place not in failing:
            return _verdict({"count": 0, "messages": []})
        return _verdict(first_rows(execution_engine, self.unexpected_rows_query.format(batch="")))


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
