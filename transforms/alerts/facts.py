"""What a message about the invention share says, and how its figures are written."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from transforms.alerts.decide import Raised, Revision
from transforms.alerts.share import Share
from transforms.bulletin.wording import share_text


@dataclass(frozen=True)
class Outlook:
    """What the rest of the year must bring, from the forecast; None where there is none."""

    forecast_total: float | None
    forecast_high: float | None
    rest_required: int | None
    rest_required_share: float | None


@dataclass(frozen=True)
class Town:
    """A unit's inventions and applications of the year to date, and those of the same months of last year."""

    label: str
    k_before: int
    n_before: int
    k: int
    n: int


@dataclass(frozen=True)
class Facts:
    """All that a message says: the decision, the outlook of its month, the towns that moved, where and as of when."""

    raised: Raised
    outlook: Outlook
    towns: Sequence[Town]
    territory: str
    as_of: date
    obs_status: str
    place: str


def day_text(day: date) -> str:
    """A day as officers write it: 2013年6月15日."""
    return f"{day.year}年{day.month}月{day.day}日"


def percent_text(share: Share) -> str:
    """The share with two decimals, never rounded across its bound."""
    return share_text(share.k, share.n, share.bound)


def revised_text(revision: Revision) -> str:
    """由9.39%(78/831件)修订为10.02%(84/838件)."""
    before, now = revision.before, revision.now
    return f"由{percent_text(before)}({before.k}/{before.n}件)修订为{percent_text(now)}({now.k}/{now.n}件)"
