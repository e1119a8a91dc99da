"""Which months a schedule owes: due while the machine was off and not yet published."""

from collections.abc import Sequence
from datetime import datetime

from flows.months import last_complete_month, months_between

MOST_MONTHS = 12


def missed_months(published: Sequence[str], due_at: datetime) -> list[str]:
    """The months after the latest published one up to the one due at `due_at`, in order.

    None where nothing was ever published (the first run is a person's decision), nor where more than a year is
    missing: such a home rests, or its clock is wrong, and `ipstats backfill` is the way.
    """
    if not published:
        return []
    due, latest = last_complete_month(due_at.date()), max(published)
    if latest >= due:
        return []
    missed = months_between(latest, due)[1:]
    return missed if len(missed) <= MOST_MONTHS else []
