"""What was known by a day can be told only before later files are known: the order in which months are released."""

from collections.abc import Sequence
from datetime import date

from flows.home import Home, data_folder
from flows.publishing.repair import complete_releases
from flows.reference import load_reference
from flows.store.deliveries import last_known_on
from flows.store.warehouse import open_store
from transforms.errors import Refused


class OutOfOrder(Refused):
    """A day asked for that lies before what is known: a slip of the person who asked, no news for anybody else."""


def check_order(home: Home, as_of: date) -> None:
    """Refuse an `as_of` before that of the last release, or before a file that is taken in."""
    last = max((release.as_of for release in complete_releases(home.published)), default=None)
    if last is not None and as_of < last:
        raise OutOfOrder(f"数据截至日 {as_of} 早于上一发布版的 {last},不能倒退。请用 {last} 或更晚的日期。")
    known = _known_on(home)
    if known is not None and as_of < known:
        raise OutOfOrder(f"仓库里已有 {known} 收到的文件,不能再按 {as_of} 统计。请用 {known} 或更晚的日期。")


def still_to_do(home: Home, days: Sequence[tuple[str, date]]) -> list[tuple[str, date]]:
    """The months of a backfill that an earlier, interrupted one left: those released as of their day are done.

    The last released one is done only where files of a later day are known.
    """
    releases = complete_releases(home.published)
    known = max([*(release.as_of for release in releases), _known_on(home) or date.min], default=date.min)
    done = {(release.month, release.as_of) for release in releases if release.as_of < known}
    return [day for day in days if day not in done]


def _known_on(home: Home) -> date | None:
    with open_store(home, load_reference(data_folder()).derivation_key) as connection:
        return last_known_on(connection)
