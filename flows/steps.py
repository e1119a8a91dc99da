"""The steps of a monthly run up to what is merged, as Prefect tasks: one a step, never one a row.

They pass paths and ids, never connections. Those of a release are in release_steps.py.
"""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from prefect import State, task

from flows.admission import Outcome, admit_all
from flows.checking.start import verify_before_start
from flows.collect import Incoming, collect
from flows.corrections import apply_corrections
from flows.home import Home, data_folder
from flows.notes import misnamed_notes
from flows.prepare import prepare
from flows.progress import step, tell
from flows.reference import load_reference
from flows.serving.long_steps import Bar
from flows.store.warehouse import open_store
from flows.supposed_days import supposed_days
from flows.waiting import waiting_items
from transforms.core import derive

# A share of the office's network may be away for a moment: only what reads or writes files is tried again.
_RETRIES, _RETRY_SECONDS = 2, 5


def _is_outside(_task: Any, _run: Any, state: State[Any]) -> bool:
    """Whether a failed state comes from the file system, not from what the files say."""
    problem = getattr(state.data, "exception", state.data)
    return isinstance(problem, OSError)


@task(name="prepare", task_run_name="准备")
def prepare_store(root: Path) -> None:
    """Mend what an earlier run left behind; rebuild the warehouse where code or reference data changed."""
    with step("检查数据目录和仓库"):
        verify_before_start(data_folder())
        prepare(Home(root), load_reference(data_folder()), tell)
    for sentence in misnamed_notes(Home(root)):
        tell(sentence)


@task(name="suppose days of receipt", task_run_name="推定收到日")
def suppose_days(root: Path, days: list[tuple[str, date]]) -> dict[Path, date]:
    """For a backfill: when each file came whose sidecar does not say it."""
    with step("推定没有写明的收到日") as progress:
        supposed = supposed_days(Home(root), dict(days), load_reference(data_folder()))
        progress.note(f"{len(supposed)} 个文件")
    last = max(day for _, day in days)
    for item in (item for item, day in supposed if day > last):
        tell(f"{item.file_name} 属于以后的月份,这次不读入;到时运行 ipstats run 即可。")
    return {item.path: day for item, day in supposed}


@task(
    name="collect",
    task_run_name="{month} 收件",
    retries=_RETRIES,
    retry_delay_seconds=_RETRY_SECONDS,
    retry_condition_fn=_is_outside,
)
def collect_inbox(root: Path, month: str, as_of: date, supposed: Mapping[Path, date]) -> list[Incoming]:
    """Everything in the inbox received by the day (or the day that is supposed), and what still waits in the archive."""
    home = Home(root)
    with step(f"{month} 查看收件文件夹") as progress:
        reference = load_reference(data_folder())
        items = collect(home, as_of, supposed)
        with open_store(home, reference.derivation_key) as connection:
            waiting = waiting_items(connection, home, items, as_of)
        progress.note(f"{len(items)} 个文件")
    return items + waiting


@task(
    name="read, clean, locate, set aside",
    task_run_name="{month} 读入、清洗、定位、核行",
    retries=_RETRIES,
    retry_delay_seconds=_RETRY_SECONDS,
    retry_condition_fn=_is_outside,
)
def take_in(root: Path, month: str, items: list[Incoming], as_of: date) -> list[Outcome]:
    """Take in what is new, a batch of rows at a time; what cannot be taken in is held, the others are unharmed."""
    home, reference = Home(root), load_reference(data_folder())
    with (
        step(f"{month} 读入、清洗、定位、核行") as progress,
        open_store(home, reference.derivation_key) as connection,
    ):
        bar, outcomes = Bar(f"{month} 读入 {len(items)} 个文件"), []
        for outcome in admit_all(connection, home, items, as_of, reference, progress.at):
            outcomes.append(outcome)
            bar.show(min(len(outcomes) / max(len(items), 1), 1))
        mended = apply_corrections(connection, home, as_of, reference)
        new = [outcome for outcome in outcomes if outcome.state == "accepted"]
        rows = sum(outcome.counts.read for outcome in new)
        progress.note(f"新入库 {len(new)} 个文件、{rows} 行" + (f",执行更正 {mended} 条" if mended else ""))
    return outcomes


@task(name="merge", task_run_name="{month} 合并")
def merge(root: Path, month: str, as_of: date) -> int:
    """Records -> events and patents, for the applications that new rows touch."""
    home, reference = Home(root), load_reference(data_folder())
    with step(f"{month} 合并为专利事件"), open_store(home, reference.derivation_key) as connection:
        return derive(connection, as_of)
