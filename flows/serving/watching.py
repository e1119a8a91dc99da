"""Which new files of the inbox would be held, found out without taking anything in."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from flows.archive import STILL_WRITTEN
from flows.collect import Incoming, collect
from flows.home import Home, data_folder
from flows.publishing.export import file_sha256
from flows.publishing.freeze import DATABASE
from flows.reference import Reference, load_reference
from flows.relation import check_relation, replaced_by
from flows.take_in import recognise_file
from transforms.errors import Held
from transforms.intake import DeliveryPlan

_ACCEPTED = (Path(__file__).parent / "accepted_deliveries.sql").read_text(encoding="utf-8")


@dataclass(frozen=True)
class _Apart(Home):
    """A home whose scratch space is not that of the writer, which may be at work."""

    scratch: Path

    @property
    def work(self) -> Path:
        """The scratch space in place of the writer's."""
        return self.scratch


@dataclass(frozen=True)
class _Accepted:
    """A delivery that the current release knows."""

    delivery_id: str
    file_name: str
    source: str
    month: str | None


def files_not_understood(home: Home, day: date) -> list[tuple[str, Held]]:
    """Every file that the next run would hold, with the reason; what the current release has taken in is left out.

    A file that is being copied is no news: the next look will see it whole.
    """
    reference, accepted = load_reference(data_folder()), _accepted(home)
    known = {delivery.delivery_id for delivery in accepted}
    with TemporaryDirectory(prefix="ipstats-watch-") as scratch:
        apart = _Apart(home.root, Path(scratch))
        come = [item for item in collect(apart, day) if item.problem is not STILL_WRITTEN]
        new = [item for item in come if item.problem or file_sha256(item.path) not in known]
        problems = [(item.file_name, _problem(item, apart, accepted, reference)) for item in new]
    return [(name, problem) for name, problem in problems if problem is not None]


def _problem(item: Incoming, home: Home, accepted: list[_Accepted], reference: Reference) -> Held | None:
    def standing_of_month(plan: DeliveryPlan) -> list[tuple[int, str]]:
        """The files of its source and month that stand."""
        # which of several tables of one source a file is, a release does not say: the run itself will tell
        same = (plan.profile.source, plan.feed_month)
        return [] if plan.part else [(0, one.file_name) for one in accepted if (one.source, one.month) == same]

    try:
        if item.problem:
            raise item.problem
        plan = recognise_file(item, item.path, reference, home.work).plan
        check_relation(plan)
        replaced_by(plan, item.received_on, standing_of_month)
    except Held as problem:
        return problem
    return None


def _accepted(home: Home) -> list[_Accepted]:
    current = home.published / DATABASE
    if not current.exists():
        return []
    with duckdb.connect(str(current), read_only=True) as connection:
        return [_Accepted(*row) for row in connection.execute(_ACCEPTED).fetchall()]
