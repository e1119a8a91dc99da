"""Before anything else in a run: mend what an earlier run left when it was cut off, and make the warehouse fit the code."""

import shutil
from collections.abc import Callable
from dataclasses import replace

import duckdb

from flows import archive
from flows.home import Home
from flows.publishing.missing import keep_numbers, missing_releases, missing_sentence
from flows.publishing.repair import repair
from flows.rebuild import rebuild
from flows.reference import Reference
from flows.store.releases import record_releases
from flows.store.warehouse import Outdated, open_store


def prepare(home: Home, reference: Reference, tell: Callable[[str], None] = lambda _: None) -> None:
    """Empty the work space, complete the archive's notes and the index of releases, rebuild a warehouse that is outdated or
    older than its archive.
    """
    shutil.rmtree(home.work, ignore_errors=True)
    home.published.mkdir(parents=True, exist_ok=True)
    if missing := missing_releases(home.published):
        tell(missing_sentence(home.published, missing))
        keep_numbers(home.published, missing)
    releases = repair(home.published)
    why = None
    try:
        with open_store(home, reference.derivation_key) as connection:
            _complete_notes(connection, home)
            record_releases(connection, releases)
            if _is_behind(connection, home):
                why = "仓库里没有归档已有的文件(可能是从较早的备份恢复的)"
    except Outdated:
        why = "程序或参考数据有变化"
    if why:
        tell(f"{why},正从归档重建仓库")
        rebuild(home, reference, tell)


def _is_behind(connection: duckdb.DuckDBPyConnection, home: Home) -> bool:
    """Whether the archive knows accepted deliveries that the store does not: one is noted only after it is stored."""
    stored = {row[0] for row in connection.execute("SELECT delivery_id FROM warehouse.deliveries").fetchall()}
    return any(note.parent.name not in stored for note in home.archive.glob("*/*/delivery.yml"))


def _complete_notes(connection: duckdb.DuckDBPyConnection, home: Home) -> None:
    """A kill between the store's commit and the archive's note leaves a delivery without one: write it now."""
    accepted = connection.execute(
        "SELECT delivery_id, known_on, sequence, source FROM warehouse.deliveries WHERE state = 'accepted'"
    ).fetchall()
    for delivery_id, known_on, sequence, source in accepted:
        if not archive.is_noted(home.archive, delivery_id):
            waiting = archive.recall_one(home.archive, delivery_id)
            archive.remember(home.archive, replace(waiting, known_on=known_on, sequence=sequence, profile=source))
