"""What Great Expectations asks of the database: the first failing rows of a query, or of several at once.

A query costs milliseconds even on tables of nothing, and most expectations are conditions on one column: those of a
suite are asked in one query.
"""

from collections.abc import Sequence
from typing import Any, ClassVar

from great_expectations.execution_engine import SqlAlchemyExecutionEngine
from great_expectations.expectations.metrics import QueryTable
from great_expectations.expectations.metrics.metric_provider import metric_value
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

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
    """The first failing rows of several queries, by their places; None where they cannot be asked together."""

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


def first_rows(execution_engine: Any, query: str) -> dict[str, Any]:
    """The first failing rows of a query and how many there are."""
    rows = execution_engine.execute_query(text(f"SELECT message FROM ({query}\n) LIMIT {MOST_SHOWN + 1}")).fetchall()
    return counted(execution_engine, query, [str(row[0]) for row in rows])


def counted(execution_engine: Any, query: str, messages: Sequence[str]) -> dict[str, Any]:
    """The first messages and how many there are: counted only where there are more than are shown."""
    count = len(messages)
    if count > MOST_SHOWN:
        count = execution_engine.execute_query(text(f"SELECT count(*) FROM ({query}\n)")).fetchall()[0][0]
    return {"count": count, "messages": list(messages[:MOST_SHOWN])}
