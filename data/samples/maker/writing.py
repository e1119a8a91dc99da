"""How an application or a grant is written into the cells of a row."""

from __future__ import annotations

from random import Random

from maker.calendar_days import written_date
from maker.numbers import complete, written_number
from maker.world import Application, Cell, Grant

TYPE_WORDS = {
    "invention": ("发明", "发明专利"),
    "utility_model": ("实用新型", "实用新型专利"),
    "design": ("外观设计", "外观设计专利"),
}
SEPARATORS = (";", "; ", "；")
AGENCY = "平湖某某专利代理事务所"
FULL_WIDTH_DIGITS = str.maketrans("0123456789", "０１２３４５６７８９")


def application_cells(application: Application, rng: Random) -> dict[str, Cell]:
    """Return the cells of an application as an office clerk writes them."""
    accepted = application.accepted
    return {
        "number": written_number(application.base, rng),
        "filed": written_date(application.filed, rng),
        "accepted": written_date(accepted, rng) if accepted else None,
        "type": rng.choice(TYPE_WORDS[application.patent_type]),
        "title": application.title,
        "applicants": rng.choice(SEPARATORS).join(application.applicants),
        "address": application.address,
        "postcode": application.postcode,
        "agency": AGENCY,
    }


def repeated_cells(application: Application, rng: Random) -> dict[str, Cell]:
    """Return the cells of an application sent again: other forms, some columns left blank."""
    cells = application_cells(application, rng)
    address = application.address
    if address is not None and rng.random() < 0.3:
        cells["address"] = address.translate(FULL_WIDTH_DIGITS)
    elif address is not None and rng.random() < 0.3:
        cells["address"] = f" {address[:6]} {address[6:]} "
    if rng.random() < 0.5:
        cells |= {"postcode": None, "agency": None}
    return cells


def grant_number(base: str, rng: Random) -> str:
    """Return the patent number as grant sheets write it, nearly always with ZL."""
    number = complete(base)
    form = rng.choices(("ZL", "spaced", "no dot", "bare"), weights=(85, 5, 5, 5))[0]
    if form == "spaced":
        return f"ZL {number[:4]} {number[4]} {number[5:]}"
    return {"ZL": f"ZL{number}", "no dot": f"ZL{number.replace('.', '')}", "bare": number}[form]


def grant_cells(grant: Grant, rng: Random) -> dict[str, Cell]:
    """Return the cells of a grant as the province sends it."""
    day = f"{grant.announced:%Y.%m.%d}" if rng.random() < 0.85 else written_date(grant.announced, rng)
    return {
        "number": grant_number(grant.base, rng) if grant.base.isdigit() else None,
        "announced": day,
        "publication": grant.publication,
        "type": TYPE_WORDS[grant.patent_type][0],
        "title": grant.title,
        "applicants": rng.choice(SEPARATORS).join(grant.applicants),
        "address": grant.address,
        "postcode": grant.postcode,
        "classification": grant.classification,
    }
