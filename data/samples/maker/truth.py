"""The right answers, told from what the generator intended and never read back from the files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from maker.deliveries import Inbox
from maker.enterprise_lists import new_enterprises
from maker.known import known_events
from maker.places import UNIT_WEIGHTS
from maker.plan import month_plans
from maker.world import FATES, Delivery

RELEASES = tuple(f"2013-{month:02}" for month in range(1, 10))
TYPES = ("invention", "utility_model", "design")


def fates(delivery: Delivery) -> dict[str, int]:
    """Return the rows of a delivery by fate, the blank ones and their sum (blank rows are not in `rows`)."""
    counted = Counter(row.fate for row in delivery.rows)
    return {fate: counted[fate] for fate in FATES} | {
        "blank": delivery.blank_rows,
        "rows": len(delivery.rows),
    }


def _by(values: Iterable[str], order: Iterable[str]) -> dict[str, int]:
    counted = Counter(values)
    return {name: counted[name] for name in order if counted[name]}


def _file_of(inbox: Inbox, sort: str, month: str) -> Delivery:
    return next(item for item in inbox.deliveries if item.sort == sort and item.month == month)


def release_truth(inbox: Inbox, release: str) -> dict[str, Any]:
    """Return the answers of one release; names and shapes are those of the office's own small sample feed."""
    year = release[:4]
    known = known_events(inbox.deliveries, release)
    ours = [(sent, event) for sent, event in known if event.unit is not None]
    applied = [event for _, event in ours if event.event == "application" and event.month[:4] == year]
    granted = [event for _, event in ours if event.event == "grant" and event.month[:4] == year]
    sent = [event for month, event in ours if event.event == "application" and month[:4] == year]
    inventions = sum(event.patent_type == "invention" for event in applied)
    new, provincial = new_enterprises(release)
    kinds = ("企业", "大专院校", "科研单位", "机关团体", "个人", "未分类")
    return {
        "application_file": fates(_file_of(inbox, "application_sheet", release)),
        "grant_file": fates(_file_of(inbox, "grant_sheet", release)),
        "out_of_territory": sum(month == release and event.unit is None for month, event in known),
        "patent_applications": len(applied),
        "inventions": inventions,
        "invention_share": inventions / len(applied),
        "share_is_met": 10 * inventions >= len(applied),
        "applications_by_reported_month": len(sent),
        "inventions_by_reported_month": sum(event.patent_type == "invention" for event in sent),
        "patent_grants": len(granted),
        "new_demonstration_enterprises": new,
        "new_provincial_demonstration_enterprises": provincial,
        "ytd_applications_by_unit": _by((event.unit or "" for event in applied), UNIT_WEIGHTS),
        "ytd_applications_by_kind": _by((event.kind for event in applied), kinds),
        "ytd_applications_by_type": _by((event.patent_type for event in applied), TYPES),
        "ytd_grants_by_type": _by((event.patent_type for event in granted), TYPES),
        "ytd_grants_by_unit": _by((event.unit or "" for event in granted), UNIT_WEIGHTS),
        "applications_of_month_as_now_known": sum(event.month == release for event in applied),
    }


def history(inbox: Inbox) -> dict[str, dict[str, int]]:
    """Return every month since 2010 as known in the last release: what a season is measured on."""
    ours = [event for _, event in known_events(inbox.deliveries, RELEASES[-1]) if event.unit is not None]
    applied = Counter(event.month for event in ours if event.event == "application")
    inventions = Counter(
        event.month for event in ours if event.event == "application" and event.patent_type == "invention"
    )
    granted = Counter(event.month for event in ours if event.event == "grant")
    return {
        plan.month: {
            "applications": applied[plan.month],
            "inventions": inventions[plan.month],
            "grants": granted[plan.month],
        }
        for plan in month_plans()
    }
