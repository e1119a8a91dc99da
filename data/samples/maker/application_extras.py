"""The planted cases that come on top of a month's own applications: none of them counts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from maker.calendar_days import first_day, last_day, month_of, months_between
from maker.feed import Sheet
from maker.numbers import complete, wrongly_checked
from maker.places import address_elsewhere
from maker.world import Application, Cell, Row, application_event
from maker.writing import application_cells, repeated_cells

MONTHS_BACK = 6  # an office sends an application again within these


def _again(sheet: Sheet, same_month: bool = False) -> Application:
    memory = sheet.memory
    pool = [
        item
        for item in memory.applications
        if item.accepted is not None
        and item.base not in memory.sent_again
        and item.base not in memory.untouchable
        and 0 < months_between(item.feed_month, sheet.month) <= MONTHS_BACK
        and (not same_month or 1 < item.accepted.day < 27)
    ]
    chosen = sheet.rng.choice(pool)
    memory.sent_again.add(chosen.base)
    return chosen


def _repeat_from_earlier(sheet: Sheet, case: str) -> Row:
    earlier = _again(sheet)
    return Row(repeated_cells(earlier, sheet.rng), "repeated", None, case, earlier)


def _conflict(sheet: Sheet, case: str) -> Row:
    earlier = _again(sheet, same_month=True)
    later = earlier
    if case == "conflict_applicant":
        other = sheet.memory.directory.other(earlier.applicants[0], earlier.unit or "", sheet.rng)
        later = replace(earlier, applicants=(other.name,))
    elif case == "conflict_address":
        other = sheet.memory.directory.other(earlier.applicants[0], earlier.unit or "", sheet.rng)
        later = replace(earlier, address=other.address)
    else:
        accepted = earlier.accepted
        assert accepted is not None
        later = replace(earlier, accepted=accepted + timedelta(days=1))
        assert month_of(accepted) == later.counting_month
    return Row(application_cells(later, sheet.rng), "accepted", None, case, earlier)


def _elsewhere(sheet: Sheet, case: str) -> Row:
    memory = sheet.memory
    address, postcode = address_elsewhere(memory.turn, sheet.rng)
    memory.turn += 1
    firm = f"外地{sheet.rng.choice('甲乙丙丁')}示例科技有限公司"
    made = replace(
        sheet.any_application(),
        applicants=(firm,),
        kind="企业",
        address=address,
        unit=None,
        postcode=postcode,
    )
    return Row(application_cells(made, sheet.rng), "accepted", application_event(made), case, made)


def _spoilt(change: Callable[[Sheet, Application], dict[str, Cell]]) -> Callable[[Sheet, str], Row]:
    def build(sheet: Sheet, case: str) -> Row:
        """An application with the cells of the case, which set its row aside."""
        made = sheet.any_application()
        cells = application_cells(made, sheet.rng) | {"title": f"示例:{case}"} | change(sheet, made)
        return Row(cells, "quarantined", None, case)

    return build


def _after_received(sheet: Sheet, made: Application) -> dict[str, Cell]:
    return {"accepted": (last_day(sheet.month) + timedelta(days=75)).isoformat()}


def _impossible(sheet: Sheet, made: Application) -> dict[str, Cell]:
    year = sheet.month[:4]
    return {"filed": first_day(f"{year}-02").isoformat(), "accepted": f"{year}年2月30日"}


def _unknown_digit(sheet: Sheet, made: Application) -> dict[str, Cell]:
    return {"number": complete(f"{made.base[:4]}5{made.base[5:]}"), "type": None}


def _wrong_then_right(sheet: Sheet, case: str) -> Row:
    made = sheet.application(sheet.rng.choice(["utility_model", "design"]), sheet.month)
    sheet.memory.to_send_right.setdefault(sheet.month, []).append(made)
    cells = application_cells(made, sheet.rng) | {"number": wrongly_checked(made.base)}
    return Row(cells, "quarantined", None, case)


FUTURE: dict[str, Cell] = {"filed": date(2031, 1, 1).isoformat(), "accepted": date(2031, 1, 2).isoformat()}
BUILDERS: dict[str, Callable[[Sheet, str], Row]] = {
    "repeat_from_earlier": _repeat_from_earlier,
    "conflict_applicant": _conflict,
    "conflict_address": _conflict,
    "conflict_date": _conflict,
    "elsewhere": _elsewhere,
    "wrong_check": _spoilt(lambda sheet, made: {"number": wrongly_checked(made.base)}),
    "destroyed_number": _spoilt(lambda sheet, made: {"number": f"2.0{made.base[2:5]}1E+11"}),
    "no_dates": _spoilt(lambda sheet, made: {"filed": None, "accepted": None}),
    "future_date": _spoilt(lambda sheet, made: FUTURE),
    "after_received": _spoilt(_after_received),
    "impossible_date": _spoilt(_impossible),
    "short_number": _spoilt(lambda sheet, made: {"number": complete(made.base)[1:]}),
    "no_number": _spoilt(lambda sheet, made: {"number": None}),
    "unknown_type_digit": _spoilt(_unknown_digit),
    "no_applicant": _spoilt(lambda sheet, made: {"applicants": None}),
    "wrong_then_right": _wrong_then_right,
}


def extra_row(sheet: Sheet, case: str) -> Row:
    """Return a row of the case; raises KeyError for a case that nobody wrote."""
    return BUILDERS[case](sheet, case)


def repeat_in_sheet(sheet: Sheet, rows: list[Row]) -> Row:
    """Return a second row of an application that already stands in this very sheet."""
    chosen = sheet.rng.choice([row for row in rows if row.event is not None and not row.case])
    assert isinstance(chosen.source, Application)
    return Row(repeated_cells(chosen.source, sheet.rng), "repeated", None, "repeat_in_sheet", chosen.source)
