"""Files like crawled pages of the gazette: one of a whole Wednesday, one with two headers swapped."""

from __future__ import annotations

from datetime import date
from random import Random

from maker.containers import comma_separated
from maker.documents import (
    Document,
    from_elsewhere,
    names_the_county,
    new_grant,
    of_application,
    of_grant,
    publishable,
)
from maker.feed import Memory, Sheet
from maker.numbers import complete
from maker.world import Cell, Delivery, Row

HEADERS = (
    "item", "name", "authorization_notice_id", "authorized_announcement_date", "filing_id", "filing_date",
    "patentee", "designer", "address", "Int.Cl.",
)  # fmt: skip
DAY, DAY_CAME = date(2013, 7, 17), date(2013, 7, 19)
SWAPPED_DAY, SWAPPED_CAME = date(2013, 7, 24), date(2013, 7, 26)
DESIGNERS = ("某甲;", "某乙;某丙;", "某丁;某戊;某己;", "某庚;")


def _crawled(document: Document, rng: Random) -> dict[str, Cell]:
    number = complete(document.base).replace(".", "")
    # Pages pasted through a spreadsheet keep the number only where it ends in X.
    destroyed = not number.endswith("X") and rng.random() < 0.6
    design = document.patent_type == "design"
    return {
        "name": document.title,
        "authorization_notice_id": document.publication,
        "authorized_announcement_date": f"{document.published:%Y.%m.%d}",
        "filing_id": f"{number[0]}.{number[1:3]}{rng.choice(('', number[3:5]))}E+12" if destroyed else number,
        "filing_date": f"{document.filed:%Y.%m.%d}",
        "patentee": ";".join(document.applicants) + rng.choice(("", "", ";")),
        "designer": rng.choice(DESIGNERS),
        "address": f"{document.postcode or ''}{document.address}",
        "Int.Cl.": f"{document.classification} (9)" if design else f"{document.classification}(2006.01)I;",
    }


def _file(rows: list[Row], headers: tuple[str, ...] = HEADERS) -> bytes:
    lines: list[tuple[Cell, ...]] = [headers]
    lines += [
        (serial, *(row.cells[name] for name in HEADERS[1:])) for serial, row in enumerate(rows, start=1)
    ]
    return comma_separated(lines, newline="\n")


def gazette_of_the_day(memory: Memory) -> Delivery:
    """Return the gazette of 2013-07-17: our grants of that day, published inventions, other places."""
    sheet = Sheet("2013-07", Random("gazette"), memory)
    ours = [
        of_grant(grant, sheet.rng)
        for grant in memory.grants
        if grant.announced == DAY and grant.unit and names_the_county(grant.address) and grant.base.isdigit()
    ]
    published = [of_application(sheet, item, DAY) for item in publishable(memory, DAY)[:5]]
    documents = ours + published + from_elsewhere(sheet, DAY, 70, look_alikes=9)
    sheet.rng.shuffle(documents)
    rows = [Row(_crawled(item, sheet.rng), "accepted", item.event) for item in documents]
    for index in (7, 31, 58):  # pages crawled twice
        rows.append(Row(rows[index].cells, "repeated", None, "page crawled twice"))
    return Delivery(
        "专利公报示例数据_20130717.csv",
        _file(rows),
        DAY_CAME,
        "gazette",
        rows=tuple(rows),
        note="gazette of one Wednesday; more than half of the numbers destroyed by a spreadsheet",
    )


def swapped_gazette(memory: Memory) -> Delivery:
    """Return granted inventions of 2013-07-24 with the headers address and designer swapped: held."""
    sheet = Sheet("2013-07", Random("swapped gazette"), memory)
    documents = [new_grant(sheet, "invention", SWAPPED_DAY) for _ in range(2)]
    elsewhere = [
        item
        for item in from_elsewhere(sheet, SWAPPED_DAY, 300, look_alikes=60)
        if item.patent_type == "invention"
    ]
    documents += elsewhere[:38]
    sheet.rng.shuffle(documents)
    rows = [Row(_crawled(item, sheet.rng), "accepted", item.event) for item in documents]
    headers = tuple({"address": "designer", "designer": "address"}.get(name, name) for name in HEADERS)
    return Delivery(
        "专利公报示例数据_20130724_发明授权.csv",
        _file(rows, headers),
        SWAPPED_CAME,
        "gazette",
        rows=tuple(rows),
        held=True,
        note="headers address and designer swapped",
    )
