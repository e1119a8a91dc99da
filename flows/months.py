"""Months as text ('2013-09') and the days that go with them."""

import re
from datetime import date, datetime
from zoneinfo import ZoneInfo

from transforms.errors import Refused, WrongUsage

OFFICE_TIME = ZoneInfo("Asia/Shanghai")
_MONTH = re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
# Records of a month come down by the middle of the next one (FACTS 1.4).
USUAL_DAY = 15
# What Prefect calls the run of a month: by it a schedule that starts again finds what was done without it.
RUN_NAME = "{month} 月度统计"


def is_month(text: str) -> bool:
    """Whether a text is a month as we write it."""
    return _MONTH.fullmatch(text) is not None


def parse_month(text: str) -> str:
    """A month as typed; raises WrongUsage."""
    if not is_month(text):
        raise WrongUsage(f"月份应写作 2013-09,现为“{text}”。")
    return text


def parse_day(text: str | None) -> date:
    """A day as typed, else today in Asia/Shanghai; raises WrongUsage."""
    if text is None:
        return today()
    try:
        if _DAY.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:
        pass  # a day that no month has
    raise WrongUsage(f"日期应写作 2013-10-15,现为“{text}”。")


def today() -> date:
    """The day on the office's calendar."""
    return datetime.now(OFFICE_TIME).date()


def last_complete_month(day: date) -> str:
    """The month before the one in which `day` lies."""
    return f"{day.year - 1}-12" if day.month == 1 else f"{day.year}-{day.month - 1:02d}"


def refuse_future(month: str, day: date) -> None:
    """Raise Refused for a month that has not begun on that day, and for a day to come: nothing is known of it yet.

    A release as of a day to come would refuse every run until then.
    """
    if day > today():
        raise Refused(f"收到日期 {day} 晚于今天({today()})。请检查 --received-on。")
    if month > f"{day:%Y-%m}":
        raise Refused(f"{month} 在 {day} 还没有到,不能统计。请检查月份和收到日期。")


def months_between(first: str, last: str) -> list[str]:
    """All months from `first` to `last`; raises WrongUsage when they stand the wrong way round."""
    if first > last:
        raise WrongUsage(f"起始月份 {first} 晚于结束月份 {last}。")
    months, (year, month) = [], map(int, first.split("-"))
    while f"{year}-{month:02d}" <= last:
        months.append(f"{year}-{month:02d}")
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return months


def usual_day(month: str) -> date:
    """The 15th of the month after."""
    year, number = map(int, month.split("-"))
    return date(year + 1, 1, USUAL_DAY) if number == 12 else date(year, number + 1, USUAL_DAY)
