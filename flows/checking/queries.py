"""How the first failing rows are asked for. Imports nothing of Great Expectations."""

from collections.abc import Sequence

# A message shows ten; one more tells that there are more, and only then are they counted.
MOST_SHOWN = 10


def together(statements: Sequence[str]) -> str:
    """One statement that asks several for their first rows, each with its place."""
    return "\nUNION ALL\n".join(
        f"(SELECT {place} AS place, message FROM ({sql}\n) LIMIT {MOST_SHOWN + 1})" for place, sql in enumerate(statements)
    )
