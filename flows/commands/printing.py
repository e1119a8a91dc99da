"""What a run says at its end: held files to standard error, the scorecard to standard output."""

import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, ParamSpec

import duckdb

from flows.publishing.freeze import DATABASE
from flows.store.warehouse import open_read_only
from transforms.bulletin import PAGE
from transforms.bulletin.words import add_words
from transforms.errors import WrongUsage

if TYPE_CHECKING:
    from flows.monthly import MonthResult
    from flows.release import Published

Arguments = ParamSpec("Arguments")
_SCORECARD = (Path(__file__).parent / "scorecard.sql").read_text(encoding="utf-8")
_TOLD_AS = {"withdrawn": "已移走", "seen": "旁注未生效", "accepted": "可能不全"}


def usage(command: Callable[Arguments, int]) -> Callable[Arguments, int]:
    """A command whose WrongUsage becomes a sentence and exit code 2."""

    @wraps(command)
    def checked(*args: Arguments.args, **kwargs: Arguments.kwargs) -> int:
        """The command, its mistakes of usage told."""
        try:
            return command(*args, **kwargs)
        except WrongUsage as mistake:
            sys.stderr.write(f"用法有误:{mistake}\n")
            return 2

    return checked


def print_month(result: "MonthResult") -> None:
    """What became of files that a person must know of, warnings of the checks, then the scorecard and where the release lies."""
    if not result.outcomes:
        sys.stderr.write(f"注意:{result.month} 的收件文件夹是空的,按已有数据统计。\n")
    for outcome in result.outcomes:
        if outcome.state == "held":
            sys.stderr.write(f"【待确认文件】{outcome.message}其余文件不受影响。\n")
        elif outcome.message:
            sys.stderr.write(f"【{_TOLD_AS[outcome.state]}】{outcome.message}\n")
    for warning in result.published.warnings:
        sys.stderr.write(f"【核验提示】{warning}\n")
    for december in result.reissued:
        _print_published("年度结果有变动,另发一版", december)
    _print_published("已发布" if result.published.is_new else "数字与上一版相同,未另发;现行版", result.published)


def _print_published(news: str, published: "Published") -> None:
    release = published.release
    sys.stdout.write(f"{release.month}:{news} {release.release_id}(数据截至 {release.as_of})\n")
    lines = scorecard_lines(published.folder, release.month)
    sys.stdout.write("".join(f"  {line}\n" for line in lines) or "  本年没有目标文件(data/targets),只发布统计数。\n")
    if published.is_new:
        sys.stdout.write("".join(f"  {sentence}\n" for sentence in published.changes))
    sys.stdout.write(f"  文件夹:{published.folder}\n")
    if (page := published.folder / PAGE).exists():
        sys.stdout.write(f"  月报:{page}(同名 .docx 供报送;-shareable 为可对外提供的版本)\n")


def scorecard_lines(release_folder: Path, month: str) -> list[str]:
    """One Chinese line a target of the city, in the order of the targets file."""
    with open_read_only(release_folder, release_folder / DATABASE) as connection:
        return [str(row[0]) for row in _rows(connection, month)]


def _rows(connection: duckdb.DuckDBPyConnection, month: str) -> list[tuple[Any, ...]]:
    add_words(connection)
    return connection.execute(_SCORECARD, {"month": month}).fetchall()
