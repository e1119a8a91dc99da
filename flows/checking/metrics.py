"""What Great Expectations asks of the database: the first failing rows of a query, or of several at once.

A query costs milliseconds even on tables of nothing, and most expectations are conditions on one column: those of a
suite are asked in one query.
"""

from typing import Any, ClassVar

from great_expectations.execution_engine import SqlAlchemyExecutionEngine
from great_expectations.expectations.metrics import QueryTable
from great_expectations.expectations.metrics.metric_provider import metric_value
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from flows.checking import queries
from flows.checking.queries import MOST_SHOWN

SAMPLE = "failing_rows.sample"
TOGETHER = "failing_rows.together"


class FailingRowsSample(QueryTable):
    """The first failing rows and how many there are, in one pass where few or none fail."""

    metric_name = SAMPLE
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
        return first_rows(execution_engine, metric_value_kwargs["unexpected_rows_query"].format(batch=""))


class FailingRowsTogether(QueryTable):
    """The places of those that fail among several expectations; None where they cannot be asked together."""

    metric_name = TOGETHER
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
    ) -> set[int] | None:
        query = metric_value_kwargs["together_query"].format(batch="")
        try:
            return {place for (place,) in execution_engine.execute_query(text(query)).fetchall()}
        except SQLAlchemyError:
            return None  # what is wrong is said by the one query that is


def first_rows(execution_engine: Any, query: str) -> dict[str, Any]:
    """The first failing rows of a query and how many there are: counted only where there are more than are shown."""
    messages = [str(row[0]) for row in execution_engine.execute_query(text(queries.first_rows(query))).fetchall()]
    count = len(messages)
    if count > MOST_SHOWN:
        count = execution_engine.execute_query(text(f"SELECT count(*) FROM ({query}\n)")).fetchall()[0][0]
    return {"count": count, "messages": messages[:MOST_SHOWN]}
