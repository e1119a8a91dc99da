"""What the generator intends: applications, grants, rows with their fate, files with their arrival."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from maker.calendar_days import month_of

Cell = str | int | float | date | None
Fate = Literal["accepted", "repeated", "quarantined", "out_of_scope"]
FATES: tuple[Fate, ...] = ("accepted", "repeated", "quarantined", "out_of_scope")


@dataclass(frozen=True)
class Application:
    """One application as its office knows it; `unit` is None elsewhere, `accepted` None where left blank."""

    base: str
    patent_type: str
    filed: date
    accepted: date | None
    feed_month: str
    applicants: tuple[str, ...]
    kind: str
    address: str | None
    unit: str | None
    postcode: str | None
    title: str

    @property
    def counting_month(self) -> str:
        """The month of acceptance, or the feed's where no acceptance date is given (DECISIONS 1)."""
        return month_of(self.accepted) if self.accepted else self.feed_month


@dataclass(frozen=True)
class Grant:
    """One grant as announced; `base` is the application's number, `unit` None elsewhere."""

    base: str
    patent_type: str
    announced: date
    publication: str
    applicants: tuple[str, ...]
    kind: str
    address: str | None
    unit: str | None
    postcode: str | None
    title: str
    classification: str


@dataclass(frozen=True)
class Event:
    """What a row adds to the counts when it is the first to report it; `unit` is None out of territory."""

    event: Literal["application", "grant", "publication"]
    identity: str
    month: str
    patent_type: str
    kind: str
    unit: str | None


@dataclass(frozen=True)
class Row:
    """One row of a sheet: cells by field, its fate, the event it newly adds if any, the planted case."""

    cells: dict[str, Cell]
    fate: Fate
    event: Event | None = None
    case: str = ""
    source: Application | Grant | None = None


@dataclass(frozen=True)
class Delivery:
    """One file of the inbox with its sidecar, the fate of its rows and what it adds to the counts."""

    file_name: str
    content: bytes
    received_on: date
    sort: str
    month: str | None = None
    sidecar: dict[str, str] = field(default_factory=dict)
    rows: tuple[Row, ...] = ()
    blank_rows: int = 0
    withdraws: str | None = None
    held: bool = False
    note: str = ""


def application_event(application: Application) -> Event:
    """Return the event that an application makes."""
    return Event(
        "application",
        application.base,
        application.counting_month,
        application.patent_type,
        application.kind,
        application.unit,
    )


def grant_event(grant: Grant) -> Event:
    """Return the event that a grant makes."""
    return Event("grant", grant.base, month_of(grant.announced), grant.patent_type, grant.kind, grant.unit)
