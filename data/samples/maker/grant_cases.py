"""The planted cases of the grant sheets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from maker.calendar_days import month_of, shifted
from maker.feed import Sheet
from maker.numbers import wrongly_checked
from maker.places import UNPLACED, address_elsewhere
from maker.world import Cell, Grant, Row, grant_event
from maker.writing import grant_cells


def _transfer(sheet: Sheet, grant: Grant) -> tuple[Grant, dict[str, Cell]]:
    new = sheet.memory.directory.other(grant.applicants[0], grant.unit or "", sheet.rng)
    changed = replace(grant, applicants=(new.name,), kind=new.kind, address=new.address, unit=new.unit)
    return changed, {}


def _blank_address(sheet: Sheet, grant: Grant) -> tuple[Grant, dict[str, Cell]]:
    return replace(grant, address=None, unit=UNPLACED), {}


def _several_separators(sheet: Sheet, grant: Grant) -> tuple[Grant, dict[str, Cell]]:
    applicants = (grant.applicants[0], "沈某壬")
    return replace(grant, applicants=applicants), {"applicants": "\n".join(applicants)}


# A grant that takes the place of an ordinary one: it counts. (`late_grant` is a matter of its day alone.)
VARIANTS: dict[str, Callable[[Sheet, Grant], tuple[Grant, dict[str, Cell]]]] = {
    "transfer": _transfer,
    "blank_address": _blank_address,
    "several_separators": _several_separators,
    "destroyed_with_publication": lambda sheet, grant: (
        replace(grant, base=grant.publication[:-1]),
        {"number": f"2.0{grant.base[2:5]}1E+11"},
    ),
}


def _repeat_from_earlier(sheet: Sheet, case: str, made: Grant) -> Row:
    before = shifted(sheet.month, -1)
    pool = [
        item
        for item in sheet.memory.grants
        if month_of(item.announced) == before
        and item.base not in sheet.memory.sent_again
        and item.base.isdigit()
    ]
    again = sheet.rng.choice(pool)
    sheet.memory.sent_again.add(again.base)
    return Row(grant_cells(again, sheet.rng) | {"postcode": None}, "repeated", None, case, again)


def _elsewhere(sheet: Sheet, case: str, made: Grant) -> Row:
    address, postcode = address_elsewhere(sheet.memory.turn, sheet.rng)
    sheet.memory.turn += 1
    there = replace(
        made,
        applicants=("外地戊示例科技有限公司",),
        kind="企业",
        address=address,
        postcode=postcode,
        unit=None,
    )
    return Row(grant_cells(there, sheet.rng), "accepted", grant_event(there), case, there)


def _spoilt(change: Callable[[Grant], dict[str, Cell]]) -> Callable[[Sheet, str, Grant], Row]:
    def build(sheet: Sheet, case: str, made: Grant) -> Row:
        """The grant with the cells of the case, which set its row aside."""
        cells = grant_cells(made, sheet.rng) | {"title": f"示例:{case}"} | change(made)
        return Row(cells, "quarantined", None, case)

    return build


# Rows that come on top of the month's own grants: none of them counts for the city.
EXTRAS: dict[str, Callable[[Sheet, str, Grant], Row]] = {
    "repeat_from_earlier": _repeat_from_earlier,
    "elsewhere": _elsewhere,
    "wrong_check": _spoilt(lambda made: {"number": f"ZL{wrongly_checked(made.base)}"}),
    "no_date": _spoilt(lambda made: {"announced": None}),
    "future_date": _spoilt(lambda made: {"announced": "2031.01.01"}),
    "destroyed_without_publication": _spoilt(
        lambda made: {"number": f"2.0{made.base[2:5]}1E+11", "publication": None}
    ),
}


def repeat_in_sheet(sheet: Sheet, rows: list[Row]) -> Row:
    """Return a second row of a grant that already stands in this very sheet."""
    chosen = sheet.rng.choice([row for row in rows if row.event is not None and not row.case])
    assert isinstance(chosen.source, Grant)
    return Row(grant_cells(chosen.source, sheet.rng), "repeated", None, "repeat_in_sheet", chosen.source)
