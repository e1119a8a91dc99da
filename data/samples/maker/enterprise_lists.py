"""The lists of demonstration enterprises: each is the full list so far, sent when something was added."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from functools import cache

from maker.calendar_days import feed_day, last_day
from maker.containers import workbook
from maker.layouts import Page
from maker.plan import HERE
from maker.world import Cell, Delivery, Row

BANNER = "平湖市专利示范企业名录(示例数据,截至{year}年{month}月)"
SHORT = ("name", "code", "unit", "level", "event", "document_number", "document_on")
SHORT_HEADERS = ("企业名称", "统一社会信用代码", "所在镇街道", "级别", "事项", "认定文号", "发文日期")
LONG = (
    "name",
    "code",
    "unit",
    "scheme",
    "level",
    "event",
    "document_number",
    "document_on",
    "notice_on",
    "former_name",
)
LONG_HEADERS = (
    "企业名称", "统一社会信用代码", "所在镇街道", "类别", "级别", "事项", "认定文号", "发文日期",
    "公示日期", "曾用名",
)  # fmt: skip
WRONG_CODE = "14"
ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)


@dataclass(frozen=True)
class Title:
    """One line of the list: what happened to a firm, and since which list it is known."""

    listed: str
    cells: dict[str, str]


@cache
def titles() -> tuple[Title, ...]:
    """Return every line that was ever listed, in the order of the lists."""
    with (HERE / "enterprises.csv").open(encoding="utf-8", newline="") as lines:
        return tuple(Title(row["listed"], dict(row)) for row in csv.DictReader(lines))


def credit_code(number: str) -> str | None:
    """Return an invented code of 18 characters with right check characters (but for one firm)."""
    if not number:
        return None
    digits = f"9900{int(number):04}"
    rest = 11 - sum(int(d) * w for d, w in zip(digits, (3, 7, 9, 10, 5, 8, 4, 2), strict=True)) % 11
    base = f"91330482{digits}{'X' if rest == 10 else rest % 11}"
    total = sum(ALPHABET.index(character) * weight for character, weight in zip(base, WEIGHTS, strict=True))
    offset = 1 if number == WRONG_CODE else 0
    return base + ALPHABET[((31 - total % 31) + offset) % 31]


def enterprise_deliveries() -> list[Delivery]:
    """Return one full list for every month in which a line was added."""
    deliveries = []
    for month in sorted({title.listed for title in titles()}):
        known = [title for title in titles() if title.listed <= month]
        fields, headers = (LONG, LONG_HEADERS) if month >= "2013-01" else (SHORT, SHORT_HEADERS)
        rows = tuple(Row(_cells(title), "accepted", case=title.cells["meaning"]) for title in known)
        banner: tuple[Cell, ...] = (BANNER.format(year=month[:4], month=int(month[5:])),)
        lines = (
            banner + (None,) * (len(headers) - 1),
            headers,
            *(tuple(row.cells[name] for name in fields) for row in rows),
        )
        content = workbook([Page("名录", lines, rows)])
        name = f"专利示范企业名录_{month.replace('-', '')}.xlsx"
        deliveries.append(Delivery(name, content, feed_day(month), "enterprise_list", month, rows=rows))
    return deliveries


def _cells(title: Title) -> dict[str, Cell]:
    cells: dict[str, Cell] = {name: value or None for name, value in title.cells.items()}
    return cells | {"code": credit_code(title.cells["code"])}


def new_enterprises(month: str) -> tuple[int, int]:
    """Return how many firms are new in the year up to the month's end, and how many at provincial level.

    Of the lines known when the month's list had come: recognitions as demonstration enterprise issued in
    the year (each the first of its firm at its level), less those revoked by the month's end.
    """
    known = [
        title.cells
        for title in titles()
        if title.listed <= month
        and title.cells["scheme"] == "专利示范企业"
        and title.cells["document_on"]
        and date.fromisoformat(title.cells["document_on"]) <= last_day(month)
    ]
    recognised = {
        (cells["code"] or cells["name"], cells["level"])
        for cells in known
        if cells["event"] == "认定" and cells["document_on"].startswith(month[:4])
    }
    revoked = {
        (cells["code"] or cells["name"], cells["level"]) for cells in known if cells["event"] == "撤销"
    }
    standing = recognised - revoked
    return len({firm for firm, _ in standing}), sum(level == "省级" for _, level in standing)
