"""Releases that were published and whose folder somebody or a failing disk has taken away or changed."""

from collections.abc import Sequence
from pathlib import Path

import duckdb

from flows.publishing.freeze import DATABASE
from flows.publishing.repair import complete_releases, damaged_releases, latest

_REMEMBERED = "SELECT release_id FROM main.releases"


def missing_releases(published_dir: Path) -> list[str]:
    """Ids of releases that are gone or not whole any more."""
    return sorted({*_gone(published_dir), *damaged_releases(published_dir)})


def missing_sentence(published_dir: Path, missing: Sequence[str]) -> str:
    """What is missing and what to do; nothing waits for it."""
    return (
        f"发布版 {'、'.join(missing)} 的文件夹缺失或不完整(在 {published_dir / 'releases'})。请从备份恢复;"
        "没有备份的不影响以后运行,编号不再使用,需要时用 ipstats run --month 重新发布该月。"
    )


def keep_numbers(published_dir: Path, missing: Sequence[str]) -> None:
    """An empty folder for each that is gone: a number that people know is given to no other release, nor is it forgotten."""
    for release_id in missing:
        (published_dir / "releases" / release_id).mkdir(parents=True, exist_ok=True)


def _gone(published_dir: Path) -> set[str]:
    """Ids of which the current copy or the latest release knows and that have no folder."""
    standing = latest(complete_releases(published_dir))
    files = [published_dir / DATABASE]
    if standing is not None:
        files.append(published_dir / "releases" / standing.release_id / DATABASE)
    known = {release_id for file in files for release_id in _remembered(file)}
    return {one for one in known if not (published_dir / "releases" / one).is_dir()}


def _remembered(file: Path) -> list[str]:
    try:
        with duckdb.connect(str(file), read_only=True) as connection:
            return [str(row[0]) for row in connection.execute(_REMEMBERED).fetchall()]
    except duckdb.Error:
        # none there, or one that cannot be read: that is said elsewhere
        return []
