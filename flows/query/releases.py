"""Which published file a query reads."""

from __future__ import annotations

import re
from pathlib import Path

from flows.home import Home, demo_home
from transforms.errors import Refused

FILE_NAME = "patents.duckdb"
RELEASE_ID = re.compile(r"(\d{4}-\d{2})\.(\d+)")
# The release's month: its scorecard ends with it; without targets, the release published last is this one.
MONTH_SQL = """
    SELECT coalesce(
        (SELECT max(month) FROM scorecard),
        (SELECT arg_max(month, published_at) FROM releases),
        (SELECT max(month) FROM monthly_counts)
    )
"""


def release_ids(home: Home) -> list[str]:
    """The releases of a home, oldest month first, then by revision; folders still being written are none."""
    folder = home.published / "releases"
    if not folder.is_dir():
        return []
    found = [RELEASE_ID.fullmatch(path.name) for path in folder.iterdir() if (path / FILE_NAME).is_file()]
    return [match[0] for match in sorted(filter(None, found), key=lambda match: (match[1], int(match[2])))]


def published_file(home: Home, release: str | None) -> Path:
    """The current copy, or the file of a release ('2013-09.1', or '2013-09' for its latest revision).

    Raises Refused with what there is, or with what to do where nothing was published yet.
    """
    if release is None:
        current = home.published / FILE_NAME
        if not current.is_file():
            raise Refused(nothing_published(home))
        return current
    ids = release_ids(home)
    chosen = [name for name in ids if release in (name, name.split(".")[0])]
    if not chosen:
        there_are = f"现有:{'、'.join(ids[-24:])}。" if ids else nothing_published(home)
        raise Refused(f"没有发布版“{release}”。{there_are}")
    return home.published / "releases" / chosen[-1] / FILE_NAME


def nothing_published(home: Home) -> str:
    """The sentence for a home without a release."""
    sentence = (
        f"{home.root} 还没有发布版。请先把文件放进 {home.inbox},再运行 ipstats run;想先看示例,请运行 ipstats demo。"
    )
    demo = demo_home()
    if home.root != demo.root and (demo.published / FILE_NAME).is_file():
        sentence += f"(查询示例数据请加 --home {demo.root})"
    return sentence
