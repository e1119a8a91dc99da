"""A feed that is overdue: nothing can be said of the share, so the last known state is repeated (DECISIONS 6, 21)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from transforms.alerts.facts import day_text, percent_text
from transforms.alerts.share import Share
from transforms.bulletin.wording import bound_text, months_text

# A record feed that has not come this many days after the end of its month is overdue.
STALE_AFTER_DAYS = 45


@dataclass(frozen=True)
class Overdue:
    """The first month whose feed is overdue, the days since its end, and further overdue months."""

    month: str
    days: int
    further: tuple[str, ...]


def overdue(missing: Sequence[str], as_of: date) -> Overdue | None:
    """What is overdue among the months without a feed, in order; None while all may still come."""
    late = [month for month in missing if days_after(month, as_of) >= STALE_AFTER_DAYS]
    return Overdue(late[0], days_after(late[0], as_of), tuple(late[1:])) if late else None


def days_after(month: str, day: date) -> int:
    """Days from the last day of a month ('2013-09') to a day."""
    year, number = map(int, month.split("-"))
    following = date(year + number // 12, number % 12 + 1, 1)
    return (day - (following - timedelta(days=1))).days


def stale_title(late: Overdue, as_of: date) -> str:
    """【数据逾期】, which month, since when."""
    return f"【数据逾期】{_not_received(late, as_of)}"


def stale_text(late: Overdue, as_of: date, last: Share | None, place: str) -> str:
    """The sentence, further months that are overdue, and the last known state."""
    further = f"同样未收到的还有{'、'.join(month_text(month) for month in late.further)}。" if late.further else ""
    return f"{_not_received(late, as_of)}。{further}{last_known(last)}{place}数据截至{day_text(as_of)}。"


def last_known(share: Share | None) -> str:
    """The last share that could be computed, and how it stands to the bound; empty where there is none."""
    if share is None:
        return ""
    stands = f"{'低于' if share.is_below else '不低于'}{bound_text(share.bound)}"
    return f"最近一次可计算的{months_text(share.month)}占比{percent_text(share)}({share.k}/{share.n}件),{stands}。"


def month_text(month: str) -> str:
    """2013年6月."""
    return f"{month[:4]}年{int(month[5:])}月"


def _not_received(late: Overdue, as_of: date) -> str:
    since = f"截至{day_text(as_of)}未收到(月末后第{late.days}天)"
    return f"{month_text(late.month)}专利受理明细{since},本月占比无法计算"
