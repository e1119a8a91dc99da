"""Years that are still open: until a year closes, a run publishes its December again when its numbers change."""

from datetime import date

from flows.home import Home
from flows.publishing.repair import complete_releases
from flows.reference import Reference
from transforms.out import usual_closing_day

# What a December is issued again for; a row set aside since then, or another year's table, is no reason.
NUMBERS = ("monthly_counts", "scorecard")


def open_decembers(home: Home, month: str, as_of: date, reference: Reference) -> list[str]:
    """Decembers other than `month` whose last release was made before their year closed (DECISIONS 14).

    On the first day of work after the close that is the year's final figures, once. A year without targets has no
    verdict to make final: it is looked at until the usual closing day.
    """
    last = {release.month: release for release in complete_releases(home.published) if release.month.endswith("-12")}
    closings = {target.year: target.closes_on for target in reference.targets}
    return [
        december
        for december, release in last.items()
        if december != month and _is_open(int(december[:4]), release.as_of, as_of, closings)
    ]


def _is_open(year: int, released_as_of: date, as_of: date, closings: dict[int, date]) -> bool:
    if year in closings:
        return released_as_of < closings[year]
    return as_of < usual_closing_day(year)
