"""The steps from what is merged to a release, and what a run ends with, as Prefect tasks like those of steps.py."""

from datetime import date
from pathlib import Path

from prefect import task

from flows.alerts.raising import raise_release_alerts
from flows.bulletins import begin_bulletin
from flows.candidate import build_candidate, close_candidate, count_and_score
from flows.changes.note import note_changes
from flows.home import Home, data_folder
from flows.progress import step
from flows.publishing.release import next_release
from flows.reference import load_reference
from flows.release import Published, publish
from flows.site import build_site


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
    from flows.checking.gate import check_candidate

    home, reference = Home(root), load_reference(data_folder())
    release = next_release(home.published, month, as_of)
    with step(f"{month} 发布前核验") as progress:
        results = check_candidate(
            home, file, month, as_of, reference, lambda: begin_bulletin(home, file, release, reference)
        )
        warnings = [one.detail for one in results if not one.success]
        progress.note(f"通过 {len(results) - len(warnings)} 项" + (f",提示 {len(warnings)} 项" if warnings else ""))
    return warnings


@task(name="data docs", task_run_name="核验报告")
def document_checks(root: Path) -> None:
    """Pages of the last checks of this run, in place of those of the run before."""
    from flows.checking.checker import build_docs

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
