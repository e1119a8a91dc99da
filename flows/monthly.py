"""The monthly job: collect -> read, clean, locate, set aside -> merge -> build candidate -> count, score -> check -> publish."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from types import MappingProxyType

from prefect import flow

from flows.admission import Outcome
from flows.alerts.around import delivering_after, noting_trouble
from flows.alerts.operational import note_held_outcomes
from flows.home import Home, data_folder
from flows.lock import writer_lock
from flows.months import RUN_NAME
from flows.open_years import NUMBERS, open_decembers
from flows.order_of_days import check_order, still_to_do
from flows.progress import tell
from flows.publishing.repair import complete_releases
from flows.reference import load_reference
from flows.release import Published
from flows.release_steps import (
    candidate,
    check,
    close,
    count,
    document_checks,
    note,
    publish_release,
    raise_alerts,
    site,
)
from flows.serving.showing import show_release
from flows.states import named_refusal
from flows.steps import collect_inbox, merge, prepare_store, suppose_days, take_in


@dataclass(frozen=True)
class MonthResult:
    """What a month's run came to: the files it looked at, the release that stands, Decembers of open years issued again."""

    month: str
    outcomes: list[Outcome]
    published: Published
    reissued: list[Published] = field(default_factory=list)


def run_month(
    root: Path, month: str, as_of: date, supposed: Mapping[Path, date] = MappingProxyType({}), *, announce: bool = True
) -> MonthResult:
    """One month, step by step; called inside a flow that holds the lock. Without `announce` nobody is told of it.

    `supposed` has days of receipt that nobody wrote down.
    """
    check_order(Home(root), as_of)
    items = collect_inbox(root, month, as_of, supposed)
    outcomes = take_in(root, month, items, as_of)
    merge(root, month, as_of)
    decembers = open_decembers(Home(root), month, as_of, load_reference(data_folder()))
    again = [release_month(root, december, as_of, NUMBERS, announce=announce) for december in decembers]
    published = release_month(root, month, as_of, announce=announce)
    if announce:
        note_held_outcomes(Home(root), month, outcomes)
    reissued = [december for december in again if december.is_new]
    for release in (*reissued, *([published] if published.is_new else [])):
        show_release(root, release, release.release.month, with_event=announce)
    return MonthResult(month, outcomes, published, reissued)


def release_month(
    root: Path, month: str, as_of: date, tables: tuple[str, ...] = (), *, announce: bool = True
) -> Published:
    """The release of one month from what is merged, new where its content (or that of some tables) is."""
    file = candidate(root, month, as_of)
    count(root, file, month, as_of)
    changes = note(root, file, month, as_of)
    raise_alerts(root, file, month, as_of, announce=announce)
    warnings = check(root, file, month, as_of)
    close(root, file, month)
    published = publish_release(root, file, month, as_of, tables)
    return replace(published, changes=tuple(changes), warnings=tuple(warnings))


def one_month(root: Path, month: str, as_of: date) -> MonthResult:
    """What both monthly flows do: the one of the command line and the one that runs by itself."""
    with delivering_after(root), writer_lock(Home(root).lock_file), noting_trouble(root, month):
        prepare_store(root)
        result = run_month(root, month, as_of)
        document_checks(root)
        site(root)
        return result


@flow(name="monthly", flow_run_name=RUN_NAME, validate_parameters=False)
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
        supposed = suppose_days(root, days)
        left = still_to_do(Home(root), days)
        for month, as_of in days:
            if (month, as_of) not in left:
                tell(f"{month} 已按 {as_of} 发布,不再重做。")
        results = [run_month(root, month, as_of, supposed, announce=month == newest) for month, as_of in left]
        document_checks(root)
        site(root)
        return results
