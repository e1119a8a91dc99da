"""Any two published releases compared, with the causes that the releases on the way recorded."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb

from expectations.contracts import load_contracts
from flows.changes.compare import compare, sql
from flows.changes.otherwise import otherwise
from flows.home import Home
from flows.publishing.freeze import DATABASE, read_manifest
from flows.publishing.release import Release
from flows.publishing.repair import complete_releases, damaged_releases
from flows.query.releases import published_file
from flows.store.connections import connect
from flows.store.warehouse import attach_read_only
from transforms.errors import Refused, WrongUsage

_MOST_CAUSES = 5


def find_pair(home: Home, first: str, second: str) -> tuple[Release, Release]:
    """The two releases named ('2013-09.1', or '2013-09' for its latest revision), the one made first before the other.

    Raises Refused for one that does not exist or is damaged, WrongUsage where both are the same.
    """
    names = [published_file(home, name).parent.name for name in (first, second)]
    if names[0] == names[1]:
        raise WrongUsage(f"两个都是发布版 {names[0]},没有可比较的。请给出两个不同的发布版,如 2013-08.1 2013-09.1。")
    damaged = [name for name in names if name in damaged_releases(home.published)]
    if damaged:
        raise Refused(f"发布版 {damaged[0]} 的文件不完整或被改动过,不能比较。请从备份恢复 published/releases/{damaged[0]}。")
    earlier, later = (release for release in in_order(home) if release.release_id in names)
    return earlier, later


def in_order(home: Home) -> list[Release]:
    """All complete releases in the order in which they were made: what is known only grows."""
    return sorted(complete_releases(home.published), key=lambda one: (one.as_of, one.published_at, one.rank))


@contextmanager
def compared(home: Home, earlier: Release, later: Release) -> Iterator[duckdb.DuckDBPyConnection]:
    """A connection with both attached and compared, and the table `told`: the lines with their causes."""
    folders = [home.published / "releases" / release.release_id for release in (earlier, later)]
    with TemporaryDirectory(prefix="ipstats-") as work, connect(Path(work)) as connection:
        try:
            for folder, side in zip(folders, ("earlier", "later"), strict=True):
                attach_read_only(connection, folder / DATABASE, side)
            compare(connection, load_contracts(), earlier.month, later.month)
            _tell(connection, _on_the_way(home, earlier, later), otherwise(*map(read_manifest, folders)))
        except duckdb.Error as error:
            raise Refused(f"读不了发布版的文件,可能已损坏:{str(error).splitlines()[0]}") from error
        yield connection


def _on_the_way(home: Home, earlier: Release, later: Release) -> list[Path]:
    made = in_order(home)
    chosen = made[made.index(earlier) + 1 : made.index(later) + 1]
    return [home.published / "releases" / release.release_id / DATABASE for release in chosen]


def _tell(connection: duckdb.DuckDBPyConnection, files: Sequence[Path], unexplained: str) -> None:
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE recorded "
        "(table_name VARCHAR, key VARCHAR, column_name VARCHAR, cause VARCHAR, is_value BOOLEAN)"
    )
    for file in files:
        attach_read_only(connection, file, "noted")
        connection.execute(sql("causes/recorded"))
        connection.execute("DETACH noted")
    connection.execute(sql("causes/between"), {"most_causes": _MOST_CAUSES, "otherwise": unexplained})
