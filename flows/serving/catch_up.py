"""Which months a schedule owes: due while the machine was off and not yet done."""

from collections.abc import Sequence
from datetime import datetime

from flows.months import last_complete_month, months_between
from flows.publishing.release import Release

MOST_MONTHS = 12


def missed_months(releases: Sequence[Release], due_at: datetime, *, has_run: bool) -> list[str]:
    """The months after the latest published one up to the one due at `due_at`, in order.

    The month due is owed also where it was published before it was due: what came in between is not in it. A release
    made since, or a run of it (`has_run`) that found the same numbers, has done it.

    None where nothing was ever published (the first run is a person's decision), nor where more than a year is
    missing: such a home rests, or its clock is wrong, and `ipstats backfill` is the way.
    """
    if not releases:
        return []
    due, latest = last_complete_month(due_at.date()), max(release.month for release in releases)
    if latest >= due:
        return [] if has_run or _published_since(releases, due, due_at) else [due]
    missed = months_between(latest, due)[1:]
    return missed if len(missed) <= MOST_MONTHS else []


def _published_since(releases: Sequence[Release], month: str, moment: datetime) -> bool:
    """Whether a release of the month, or of a later one, was made at the moment or after it."""
    # the office's clock without zone, as releases have it
    return any(release.month >= month and release.published_at >= moment.replace(tzinfo=None) for release in releases)
