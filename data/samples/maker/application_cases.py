"""The planted cases of the application sheets that take the place of an ordinary row: all of them count."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from maker.feed import Sheet
from maker.numbers import complete
from maker.places import UNPLACED, street
from maker.world import Application, Cell, Row, application_event
from maker.writing import application_cells

Variant = Callable[[Sheet, Application], tuple[Application, dict[str, Cell]]]
VILLAGES = (("浙江省嘉兴市平湖市马厩村{}号", "曹桥街道"), ("浙江省平湖市九里亭村{}号", "曹桥街道"))


def _blank_acceptance(sheet: Sheet, application: Application) -> tuple[Application, dict[str, Cell]]:
    return replace(application, accepted=None), {"accepted": None}


def _pct(digit: str) -> Variant:
    def variant(sheet: Sheet, application: Application) -> tuple[Application, dict[str, Cell]]:
        """The application under a number of that kind, filed long before."""
        filed = application.filed - timedelta(days=900)
        return sheet.renumbered(application, digit, filed), {}

    return variant


def _divisional(sheet: Sheet, application: Application) -> tuple[Application, dict[str, Cell]]:
    return replace(application, filed=application.filed - timedelta(days=1100)), {}


def _blank_address(sheet: Sheet, application: Application) -> tuple[Application, dict[str, Cell]]:
    return replace(application, address=None, unit=UNPLACED), {}


def _county_unnamed(sheet: Sheet, application: Application) -> tuple[Application, dict[str, Cell]]:
    return replace(application, address=f"浙江省嘉兴市{street(sheet.rng)}", unit=UNPLACED), {}


def _village_only(sheet: Sheet, application: Application) -> tuple[Application, dict[str, Cell]]:
    form, unit = sheet.rng.choice(VILLAGES)
    return replace(application, address=form.format(sheet.rng.randint(1, 99)), unit=unit), {}


def _zhapu_without_county(sheet: Sheet, application: Application) -> tuple[Application, dict[str, Cell]]:
    return replace(application, address=f"浙江省嘉兴市乍浦镇{street(sheet.rng)}", unit="乍浦镇"), {}


def _type_word_wrong(sheet: Sheet, application: Application) -> tuple[Application, dict[str, Cell]]:
    other = {"invention": "实用新型", "utility_model": "外观设计", "design": "实用新型"}
    return application, {"type": other[application.patent_type]}


def _number_cell(sheet: Sheet, application: Application) -> tuple[Application, dict[str, Cell]]:
    number = complete(application.base)
    if number.endswith("X"):
        return application, {"number": number}
    return application, {"number": float(number)}


def _date_cell(sheet: Sheet, application: Application) -> tuple[Application, dict[str, Cell]]:
    accepted: date | None = application.accepted
    return application, {"filed": application.filed, "accepted": accepted}


def _several_separators(sheet: Sheet, application: Application) -> tuple[Application, dict[str, Cell]]:
    first = application.applicants[0]
    applicants = (first, "沈某壬", "浙江示例大学")
    # 、 parts applicants only where every part is plainly a name (DECISIONS 11).
    separator = sheet.rng.choice(("|", "\n", "、", " | ") if first.endswith("公司") else ("|", "\n"))
    return replace(application, applicants=applicants), {"applicants": separator.join(applicants)}


# case -> type the case needs (None: any) and what it changes; cells given here win over the usual writing
VARIANTS: dict[str, tuple[str | None, Variant]] = {
    "blank_acceptance": (None, _blank_acceptance),
    "pct_invention": ("invention", _pct("8")),
    "pct_utility": ("utility_model", _pct("9")),
    "divisional": ("invention", _divisional),
    "blank_address": (None, _blank_address),
    "county_unnamed": (None, _county_unnamed),
    "village_only": (None, _village_only),
    "zhapu_without_county": (None, _zhapu_without_county),
    "type_word_wrong": ("utility_model", _type_word_wrong),
    "type_word_blank": (None, lambda sheet, application: (application, {"type": None})),
    "no_check_digit": (None, lambda sheet, application: (application, {"number": application.base})),
    "number_cell": (None, _number_cell),
    "date_cell": (None, _date_cell),
    "several_separators": (None, _several_separators),
}


def varied_rows(sheet: Sheet, ordinary: list[Application], cases: list[str]) -> list[Row]:
    """Return one row a planted case, each made of an application taken out of `ordinary`."""
    rows = []
    for case in cases:
        needed, variant = VARIANTS[case]
        chosen = next(item for item in ordinary if needed in (None, item.patent_type))
        ordinary.remove(chosen)
        application, cells = variant(sheet, chosen)
        written = application_cells(application, sheet.rng) | cells
        rows.append(Row(written, "accepted", application_event(application), case, application))
    return rows
