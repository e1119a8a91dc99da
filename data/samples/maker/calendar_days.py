"""Months, gazette days and the ways in which offices write a date."""

from __future__ import annotations

import calendar
from collections.abc import Callable
from datetime import date, timedelta
from random import Random

WEDNESDAY = 2

WRITTEN: tuple[tuple[int, Callable[[date], str]], ...] = (
    (8, lambda day: day.isoformat()),
    (5, lambda day: f"{day:%Y.%m.%d}"),
    (4, lambda day: f"{day:%Y%m%d}"),
    (3, lambda day: f"{day:%Y/%m/%d}"),
    (3, lambda day: f"{day.year}年{day.month}月{day.day}日"),
    (1, lambda day: f"{day.year}/{day.month}/{day.day}"),
    (1, lambda day: f"{day.year}.{day.month}.{day.day}"),
)


def written_date(day: date, rng: Random) -> str:
    """Return the day in one of the forms of `WRITTEN`, the usual ones more often."""
    forms = [form for _, form in WRITTEN]
    return rng.choices(forms, weights=[weight for weight, _ in WRITTEN])[0](day)


def first_day(month: str) -> date:
    """Return the first day of a month written '2013-01'."""
    return date(int(month[:4]), int(month[5:]), 1)


def last_day(month: str) -> date:
    """Return the last day of a month written '2013-01'."""
    start = first_day(month)
    return start.replace(day=calendar.monthrange(start.year, start.month)[1])


def shifted(month: str, months: int) -> str:
    """Return the month that lies so many months later (earlier if negative)."""
    index = int(month[:4]) * 12 + int(month[5:]) - 1 + months
    return f"{index // 12}-{index % 12 + 1:02}"


def months_between(earlier: str, later: str) -> int:
    """Return how many months `later` lies after `earlier`."""
    return (int(later[:4]) - int(earlier[:4])) * 12 + int(later[5:]) - int(earlier[5:])


def month_of(day: date) -> str:
    """Return the month of a day, '2013-01'."""
    return f"{day:%Y-%m}"


def feed_day(month: str) -> date:
    """Return the day on which the sheets of a month come: the 15th of the next month."""
    return first_day(shifted(month, 1)).replace(day=15)


def gazette_days(month: str) -> list[date]:
    """Return the Wednesdays of a month, on which grants were announced in these years."""
    start, end = first_day(month), last_day(month)
    days = (start + timedelta(days=offset) for offset in range((end - start).days + 1))
    return [day for day in days if day.weekday() == WEDNESDAY]


def any_day(month: str, rng: Random) -> date:
    """Return some day of a month."""
    return first_day(month) + timedelta(days=rng.randrange(last_day(month).day))
