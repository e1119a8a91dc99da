"""The two tables that say what the samples hold: how many a month, and which cases are planted where."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent


@dataclass(frozen=True)
class MonthPlan:
    """Applications of a month sent with its sheet, those of the month before sent late, grants."""

    month: str
    applications: int
    inventions: int
    late: int
    late_inventions: int
    grants: int


@dataclass(frozen=True)
class PlantedCase:
    """So many rows of a case in a sheet of some months, and why the office should care."""

    sheet: str
    case: str
    months: tuple[str, ...]
    rows: int
    meaning: str

    def falls_in(self, month: str) -> bool:
        """Say whether the case is planted in that month ('2013-*' means every month of 2013)."""
        return any(fnmatchcase(month, pattern) for pattern in self.months)


@cache
def month_plans() -> tuple[MonthPlan, ...]:
    """Return the plan of every month in order."""
    with (HERE / "plan.csv").open(encoding="utf-8", newline="") as lines:
        return tuple(
            MonthPlan(
                row["month"],
                int(row["applications"]),
                int(row["inventions"]),
                int(row["late"]),
                int(row["late_inventions"]),
                int(row["grants"]),
            )
            for row in csv.DictReader(lines)
        )


@cache
def planted_cases() -> tuple[PlantedCase, ...]:
    """Return every planted case."""
    with (HERE / "cases.csv").open(encoding="utf-8", newline="") as lines:
        return tuple(
            PlantedCase(
                row["sheet"], row["case"], tuple(row["months"].split()), int(row["rows"]), row["meaning"]
            )
            for row in csv.DictReader(lines)
        )


def cases_of(sheet: str, month: str) -> list[str]:
    """Return the names of the cases of that sheet and month, each as often as it has rows."""
    return [
        case.case
        for case in planted_cases()
        if case.sheet == sheet and case.falls_in(month)
        for _ in range(case.rows)
    ]
