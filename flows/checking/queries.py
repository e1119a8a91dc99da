"""How failing rows are asked for. Imports nothing of Great Expectations."""

from collections.abc import Sequence

from expectations.expectation import Expectation
from transforms.quoting import quote_identifier

# A message shows ten; one more tells that there are more, and only then are they counted.
MOST_SHOWN = 10


def failing_places(asked: Sequence[Expectation]) -> str:
    """One statement that asks several expectations of a suite at once; it returns the places of those that fail."""
    queries = [
        f"(SELECT {place} AS place FROM ({one.sql}\n) LIMIT 1)" for place, one in enumerate(asked) if one.condition is None
    ]
    conditions = {place: one.condition for place, one in enumerate(asked) if one.condition is not None}
    if conditions:
        (suite,) = {one.suite for one in asked}
        counts = ", ".join(f"count_if({condition})" for condition in conditions.values())
        by_place = f"SELECT unnest({list(conditions)}) AS place, unnest([{counts}]) AS failing"
        queries.append(f"(SELECT place FROM ({by_place}\n    FROM main.{quote_identifier(suite)}) WHERE failing > 0)")
    return "\nUNION ALL\n".join(queries)


def first_rows(sql: str) -> str:
    """One statement for the messages of a query's first rows, one more than is shown."""
    return f"SELECT message FROM ({sql}\n) LIMIT {MOST_SHOWN + 1}"
