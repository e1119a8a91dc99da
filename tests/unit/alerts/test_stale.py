"""When a feed is overdue, and what is said then."""

from datetime import date

import pytest

from transforms.alerts.share import Share
from transforms.alerts.stale import days_after, overdue, stale_text, stale_title


@pytest.mark.parametrize(
    ("month", "day", "days"),
    [("2013-06", date(2013, 6, 30), 0), ("2013-06", date(2013, 8, 14), 45), ("2012-12", date(2013, 1, 15), 15),
     ("2012-02", date(2012, 3, 1), 1)],
)  # fmt: skip
def test_days_after(month: str, day: date, days: int) -> None:
    assert days_after(month, day) == days


def test_overdue__from_the_45th_day() -> None:
    assert overdue(["2013-06"], date(2013, 8, 13)) is None
    late = overdue(["2013-06", "2013-07"], date(2013, 8, 14))
    assert late is not None and (late.month, late.days, late.further) == ("2013-06", 45, ())
    assert overdue([], date(2013, 8, 14)) is None


def test_stale__pattern_and_last_known_state() -> None:
    day = date(2013, 9, 20)
    late = overdue(["2013-06", "2013-07", "2013-08"], day)
    assert late is not None
    said = "2013年6月专利受理明细截至2013年9月20日未收到(月末后第82天),本月占比无法计算"
    assert stale_title(late, day) == f"【数据逾期】{said}"
    assert stale_text(late, day, Share("2013-05", 78, 831, (1, 10)), "通报在此。") == (
        f"{said}。同样未收到的还有2013年7月。最近一次可计算的1—5月占比9.39%(78/831件),低于10%。通报在此。数据截至2013年9月20日。"
    )
    assert stale_text(late, day, None, "") == f"{said}。同样未收到的还有2013年7月。数据截至2013年9月20日。"
