"""The steps of a monthly run as Prefect tasks: one a step, never one a row; they pass paths and ids, never connections."""

from datetime import date
from pathlib import Path
from typing import Any

from prefect import State, task

from flows.admission import Outcome, admit_all
from flows.alerts.raising import raise_release_alerts
from flows.candidate import build_candidate, close_candidate, count_and_score
from flows.changes.note import note_changes
from flows.checking.start import verify_before_start
from flows.collect import Incoming, collect
from flows.corrections import apply_corrections
from flows.home import Home, data_folder
from flows.prepare import prepare
from flows.progress import step, tell
from flows.reference import load_reference
from flows.release import Published, publish
from flows.serving.long_steps import Bar
from flows.site import build_site
from flows.store.warehouse import open_store
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


@task(
    name="collect",
    task_run_name="{month} 收件",
    retries=_RETRIES,
    retry_delay_seconds=_RETRY_SECONDS,
    retry_condition_fn=_is_outside,
)
def collect_inbox(root: Path, month: str, as_of: date) -> list[Incoming]:
    """Everything in the inbox received by the day, and what still waits in the archive."""
    home = Home(root)
    with step(f"{month} 查看收件文件夹") as progress:
        reference = load_reference(data_folder())
        items = collect(home, as_of)
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
            bar.show(len(outcomes) / len(items))
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


@task(name="build candidate", task_run_name="{month} 待发布文件")
def candidate(root: Path, month: str, as_of: date) -> Path:
    """The release's file to be, cut at the end of the month."""
    with step(f"{month} 生成待发布文件"):
        return build_candidate(Home(root), month, as_of)


@task(name="count, score", task_run_name="{month} 统计、对照目标")
def count(root: Path, file: Path, month: str, as_of: date) -> None:
    """Counts, scorecard and receipts of the candidate."""
    with step(f"{month} 统计并对照目标"):
        count_and_score(Home(root), file, month, as_of, load_reference(data_folder()))


@task(name="note changes", task_run_name="{month} 与上一版比较")
def note(root: Path, file: Path, month: str, as_of: date) -> list[str]:
    """What differs from the release before, and why; returns a short text about it."""
    with step(f"{month} 与上一版比较"):
        return note_changes(Home(root), file, month, as_of, load_reference(data_folder()))


@task(name="check", task_run_name="{month} 核验")
def check(root: Path, file: Path, month: str, as_of: date) -> list[str]:
    """What must hold of the candidate; returns the warnings, raises NotPublished where something critical fails."""
    from flows import drawing
    from flows.checking.gate import check_candidate

    # while the checks are asked elsewhere, there is time for it
    drawing.get_ready()
    with step(f"{month} 发布前核验") as progress:
        results = check_candidate(Home(root), file, month, as_of, load_reference(data_folder()))
        warnings = [one.detail for one in results if not one.success]
        progress.note(f"通过 {len(results) - len(warnings)} 项" + (f",提示 {len(warnings)} 项" if warnings else ""))
    return warnings


@task(name="data docs", task_run_name="核验报告")
def document_checks(root: Path) -> None:
    """Pages of the last checks of this run, in place of those of the run before."""
    from flows.checking.beside import build_docs

    with step("核验报告"):
        build_docs(Home(root))


@task(name="raise alerts", task_run_name="{month} 预警")
def raise_alerts(root: Path, file: Path, month: str, as_of: date, *, announce: bool = True) -> list[str]:
    """Table `alerts` of the candidate; with `announce` the new ones are delivered once the release is out."""
    with step(f"{month} 判断预警") as progress:
        raised = raise_release_alerts(Home(root), file, month, as_of, load_reference(data_folder()), announce=announce)
        progress.note(f"{len(raised)} 条")
    return raised


@task(name="close candidate", task_run_name="{month} 定稿")
def close(root: Path, file: Path, month: str) -> None:
    """Comments, Chinese views and dictionary; what only the steps needed goes."""
    with step(f"{month} 定稿"):
        close_candidate(Home(root), file, load_reference(data_folder()))


@task(name="publish", task_run_name="{month} 发布")
def publish_release(root: Path, file: Path, month: str, as_of: date, tables: tuple[str, ...] = ()) -> Published:
    """Freeze the candidate as a release, unless the last one of the month says the same (in some tables)."""
    with step(f"{month} 发布") as progress:
        published = publish(Home(root), file, month, as_of, load_reference(data_folder()), tables)
        progress.note(published.release.release_id + ("" if published.is_new else "(数字未变,不另发)"))
    return published


@task(name="site", task_run_name="网站")
def site(root: Path) -> None:
    """What may be passed on, made from all published releases; at the end of a run, once."""
    with step("更新可对外提供的网站"):
        build_site(Home(root), load_reference(data_folder()))
