"""The rows of a month's grant sheet: grants of earlier sheets' applications, and of others never sent."""

from __future__ import annotations

from datetime import date

from maker.calendar_days import gazette_days, months_between, shifted
from maker.feed import Sheet
from maker.grant_cases import EXTRAS, VARIANTS, repeat_in_sheet
from maker.numbers import TYPE_DIGIT, document_kind
from maker.places import POSTCODES
from maker.plan import MonthPlan, cases_of
from maker.world import Application, Grant, Row, grant_event
from maker.writing import grant_cells

# Months from acceptance to grant, as applications of these years took.
WAITING = {"invention": (20, 44), "utility_model": (5, 13), "design": (4, 10)}
CLASSES = {
    "invention": ("B62B 7/06", "E03D 1/00", "A45C 5/14", "H01B 7/17"),
    "utility_model": ("B62B 9/00", "E03D 1/00", "A45C 13/00", "F16B 5/02", "A47K 3/28"),
    "design": ("12-12", "23-02", "03-01", "02-02"),
}
SHARE_FROM_FEED = 0.6


def announced_on(sheet: Sheet, patent_type: str, day: date) -> str:
    """Return a new publication number for a document of that type and day."""
    return sheet.memory.office.publication(patent_type, document_kind(patent_type, day.isoformat()))


def grant_of(sheet: Sheet, application: Application, day: date) -> Grant:
    """Return the grant of an application to those who applied."""
    kind = application.patent_type
    return Grant(
        application.base,
        kind,
        day,
        announced_on(sheet, kind, day),
        application.applicants,
        application.kind,
        application.address,
        application.unit,
        application.postcode,
        application.title,
        sheet.rng.choice(CLASSES[kind]),
    )


def outsider(sheet: Sheet, day: date) -> Grant:
    """Return a grant of an application that no sheet of ours ever reported."""
    rng = sheet.rng
    patent_type = rng.choices(list(TYPE_DIGIT), weights=(12, 55, 33))[0]
    by = sheet.memory.directory.any(rng)
    year = int(shifted(sheet.month, -rng.randint(*WAITING[patent_type]))[:4])
    base = sheet.memory.office.application(year, TYPE_DIGIT[patent_type], rng)
    return Grant(
        base,
        patent_type,
        day,
        announced_on(sheet, patent_type, day),
        sheet.co_applicants(by.name),
        by.kind,
        by.address,
        by.unit,
        rng.choice(POSTCODES),
        sheet.title(),
        rng.choice(CLASSES[patent_type]),
    )


def ripe(sheet: Sheet) -> list[Application]:
    """Return the applications of earlier sheets that have waited long enough and are not granted yet."""
    memory = sheet.memory
    return [
        item
        for item in memory.applications
        if item.base not in memory.granted
        and WAITING[item.patent_type][0]
        <= months_between(item.feed_month, sheet.month)
        <= WAITING[item.patent_type][1]
    ]


def grant_rows(sheet: Sheet, plan: MonthPlan) -> list[Row]:
    """Return the data rows of the month's grant sheet in the order in which they stand."""
    cases = cases_of("grant", sheet.month)
    days = gazette_days(sheet.month)
    late = [gazette_days(shifted(sheet.month, -1))[-1]] * cases.count("late_grant")
    days_of_rows = late + [sheet.rng.choice(days) for _ in range(plan.grants - len(late))]
    candidates = ripe(sheet)
    chosen = sheet.rng.sample(candidates, min(len(candidates), round(plan.grants * SHARE_FROM_FEED)))
    sheet.memory.granted |= {item.base for item in chosen}
    known = [grant_of(sheet, item, day) for item, day in zip(chosen, days_of_rows, strict=False)]
    unknown = [outsider(sheet, day) for day in days_of_rows[len(known) :]]
    rows = []
    for case in (case for case in cases if case in VARIANTS):
        pool = known if case == "transfer" and known else unknown
        grant, cells = VARIANTS[case](sheet, pool.pop())
        rows.append(Row(grant_cells(grant, sheet.rng) | cells, "accepted", grant_event(grant), case, grant))
    ordinary = known + unknown
    rows += [Row(grant_cells(item, sheet.rng), "accepted", grant_event(item), "", item) for item in ordinary]
    rows += [
        EXTRAS[case](sheet, case, outsider(sheet, sheet.rng.choice(days))) for case in cases if case in EXTRAS
    ]
    sheet.rng.shuffle(rows)
    for _ in range(cases.count("repeat_in_sheet")):
        again = repeat_in_sheet(sheet, rows)
        first = next(index for index, row in enumerate(rows) if row.source == again.source)
        rows.insert(sheet.rng.randint(first + 1, len(rows)), again)
    sheet.memory.grants += [
        row.source for row in rows if isinstance(row.source, Grant) and row.event is not None
    ]
    return rows
