"""Applications and grants of each month of two years, and what of them may be compared (DECISIONS 6, 15)."""

from dataclasses import dataclass, fields
from typing import Literal

from transforms.bulletin.source import Source
from transforms.out.counting_rules import indicators

Measure = Literal["applications", "grants"]
INDICATOR: dict[Measure, str] = {"applications": "patent_applications", "grants": "patent_grants"}


@dataclass(frozen=True)
class MonthFigure:
    """One month's counts by type and the year to date, `bases_to_date` the basis of each of its months.

    `is_complete`: every month so far is known.
    """

    is_known: bool
    is_complete: bool
    basis: str | None
    bases_to_date: list[str | None]
    total: int
    inventions: int
    utility_models: int
    designs: int
    total_to_date: int
    inventions_to_date: int


@dataclass(frozen=True)
class Figures:
    """The months of this year (offset 0) and of last year (-1) by measure; `month_number` is the bulletin's month."""

    month_number: int
    months: dict[tuple[Measure, int, int], MonthFigure]
    comparable: dict[Measure, bool]

    def this_year(self, measure: Measure, month_number: int | None = None) -> MonthFigure:
        """A month of this year, by default the bulletin's."""
        return self.months[measure, 0, month_number or self.month_number]

    def last_year(self, measure: Measure, month_number: int | None = None) -> MonthFigure | None:
        """The same month of last year where its own count is known, by whatever rule."""
        figure = self.months[measure, -1, month_number or self.month_number]
        return figure if figure.is_known else None

    def base(self, measure: Measure, month_number: int | None = None) -> MonthFigure | None:
        """Last year to the same month where this year's to date may be compared with it: complete, same rule and basis."""
        now, before = self.this_year(measure, month_number), self.last_year(measure, month_number)
        if before is None or not (before.is_complete and now.is_complete and self.comparable[measure]):
            return None
        return before if before.bases_to_date == now.bases_to_date else None

    def base_of_month(self, measure: Measure, month_number: int) -> MonthFigure | None:
        """The same month of last year where this year's alone may be compared with it, whatever is missing before it."""
        now, before = self.this_year(measure, month_number), self.last_year(measure, month_number)
        is_comparable = now.is_known and self.comparable[measure]
        return before if is_comparable and before is not None and before.basis == now.basis else None

    def other_bases(self, measure: Measure) -> dict[int, tuple[str, str]]:
        """Months of this year that are known on another basis than a year ago: this year's basis, last year's."""
        pairs = {
            number: (self.this_year(measure, number).basis, before.basis)
            for number in range(1, self.month_number + 1)
            if (before := self.last_year(measure, number)) is not None
        }
        return {number: (now, before) for number, (now, before) in pairs.items() if now and before and now != before}

    def missing(self, measure: Measure) -> list[int]:
        """The months of this year whose feed did not come."""
        return [number for number in range(1, self.month_number + 1) if not self.this_year(measure, number).is_known]


def read_figures(source: Source) -> Figures:
    """The figures of a release."""
    names = [field.name for field in fields(MonthFigure)]
    months = {
        (row["measure"], row["year_offset"], row["month_number"]): MonthFigure(**{name: row[name] for name in names})
        for row in source.rows("months")
    }
    return Figures(source.month_number, months, {measure: _same_rule(measure, source.year) for measure in INDICATOR})


def _same_rule(measure: Measure, year: int) -> bool:
    rules = {
        series.rule
        for series in indicators()[INDICATOR[measure]].series
        for one in (year - 1, year)
        if series.from_year <= one <= series.to_year
    }
    return len(rules) == 1
