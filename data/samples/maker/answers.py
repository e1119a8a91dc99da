"""The file of right answers: releases, history, files and what was planted in them."""

from __future__ import annotations

from collections import Counter
from typing import Any

from maker.deliveries import Inbox
from maker.official_truth import official_truth
from maker.truth import RELEASES, TYPES, fates, history, release_truth
from maker.world import Delivery

ABOUT = (
    "示例数据. Right answers to data/samples/inbox, told by the program that made it from its own intent. "
    "Rows are those below the header, the total and signature rows among them; blank rows are not."
)


def documents(delivery: Delivery) -> dict[str, Any]:
    """Return the documents of a public source in territory, and how many lie elsewhere (CN documents)."""
    events = [row.event for row in delivery.rows if row.event is not None]
    ours = [event for event in events if event.unit is not None]
    grants = Counter(event.patent_type for event in ours if event.event == "grant")
    return {
        "publications_in_territory": sum(event.event == "publication" for event in ours),
        "grants_in_territory_by_type": {name: grants[name] for name in TYPES if grants[name]},
        "out_of_territory": len(events) - len(ours),
    }


def file_truth(delivery: Delivery) -> dict[str, Any]:
    """Return what becomes of one file."""
    answer: dict[str, Any] = {
        "sort": delivery.sort,
        "month": delivery.month,
        "received_on": delivery.received_on.isoformat(),
        "state": "held" if delivery.held else "accepted",
    }
    if delivery.sort == "enterprise_list":
        # Whether a line of an earlier full list is accepted again or repeated is left to the pipeline.
        answer |= {
            "accepted_or_repeated": len(delivery.rows),
            "quarantined": 0,
            "out_of_scope": 0,
            "blank": 0,
        }
        answer["rows"] = len(delivery.rows)
    elif delivery.sort == "subsidies":
        answer["rows"] = len(delivery.rows)
    else:
        answer["if_released" if delivery.held else "fates"] = fates(delivery)
        answer["planted"] = dict(sorted(Counter(row.case for row in delivery.rows if row.case).items()))
    if delivery.sort in ("gazette", "incopat"):
        answer["documents"] = documents(delivery)
    if delivery.withdraws:
        answer["replaces"] = delivery.withdraws
    if delivery.note:
        answer["note"] = delivery.note
    return answer


def answers(inbox: Inbox) -> dict[str, Any]:
    """Return the whole file of answers."""
    amendment = inbox.amendment
    return {
        "about": ABOUT,
        "months": {release: release_truth(inbox, release) for release in RELEASES},
        "history_as_known_in_2013-09": history(inbox),
        "replacement_of_2013-04": {
            "applications_taken_out": list(amendment.removed),
            "application_moved": amendment.moved,
            "from_unit": amendment.unit_before,
            "to_unit": amendment.unit_after,
        },
        "official": official_truth(inbox.deliveries),
        "files": {delivery.file_name: file_truth(delivery) for delivery in inbox.deliveries},
    }
