"""Applications and grants of each month of two years, and what of them may be compared (DECISIONS 6, 15)."""

from dataclasses import dataclass, fields
from typing import Literal

from transforms.bulletin.source import Source
from transforms.out.counting_rules import indicators

Measure = Literal["applications", "grants"]
INDICATOR: dict[Measure, str] = {"applications": "patent_applications", "grants": "patent_grants"}


@dataclass(frozen=True)
class MonthFigure:
    """One month's counts by type and the year to date; `is_complete`: every month so far is known."""

    is_known: bool
    is_complete: bool
    basis: str | None
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
        """Last year to the same month where this year's to date may be compared with it: complete, same rule."""
        figure = self.last_year(measure, month_number)
        is_whole = figure is not None and figure.is_complete and self.this_year(measure, month_number).is_complete
        return figure if is_whole and self.comparable[measure] else None

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
