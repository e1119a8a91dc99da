"""The monthly job: collect -> read, clean, locate, set aside -> merge -> build candidate -> count, score -> publish."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from prefect import flow

from flows.admission import Outcome
from flows.alerts.around import delivering_after, noting_trouble
from flows.alerts.operational import note_held_outcomes
from flows.home import Home
from flows.lock import writer_lock
from flows.publishing.repair import complete_releases
from flows.release import Published, check_order
from flows.serving.showing import show_release
from flows.states import named_refusal
from flows.steps import (
    candidate,
    close,
    collect_inbox,
    count,
    merge,
    prepare_store,
    publish_release,
    raise_alerts,
    take_in,
)


@dataclass(frozen=True)
class MonthResult:
    """What a month's run came to: the files it looked at and the release that stands."""

    month: str
    outcomes: list[Outcome]
    published: Published


def run_month(root: Path, month: str, as_of: date, *, announce: bool = True) -> MonthResult:
    """One month, step by step; called inside a flow that holds the lock. Without `announce` nobody is told of it."""
    check_order(Home(root), as_of)
    items = collect_inbox(root, month, as_of)
    outcomes = take_in(root, month, items, as_of)
    merge(root, month, as_of)
    file = candidate(root, month, as_of)
    count(root, file, month, as_of)
    raise_alerts(root, file, month, as_of, announce=announce)
    close(root, file, month)
    published = publish_release(root, file, month, as_of)
    if announce:
        note_held_outcomes(Home(root), month, outcomes)
    if published.is_new:
        show_release(published, month, with_event=announce)
    return MonthResult(month, outcomes, published)


def one_month(root: Path, month: str, as_of: date) -> MonthResult:
    """What both monthly flows do: the one of the command line and the one that runs by itself."""
    with delivering_after(root), writer_lock(Home(root).lock_file), noting_trouble(root, month):
        prepare_store(root)
        return run_month(root, month, as_of)


@flow(name="monthly", flow_run_name="{month} 月度统计", validate_parameters=False)
@named_refusal
def monthly(root: Path, month: str, as_of: date) -> MonthResult:
    """Take in what has come by `as_of` and publish the release of `month`; raises Refused where it may not."""
    return one_month(root, month, as_of)


@flow(name="backfill", flow_run_name="{first} 至 {last} 补发", validate_parameters=False)
@named_refusal
def backfill(root: Path, first: str, last: str, days: list[tuple[str, date]]) -> list[MonthResult]:
    """Several months in order in one process, each as of its own day; people are told of the newest only (DECISIONS 21)."""
    with delivering_after(root), writer_lock(Home(root).lock_file), noting_trouble(root, last):
        prepare_store(root)
        newest = max([last, *(release.month for release in complete_releases(Home(root).published))])
        return [run_month(root, month, as_of, announce=month == newest) for month, as_of in days]
