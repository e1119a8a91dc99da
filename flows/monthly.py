"""The monthly job: collect -> read, clean, locate, set aside -> merge -> build candidate -> count, score -> publish."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from prefect import flow

from flows.admission import Outcome
from flows.home import Home
from flows.lock import writer_lock
from flows.release import Published, check_order
from flows.serving.showing import show_release
from flows.states import named_refusal
from flows.steps import candidate, close, collect_inbox, count, merge, prepare_store, publish_release, take_in


@dataclass(frozen=True)
class MonthResult:
    """What a month's run came to: the files it looked at and the release that stands."""

    month: str
    outcomes: list[Outcome]
    published: Published


def run_month(root: Path, month: str, as_of: date) -> MonthResult:
    """One month, step by step; called inside a flow that holds the lock."""
    check_order(Home(root), as_of)
    items = collect_inbox(root, month, as_of)
    outcomes = take_in(root, month, items, as_of)
    merge(root, month, as_of)
    file = candidate(root, month, as_of)
    count(root, file, month, as_of)
    close(root, file, month)
    published = publish_release(root, file, month, as_of)
    if published.is_new:
        show_release(published, month)
    return MonthResult(month, outcomes, published)


@flow(name="monthly", flow_run_name="{month} 月度统计", validate_parameters=False)
@named_refusal
def monthly(root: Path, month: str, as_of: date) -> MonthResult:
    """Take in what has come by `as_of` and publish the release of `month`; raises Refused where it may not."""
    return months_in_order(root, [(month, as_of)])[0]


@flow(name="backfill", flow_run_name="{first} 至 {last} 补发", validate_parameters=False)
@named_refusal
def backfill(root: Path, first: str, last: str, days: list[tuple[str, date]]) -> list[MonthResult]:
    """Several months in order in one process, each as of its own day."""
    return months_in_order(root, days)


def months_in_order(root: Path, days: list[tuple[str, date]]) -> list[MonthResult]:
    """Months with the day each is as of, one after the other; holds the lock from first to last."""
    with writer_lock(Home(root).lock_file):
        prepare_store(root)
        return [run_month(root, month, as_of) for month, as_of in days]
