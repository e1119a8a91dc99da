"""What the sheets of one month are made from, and what the generator remembers between months."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random

from maker.applicants import PARTNERS, TRADES, Applicant, Directory
from maker.calendar_days import any_day, last_day
from maker.numbers import TYPE_DIGIT, NumberOffice
from maker.places import POSTCODES
from maker.world import Application, Grant

PARTS = ("装置", "支架", "连接件", "锁扣", "方法", "外壳")


@dataclass
class Memory:
    """What earlier sheets said and later ones come back to."""

    directory: Directory = field(default_factory=Directory)
    office: NumberOffice = field(default_factory=NumberOffice)
    applications: list[Application] = field(default_factory=list)
    grants: list[Grant] = field(default_factory=list)
    granted: set[str] = field(default_factory=set)
    published: set[str] = field(default_factory=set)
    untouchable: set[str] = field(default_factory=set)
    sent_again: set[str] = field(default_factory=set)
    to_send_right: dict[str, list[Application]] = field(default_factory=dict)
    turn: int = 0


@dataclass
class Sheet:
    """The sheet of a month being written: its month, its own random numbers, the memory of all."""

    month: str
    rng: Random
    memory: Memory

    def title(self, trade: str | None = None) -> str:
        """Return an invented title."""
        return f"一种{trade or self.rng.choice(TRADES)}用{self.rng.choice(PARTS)}"

    def co_applicants(self, first: str) -> tuple[str, ...]:
        """Return the applicants: the first, and sometimes a partner."""
        if self.rng.random() < 0.17:
            partner = self.rng.choice([name for name in PARTNERS if name != first])
            return (first, partner)
        return (first,)

    def application(self, patent_type: str, month: str, applicant: Applicant | None = None) -> Application:
        """Return a new application accepted in the month, filed up to twelve days before."""
        rng = self.rng
        by = applicant or self.memory.directory.any(rng)
        accepted = any_day(month, rng)
        filed = accepted - timedelta(days=rng.randint(0, 12))
        base = self.memory.office.application(accepted.year, TYPE_DIGIT[patent_type], rng)
        trade = next((trade for trade in TRADES if trade in by.name), None)
        return Application(
            base,
            patent_type,
            filed,
            accepted,
            self.month,
            self.co_applicants(by.name),
            by.kind,
            by.address,
            by.unit,
            rng.choice(POSTCODES),
            self.title(trade),
        )

    def any_application(self, month: str | None = None) -> Application:
        """Return a new application of any type."""
        patent_type = self.rng.choices(list(TYPE_DIGIT), weights=(10, 52, 38))[0]
        return self.application(patent_type, month or self.month)

    def renumbered(self, application: Application, type_digit: str, filed: date) -> Application:
        """Return the application under a number of another type digit and with another filing date."""
        accepted = application.accepted or last_day(self.month)
        base = self.memory.office.application(accepted.year, type_digit, self.rng)
        return replace(application, base=base, filed=filed)
