"""The rows of a month's application sheet."""

from __future__ import annotations

from maker.application_cases import VARIANTS, varied_rows
from maker.application_extras import extra_row, repeat_in_sheet
from maker.calendar_days import shifted
from maker.feed import Sheet
from maker.plan import MonthPlan, cases_of
from maker.world import Application, Row, application_event
from maker.writing import application_cells


def _typed(sheet: Sheet, count: int, inventions: int, month: str) -> list[Application]:
    rest = sheet.rng.choices(["utility_model", "design"], weights=[57, 43], k=count - inventions)
    return [sheet.application(patent_type, month) for patent_type in ["invention"] * inventions + rest]


def _late(sheet: Sheet, plan: MonthPlan) -> list[Application]:
    before = shifted(sheet.month, -1)
    mended = sheet.memory.to_send_right.get(before, [])
    return mended + _typed(sheet, plan.late - len(mended), plan.late_inventions, before)


def application_rows(sheet: Sheet, plan: MonthPlan) -> list[Row]:
    """Return the data rows of the month's sheet in the order in which they stand.

    A repeated row stands below the row it repeats, since the first to come is the one that is accepted.
    """
    cases = cases_of("application", sheet.month)
    ordinary = _typed(sheet, plan.applications, plan.inventions, sheet.month)
    sheet.rng.shuffle(ordinary)
    rows = varied_rows(sheet, ordinary, [case for case in cases if case in VARIANTS])
    rows += [
        Row(application_cells(item, sheet.rng), "accepted", application_event(item), case, item)
        for items, case in ((ordinary, ""), (_late(sheet, plan), "late"))
        for item in items
    ]
    extras = [case for case in cases if case not in VARIANTS and case != "repeat_in_sheet"]
    rows += [extra_row(sheet, case) for case in extras]
    sheet.rng.shuffle(rows)
    for _ in range(cases.count("repeat_in_sheet")):
        again = repeat_in_sheet(sheet, rows)
        first = next(index for index, row in enumerate(rows) if row.source == again.source)
        rows.insert(sheet.rng.randint(first + 1, len(rows)), again)
    remember(sheet, rows)
    return rows


def remember(sheet: Sheet, rows: list[Row]) -> None:
    """Keep the applications that this sheet was the first to report, for repeats and grants to come."""
    sheet.memory.applications += [
        row.source
        for row in rows
        if isinstance(row.source, Application) and row.event is not None and row.event.unit
    ]
