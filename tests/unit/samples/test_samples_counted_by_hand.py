"""The right answers of the samples against a plain reading of the very files, in the order in which they came."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from sample_reader import TYPES, Cells, checked_number, day, first_of, kind_of, plain, rows_of, unit_of

SAMPLES = Path(__file__).parents[3] / "data" / "samples"
TRUTH: dict[str, Any] = json.loads((SAMPLES / "TRUTH.json").read_text(encoding="utf-8"))
MONTHS = list(TRUTH["months"])
Key = tuple[str, str]  # application or grant, and the number


@dataclass
class Store:
    """What was read so far: the first row of every event by file, and the fate of the rows of every file."""

    first: dict[str, dict[Key, tuple[Any, ...]]] = field(default_factory=dict)
    fates: dict[str, Counter[str]] = field(default_factory=dict)

    def known(self, key: Key) -> tuple[Any, ...] | None:
        """Return the first row that reported the event."""
        return next((rows[key] for rows in self.first.values() if key in rows), None)


def read_row(cells: Cells, event: str, feed: str, received: date) -> tuple[str, tuple[Any, ...]] | None:
    """Return the identity of a row and what it says of its event; None if it must be set aside."""
    number, publication = checked_number(cells["number"]), plain(cells.get("publication"))
    if number is None and not ("E+" in plain(cells["number"]) and publication):
        return None
    days = [day(cells[name]) for name in (("announced",) if event == "grant" else ("accepted", "filed"))]
    if "bad" in days or not any(days) or any(isinstance(one, date) and one > received for one in days):
        return None
    if not cells["applicants"]:
        return None
    month = f"{days[0]:%Y-%m}" if days[0] else feed
    identity = number or publication[:-1]
    patent_type = TYPES[number[4]] if number else TYPES[publication[2]]
    address = plain(cells["address"])
    return identity, (days[0], patent_type, first_of(plain(cells["applicants"])), address, month, feed)


def read_file(store: Store, name: str, event: str, feed: str, received: date) -> None:
    """Read one file into the store."""
    fates, first = store.fates.setdefault(name, Counter()), store.first.setdefault(name, {})
    for cells in rows_of(SAMPLES / "inbox" / name):
        if cells is None:
            fates["blank"] += 1
            continue
        fates["rows"] += 1
        if not plain(cells["serial"]).isdigit():
            fates["out_of_scope"] += 1
        elif (row := read_row(cells, event, feed, received)) is None:
            fates["quarantined"] += 1
        elif (former := store.known((event, row[0]))) is None:
            first[event, row[0]] = row[1]
            fates["accepted"] += 1
        else:
            fates["repeated" if former[:4] == row[1][:4] else "accepted"] += 1


def arrivals() -> Iterator[tuple[date, str]]:
    """Yield the sheets in the order in which their sidecars say that they came."""
    for sidecar in (SAMPLES / "inbox").glob("平湖市专利*.yml"):
        received = sidecar.read_text(encoding="utf-8").splitlines()[0].removeprefix("received_on: ")
        yield date.fromisoformat(received), sidecar.name.removesuffix(".yml")


@cache
def releases() -> dict[str, list[tuple[str, tuple[Any, ...]]]]:
    """Return the events known at the 15th after each month of the sample year, and fill `FATES`."""
    store, seen = Store(), {}
    for received, name in sorted(arrivals()):
        if "更正" in name:
            store.first[name.replace("_更正", "")].clear()
        feed = f"{name.split('_')[1][:4]}-{name.split('_')[1][4:6]}"
        read_file(store, name, "grant" if "授权" in name else "application", feed, received)
        if received.day == 15:
            release = f"{received.year}-{received.month - 1:02}"
            seen[release] = [(key[0], row) for rows in store.first.values() for key, row in rows.items()]
    FATES.update(store.fates)
    return seen


FATES: dict[str, Counter[str]] = {}


@pytest.mark.parametrize("month", MONTHS)
def test_truth__months_counted_from_the_files(month: str) -> None:
    expected = TRUTH["months"][month]
    ours = [(event, *row) for event, row in releases()[month] if unit_of(row[3])]
    applied = [row for row in ours if row[0] == "application" and month[:4] <= row[5] <= month]
    granted = [row for row in ours if row[0] == "grant" and month[:4] <= row[5] <= month]
    assert len(applied) == expected["patent_applications"]
    assert sum(row[2] == "invention" for row in applied) == expected["inventions"]
    assert len(granted) == expected["patent_grants"]
    assert Counter(unit_of(row[4]) for row in applied) == expected["ytd_applications_by_unit"]
    assert Counter(kind_of(row[3]) for row in applied) == expected["ytd_applications_by_kind"]
    assert Counter(row[2] for row in applied) == expected["ytd_applications_by_type"]
    assert Counter(row[2] for row in granted) == expected["ytd_grants_by_type"]
    assert Counter(unit_of(row[4]) for row in granted) == expected["ytd_grants_by_unit"]
    sent = [row for row in ours if row[0] == "application" and row[6][:4] == month[:4]]
    assert len(sent) == expected["applications_by_reported_month"]
    assert sum(row[5] == month for row in applied) == expected["applications_of_month_as_now_known"]


def test_truth__every_month_since_2010_counted_from_the_files() -> None:
    ours = [(event, *row) for event, row in releases()["2013-09"] if unit_of(row[3])]
    for month, expected in TRUTH["history_as_known_in_2013-09"].items():
        applied = [row for row in ours if row[0] == "application" and row[5] == month]
        assert len(applied) == expected["applications"], month
        assert sum(row[2] == "invention" for row in applied) == expected["inventions"], month
        assert sum(row[0] == "grant" and row[5] == month for row in ours) == expected["grants"], month


def test_truth__rows_of_every_sheet_by_fate() -> None:
    releases()
    sheets = {name: answer for name, answer in TRUTH["files"].items() if answer["sort"].endswith("_sheet")}
    assert len(sheets) == 91
    for name, answer in sheets.items():
        assert {fate: FATES[name][fate] for fate in answer["fates"]} == answer["fates"], name
