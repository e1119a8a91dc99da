"""What the office's own sheets say, as known when the files of a month had come."""

from __future__ import annotations

from collections.abc import Iterable

from maker.calendar_days import feed_day
from maker.world import Delivery, Event

Reported = tuple[str, Event]  # the feed month and the event


def known_events(deliveries: Iterable[Delivery], release: str) -> list[Reported]:
    """Return the events of the office's sheets that count in a release, each with the month of its sheet.

    Known when the files of that month had come, not withdrawn by a corrected sheet, up to the month's end.
    """
    arrived = [
        item
        for item in deliveries
        if item.received_on <= feed_day(release) and item.sort in ("application_sheet", "grant_sheet")
    ]
    withdrawn = {item.withdraws for item in arrived}
    return [
        (item.month or "", row.event)
        for item in arrived
        if item.file_name not in withdrawn
        for row in item.rows
        if row.event is not None and row.event.month <= release
    ]
