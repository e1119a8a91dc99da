"""All files of the sample inbox in the order in which they came."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from random import Random

from maker.application_sheet import application_rows
from maker.calendar_days import feed_day
from maker.containers import comma_separated, workbook, zipped
from maker.enterprise_lists import enterprise_deliveries
from maker.feed import Memory, Sheet
from maker.gazette import gazette_of_the_day, swapped_gazette
from maker.grant_sheet import grant_rows
from maker.incopat import incopat_export
from maker.layouts import GRANT_PLAIN, TWO_SHEETS, Page, application_layout, body, official_page
from maker.official_tables import county_deliveries, town_delivery
from maker.plan import month_plans
from maker.replacement import MONTH, RECEIVED, Amendment, amended_rows
from maker.subsidies import subsidy_sheet
from maker.world import Cell, Delivery, Row

# Grant sheets come as GB18030 with the line ends of Windows, but for these months.
GRANT_ENCODING = {
    "2011-05": ("utf-8-sig", "\r\n"),
    "2012-02": ("utf-16", "\r\n"),
    "2011-06": ("gb18030", "\n"),
}
GRANT_ZIPPED = ("2011-09", "2013-06")
GRANT_RAGGED_BANNER = ("2012-11", "2013-05")


@dataclass(frozen=True)
class Inbox:
    """Every delivery, and what the corrected sheet did."""

    deliveries: tuple[Delivery, ...]
    amendment: Amendment


def _compact(month: str) -> str:
    return month.replace("-", "")


def _banner(month: str, what: str) -> str:
    return f"平湖市{month[:4]}年{int(month[5:])}月专利{what}明细(示例数据)"


def application_delivery(month: str, rows: list[Row]) -> Delivery:
    """Return the workbook of a month's applications, in two worksheets where the office had too many."""
    layout, banner = application_layout(month), _banner(month, "申请受理")
    parts = {"受理明细": rows}
    if month in TWO_SHEETS:
        half = len(rows) // 2
        parts = {"受理明细(一)": rows[:half], "受理明细(二)": rows[half:]}
    pages = [official_page(name, banner, layout, part, month) for name, part in parts.items()]
    return Delivery(
        f"平湖市专利申请受理明细_{_compact(month)}.xlsx",
        workbook(pages),
        feed_day(month),
        "application_sheet",
        month,
        rows=tuple(row for page in pages for row in page.rows),
        blank_rows=sum(page.blank_rows for page in pages),
    )


def replacing_delivery(rows: list[Row], replaced: str) -> Delivery:
    """Return the corrected workbook of 2013-04."""
    page: Page = official_page("受理明细", _banner(MONTH, "申请受理"), application_layout(MONTH), rows, MONTH)
    return Delivery(
        f"平湖市专利申请受理明细_{_compact(MONTH)}_更正.xlsx",
        workbook([page]),
        date.fromisoformat(RECEIVED),
        "application_sheet",
        MONTH,
        {"relation": "replaces"},
        page.rows,
        withdraws=replaced,
        note="rows are judged as if the replaced sheet were not there",
    )


def grant_delivery(month: str, rows: list[Row]) -> Delivery:
    """Return the sheet of a month's grants as comma-separated text, in some months inside a zip file."""
    blanks = () if month in GRANT_RAGGED_BANNER else (None,) * (len(GRANT_PLAIN) - 1)
    headers = tuple(header for _, header in GRANT_PLAIN)
    lines: list[tuple[Cell, ...]] = [
        (_banner(month, "授权"), *blanks),
        headers,
        *body(GRANT_PLAIN, tuple(rows)),
    ]
    content = comma_separated(lines, *GRANT_ENCODING.get(month, ("gb18030", "\r\n")))
    name = f"平湖市专利授权明细_{_compact(month)}.csv"
    if month in GRANT_ZIPPED:
        name, content = name.replace(".csv", ".zip"), zipped({name: content})
    return Delivery(name, content, feed_day(month), "grant_sheet", month, rows=tuple(rows))


def make_inbox() -> Inbox:
    """Return every delivery, made month by month so that later sheets can come back to earlier ones."""
    memory = Memory()
    deliveries: list[Delivery] = []
    amendment: Amendment | None = None
    for plan in month_plans():
        month = plan.month
        rows = application_rows(Sheet(month, Random(f"applications {month}"), memory), plan)
        deliveries.append(application_delivery(month, rows))
        if month == MONTH:
            amended, amendment = amended_rows(rows, memory)
            deliveries.append(replacing_delivery(amended, deliveries[-1].file_name))
        granted = grant_rows(Sheet(month, Random(f"grants {month}"), memory), plan)
        deliveries.append(grant_delivery(month, granted))
    assert amendment is not None
    deliveries += enterprise_deliveries()
    deliveries += [
        incopat_export(memory),
        gazette_of_the_day(memory),
        swapped_gazette(memory),
        subsidy_sheet(),
    ]
    deliveries += [*county_deliveries(deliveries), town_delivery(deliveries)]
    deliveries.sort(key=lambda delivery: (delivery.received_on, delivery.file_name))
    return Inbox(tuple(deliveries), amendment)
