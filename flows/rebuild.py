"""The warehouse anew from the archive, with equal content (DESIGN 4)."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import duckdb

from flows import archive
from flows.admission import accept
from flows.collect import Incoming
from flows.corrections import apply_corrections
from flows.home import Home
from flows.publishing.export import file_sha256
from flows.publishing.repair import repair
from flows.reference import Reference
from flows.store import held
from flows.store.releases import record_releases
from flows.store.warehouse import finish_rebuild, open_store
from flows.take_in import clean_batches, recognise_file
from transforms.core import derive
from transforms.errors import Held, Refused

_UNFINISHED = "rebuilding"


def rebuild(home: Home, reference: Reference, tell: Callable[[str], None] = lambda _: None) -> int:
    """Throw the warehouse away and take in every archived delivery again, in the old order; returns how many.

    Raises Refused, before anything is thrown away, where the archive is not what it was.
    Cut off on the way, the next run begins it again: the store bears a mark until it is complete.
    """
    arrivals = archive.recall(home.archive)
    _refuse_damaged(home, arrivals)
    for file in (home.records_file, home.current_file):
        for leftover in (file, Path(f"{file}.wal")):
            leftover.unlink(missing_ok=True)
    with open_store(home, _UNFINISHED) as connection:
        for arrival in arrivals:
            tell(arrival.file_name)
            _take_in_again(connection, home, arrival, reference)
        days = [arrival.known_on for arrival in arrivals if arrival.known_on]
        releases = repair(home.published)
        as_of = max([*days, *(release.as_of for release in releases)], default=date.min)
        apply_corrections(connection, home, as_of, reference)
        record_releases(connection, releases)
        derive(connection, as_of)
        finish_rebuild(connection, reference.derivation_key)
    return len(arrivals)


def _refuse_damaged(home: Home, arrivals: list[archive.Arrival]) -> None:
    damaged = [one for one in arrivals if not _is_sound(home.archive, one.delivery_id)]
    if damaged:
        named = ";".join(f"{one.file_name}({archive.folder(home.archive, one.delivery_id)})" for one in damaged)
        raise Refused(
            f"归档里的原件缺失或被改动,没有重建仓库:{named}。请从备份恢复这些文件夹;"
            "没有备份的,把文件夹移走,再把原文件放入收件文件夹重新运行。"
        )


def _is_sound(archived: Path, delivery_id: str) -> bool:
    """Whether the bytes are what they were when they came."""
    place = archive.content(archived, delivery_id)
    if not place.is_file():
        return False
    found = file_sha256(place)
    # a list without rows that is kept for one month (store_for_month) lies under its own bytes' name too
    return found == delivery_id or archive.content(archived, found).is_file()


def _take_in_again(
    connection: duckdb.DuckDBPyConnection, home: Home, arrival: archive.Arrival, reference: Reference
) -> None:
    path = archive.content(home.archive, arrival.delivery_id)
    item = Incoming(path, arrival.file_name, arrival.received_on, arrival.sidecar_name, arrival.sidecar_text)
    try:
        if arrival.known_on is None:
            raise Held("文件尚未确认。", "请放入收件文件夹后运行 ipstats run,按提示处理。")
        file = recognise_file(item, path, reference, home.work)
        batches = clean_batches(file, reference, home.work)
        accept(connection, home, file, batches, arrival.delivery_id, arrival.known_on, arrival.sequence, reference)
    except Held as problem:
        held.insert_held(connection, arrival.delivery_id, arrival.file_name, arrival.received_on, problem)
