"""What the published tables say of us, and why it differs from our own counts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from maker.known import known_events
from maker.official_tables import BULLETIN_MONTH, MONTHS, UNEXPLAINED, our_year_to_date
from maker.world import Delivery


def official_truth(deliveries: Sequence[Delivery]) -> dict[str, Any]:
    """Return the year to date as published, the difference that late rows explain and the one that nothing does."""
    first = MONTHS[0]
    late = sorted(
        event.identity
        for sent, event in known_events(deliveries, first)
        if sent == first and event.event == "application" and event.unit and event.month < first
    )
    month, _, by_type = UNEXPLAINED
    return {
        "year_to_date": {
            month: {
                "applications": sum(our_year_to_date(deliveries, "application", month)),
                "inventions": our_year_to_date(deliveries, "application", month)[0],
                "grants": sum(our_year_to_date(deliveries, "grant", month)),
            }
            for month in MONTHS
        },
        "explained_by_late_arrivals": {
            "note": "accepted in 2012, passed down in January 2013: the level above counts them in 2013, we in 2012",
            "region": "330482",
            "measure": "applications",
            "period": "year_to_date",
            "months": list(MONTHS),
            "difference": len(late),
            "file": f"平湖市专利申请受理明细_{first.replace('-', '')}.xlsx",
            "applications": late,
        },
        "unexplained": {
            "region": "330482",
            "measure": "grants",
            "month": month,
            "patent_type": "utility_model",
            "difference": sum(by_type),
        },
        "town_bulletin": {
            "month": BULLETIN_MONTH,
            "note": "counted by the month of the sheet that reported; its 合计 is that of the county table",
        },
    }
