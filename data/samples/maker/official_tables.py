"""Tables that others publish: the city's counties month by month, and the own bulletin by town."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from maker.calendar_days import feed_day
from maker.containers import workbook
from maker.known import Reported, known_events
from maker.layouts import Page
from maker.places import UNIT_WEIGHTS
from maker.world import Cell, Delivery, Row

TYPES = ("invention", "utility_model", "design")
MONTHS = tuple(f"2013-{month:02}" for month in range(1, 10))
TYPE_HEADERS = ("合计", "发明", "实用新型", "外观设计")
MEASURES = {"application": "申请受理", "grant": "授权"}
OURS, CITY, CITY_PROPER = "平湖市", "全市", "市本级"
# what a county does in a month, more or less
SCALES = {"南湖区": 260, "秀洲区": 180, "嘉善县": 210, "海盐县": 150, "海宁市": 420, "桐乡市": 330}
DISTRICTS = ("南湖区", "秀洲区")
ROWS = (CITY, CITY_PROPER, "南湖区", "秀洲区", "嘉善县", OURS, "海盐县", "海宁市", "桐乡市")
# Two utility models that no sheet of ours holds: nothing explains them.
UNEXPLAINED = ("2013-09", "grant", (0, 2, 0))
BULLETIN_MONTH = "2013-08"
UNIT_NAMES = {"钟埭街道": "平湖经济开发区(钟埭街道)", "独山港镇": "独山港区(独山港镇)"}
ByType = tuple[int, ...]


def by_type(events: Sequence[Reported], event: str, first: str, last: str, unit: str | None = None) -> ByType:
    """Return what the sheets of some months reported of our own events, by type."""
    types = [
        item.patent_type
        for sent, item in events
        if item.event == event and item.unit is not None and first <= sent <= last and unit in (None, item.unit)
    ]
    return tuple(types.count(name) for name in TYPES)


def plus(*parts: ByType) -> ByType:
    """Return the sum, type by type."""
    return tuple(map(sum, zip(*parts, strict=True)))


def minus(whole: ByType, part: ByType) -> ByType:
    """Return what is left, type by type."""
    return tuple(a - b for a, b in zip(whole, part, strict=True))


def our_year_to_date(deliveries: Sequence[Delivery], event: str, month: str) -> ByType:
    """Return what the province had passed down since January, and the planted difference."""
    reported = by_type(known_events(deliveries, month), event, f"{month[:4]}-01", month)
    return plus(reported, UNEXPLAINED[2]) if (month, event) == UNEXPLAINED[:2] else reported


def _invented(region: str, event: str, month: str) -> ByType:
    rng = Random(f"official {region} {event} {month}")
    return tuple(round(SCALES[region] * share * rng.uniform(0.8, 1.2)) for share in (0.12, 0.5, 0.38))


def _year_to_date(deliveries: Sequence[Delivery], event: str, month: str) -> dict[str, ByType]:
    """Return all rows of a table since January."""
    months = [f"{month[:4]}-{number:02}" for number in range(1, int(month[5:]) + 1)]
    rows = {name: plus(*(_invented(name, event, one) for one in months)) for name in SCALES}
    if month[:4] == "2013":
        rows[OURS] = our_year_to_date(deliveries, event, month)
    else:
        release = month.replace("2012", "2013")
        rows[OURS] = by_type(known_events(deliveries, release), event, months[0], month)
    rows[CITY_PROPER] = plus(*(rows[name] for name in DISTRICTS))
    rows[CITY] = plus(*(rows[name] for name in ROWS if name in rows and name not in (*DISTRICTS, CITY)))
    return rows


def _cells(types: ByType) -> list[Cell]:
    return [sum(types), *types]


def _page(name: str, title: str, header: list[list[Cell]], body: list[list[Cell]]) -> Page:
    width = max(len(line) for line in header)
    lines = [[f"{title}(示例数据)"], ["单位:件"], *header, *body, ["填报人:沈某某  审核:陆某某"]]
    rows = (*(Row({}, "accepted") for _ in body), Row({}, "out_of_scope"))
    return Page(name, tuple(tuple(line) + (None,) * (width - len(line)) for line in lines), rows)


def _county_page(deliveries: Sequence[Delivery], event: str, month: str) -> Page:
    now = _year_to_date(deliveries, event, month)
    before = _year_to_date(deliveries, event, f"2013-{int(month[5:]) - 1:02}") if month[5:] != "01" else {}
    last_year = _year_to_date(deliveries, event, month.replace("2013", "2012"))
    body: list[list[Cell]] = []
    for name in ROWS:
        base = sum(last_year[name])
        growth = round((sum(now[name]) - base) / base * 100, 1)
        in_month = minus(now[name], before.get(name, (0, 0, 0)))
        body.append([name, *_cells(in_month), *_cells(now[name]), base, growth])
    header: list[list[Cell]] = [
        ["县(市、区)", "当月", None, None, None, "本年累计", None, None, None, "上年同期", "同比增长(%)"],
        [None, *TYPE_HEADERS, *TYPE_HEADERS],
    ]
    what = MEASURES[event]
    title = f"嘉兴市各县(市、区)专利{what}情况统计表(2013年{int(month[5:])}月)"
    return _page(what, title, header, body)


def _delivery(name: str, month: str, pages: list[Page]) -> Delivery:
    rows = tuple(row for page in pages for row in page.rows)
    return Delivery(name, workbook(pages), feed_day(month), "official_table", month, rows=rows)


def county_deliveries(deliveries: Sequence[Delivery]) -> list[Delivery]:
    """Return the city's table of each month, applications and grants on two worksheets."""
    return [
        _delivery(
            f"嘉兴市各县市区专利情况_{month.replace('-', '')}.xlsx",
            month,
            [_county_page(deliveries, event, month) for event in MEASURES],
        )
        for month in MONTHS
    ]


def town_delivery(deliveries: Sequence[Delivery]) -> Delivery:
    """Return the own bulletin of one month by town, counted by the month of the sheet that reported."""
    known = known_events(deliveries, BULLETIN_MONTH)
    spans = [(event, first) for event in MEASURES for first in (BULLETIN_MONTH, f"{BULLETIN_MONTH[:4]}-01")]
    body: list[list[Cell]] = []
    for unit in (*UNIT_WEIGHTS, None):
        cells = [cell for event, first in spans for cell in _cells(by_type(known, event, first, BULLETIN_MONTH, unit))]
        body.append([UNIT_NAMES.get(unit, unit) if unit else "合计", *cells])
    gap: list[Cell] = [None] * 3
    header: list[list[Cell]] = [
        ["镇(街道)", "专利申请", *gap, *gap, None, "专利授权", *gap, *gap, None],
        [None, *["当月", *gap, "本年累计", *gap] * 2],
        [None, *TYPE_HEADERS * 4],
    ]
    page = _page("月报", f"平湖市各镇(街道)专利情况月报(2013年{int(BULLETIN_MONTH[5:])}月)", header, body)
    return _delivery(f"平湖市各镇街道专利情况月报_{BULLETIN_MONTH.replace('-', '')}.xlsx", BULLETIN_MONTH, [page])
