"""When a file of which nobody wrote the day of receipt is supposed to have come, where several months are made up for."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import polars as pl

from flows import archive
from flows.collect import Incoming, collect, read_sidecar
from flows.home import Home
from flows.months import usual_day
from flows.publishing.export import file_sha256
from flows.reference import Reference
from flows.take_in import RecognisedFile, clean_batches, recognise_file
from transforms.errors import Held


def supposed_days(home: Home, days: Mapping[str, date], reference: Reference) -> list[tuple[Incoming, date]]:
    """A day for each new file of the inbox whose sidecar states none; `days` says for every month when it is published.

    A month's list comes in time for its month. What belongs to no month comes on the first of the days that is not
    before its newest date; what cannot be read, on the first. A list of a month after the last one is left for a later run.
    """
    items = [item for item in collect(home, max(days.values())) if _is_undated(item, home)]
    return [(item, _day(item, home, days, reference)) for item in items]


def _is_undated(item: Incoming, home: Home) -> bool:
    """Whether the file is new and says nothing of its arrival; one that is out of reach is told of when its turn comes."""
    try:
        said = read_sidecar(item)
        is_stated = said is not None and said.received_on is not None
        return not (item.problem or is_stated or archive.content(home.archive, file_sha256(item.path)).exists())
    except (Held, OSError):
        return False


def _day(item: Incoming, home: Home, days: Mapping[str, date], reference: Reference) -> date:
    first = min(days.values())
    try:
        file = recognise_file(item, item.path, reference, home.work)
        month = file.plan.feed_month
        if month is None:
            newest = _newest_date(file, reference, home.work, max(days.values()))
            return min(day for day in days.values() if day >= newest)
    except (Held, OSError):
        return first
    return days.get(month) or max(first, usual_day(month))


def _newest_date(file: RecognisedFile, reference: Reference, work: Path, last: date) -> date:
    """The newest date in the file's rows that is no later than `last`: what lies beyond is a mistake, whenever it came."""
    newest = date.min
    for batch in clean_batches(file, reference, work):
        for column in batch.rows.select(pl.col(pl.Date)).iter_columns():
            found = column.filter(column <= last).max()
            newest = max(newest, found if isinstance(found, date) else newest)
    return newest
