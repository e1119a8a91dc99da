"""Counts of the year by reporting unit or applicant kind, ready for tables."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from transforms.bulletin.cells import Cell, fraction, growth_cell, points_cell, share_cell
from transforms.bulletin.figures import Figures
from transforms.bulletin.source import Row, Source
from transforms.bulletin.wording import Bound

Dimension = Literal["unit_code", "applicant_kind"]
_COUNTS = (
    "month_now", "month_before", "applications", "applications_before", "inventions", "inventions_before",
    "grants", "grants_before", "granted_inventions",
)  # fmt: skip


@dataclass(frozen=True)
class Group:
    """One line's counts; what is not known or may not be compared is None (DECISIONS 6, 15)."""

    month_now: int | None
    month_before: int | None
    applications: int | None
    applications_before: int | None
    inventions: int | None
    inventions_before: int | None
    grants: int | None
    grants_before: int | None
    granted_inventions: int | None

    @property
    def share(self) -> Fraction | None:
        """Inventions of applications this year."""
        return None if self.applications is None else fraction(self.inventions or 0, self.applications)

    @property
    def share_before(self) -> Fraction | None:
        """The same of last year."""
        return (
            None
            if self.applications_before is None
            else fraction(self.inventions_before or 0, self.applications_before)
        )


@dataclass(frozen=True)
class Groups:
    """Lines by member, and the city's."""

    members: dict[str, Group]
    total: Group
    empty: Group

    def of(self, member: str) -> Group:
        """A member's line; one without rows has true zeros where the city's figure is known."""
        return self.members.get(member, self.empty)


def read_groups(source: Source, figures: Figures, dimension: Dimension) -> Groups:
    """Counts of every member, with what is unknown of the city taken out."""
    rows = {row["member"]: row for row in source.rows("groups", dimension=dimension)}
    known = _known(figures)
    total = _group(rows.pop(None, {}), known)
    return Groups({member: _group(row, known) for member, row in rows.items()}, total, _group({}, known))


def application_cells(group: Group, bound: Bound) -> list[Cell | int | None]:
    """累计, 上年同期, 同比, 发明, 发明占比, 占比同比增减."""
    return [
        group.applications,
        group.applications_before,
        growth_cell(group.applications, group.applications_before),
        group.inventions,
        share_cell(group.inventions, group.applications, bound),
        points_cell(group.share, group.share_before),
    ]


def _group(row: Row, known: dict[str, bool]) -> Group:
    return Group(**{name: int(row.get(name) or 0) if known[name] else None for name in _COUNTS})


def _known(figures: Figures) -> dict[str, bool]:
    applications, grants = figures.this_year("applications"), figures.this_year("grants")
    has_base, has_grant_base = figures.base("applications") is not None, figures.base("grants") is not None
    number = figures.month_number
    earlier = figures.this_year("applications", number - 1) if number > 1 else figures.months["applications", -1, 12]
    same_rule = number > 1 or figures.comparable["applications"]
    return {
        "month_now": applications.is_known,
        "month_before": earlier.is_known and same_rule,
        "applications": applications.is_complete,
        "applications_before": has_base,
        "inventions": applications.is_complete,
        "inventions_before": has_base,
        "grants": grants.is_complete,
        "grants_before": has_grant_base,
        "granted_inventions": grants.is_complete,
    }
