"""From a finished candidate to a release, where it says something new."""

from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

import duckdb

from flows.alerts.channels import channel_warning
from flows.bulletins import write_bulletins
from flows.candidate import open_candidate
from flows.checking.summary import DATA_DOCS, checks_for_manifest
from flows.home import Home
from flows.notice import notice_of, with_notice
from flows.publishing.content import content_hashes, hash_function
from flows.publishing.freeze import DATABASE, read_manifest, set_current, write_release
from flows.publishing.release import Release, next_release
from flows.publishing.repair import complete_releases, latest
from flows.reference import Reference, code_version
from flows.store.lineage import derived_state
from flows.store.releases import record_releases
from flows.store.warehouse import open_store


@dataclass(frozen=True)
class Published:
    """The release that stands for a month after a run; `is_new` where this run made it.

    `warnings` are those of its checks, `changes` a short text about what differs from the release before.
    """

    release: Release
    folder: Path
    is_new: bool
    warnings: tuple[str, ...] = ()
    changes: tuple[str, ...] = ()


def publish(
    home: Home, candidate: Path, month: str, as_of: date, reference: Reference, tables: Sequence[str] = ()
) -> Published:
    """Freeze the candidate as the month's next release, unless the last one of the month says the same.

    Says the same in all its content, or only in some `tables`.
    """
    standing = [release for release in complete_releases(home.published) if release.month == month]
    with open_candidate(home, candidate) as connection:
        content = {**content_hashes(connection, reference.contracts), "hash_function": hash_function(connection)}
        said = _content_of(home, standing[-1], content["hash_function"], reference) if standing else {}
        if standing and all(said.get(table) == content[table] for table in tables or content.keys() | said.keys()):
            return Published(standing[-1], _folder(home, standing[-1]), is_new=False)
        release = next_release(home.published, month, as_of)
        known = [*complete_releases(home.published), release]
        for one in known:
            connection.execute(
                "INSERT INTO main.releases VALUES (?, ?, ?, ?, ?)",
                [one.release_id, one.month, one.revision, one.as_of, one.published_at],
            )
        manifest = _manifest(connection, home, content, reference)
    folder = _freeze(home, candidate, release, manifest, reference)
    _commit(home, known, reference)
    return Published(release, folder, is_new=True)


def _manifest(
    connection: duckdb.DuckDBPyConnection, home: Home, content: Mapping[str, str], reference: Reference
) -> dict[str, Any]:
    """What the release was made from and what was checked."""
    delivered = connection.execute(
        "SELECT delivery_id, file_name FROM main.deliveries WHERE state = 'accepted' ORDER BY ALL"
    ).fetchall()
    applied = connection.execute("SELECT correction_id FROM warehouse.corrections ORDER BY ALL").fetchall()
    return {
        "notice": notice_of(home),
        "content": content,
        "deliveries": dict(delivered),
        "derived": asdict(derived_state(connection, home)),
        "checks": checks_for_manifest(connection),
        "data_docs": DATA_DOCS,
        "corrections": [correction_id for (correction_id,) in applied],
        "reference_data": reference.file_hashes,
        "code": code_version(reference),
    }


def _freeze(
    home: Home, candidate: Path, release: Release, manifest: Mapping[str, Any], reference: Reference
) -> Path:
    """The release's folder; pages and workbooks are made in Python while DuckDB exports the tables."""
    untold = channel_warning(home)
    contracts = with_notice(reference.contracts, home)
    with ThreadPoolExecutor(1) as beside:
        bulletins = beside.submit(write_bulletins, home, candidate, release, reference, [untold] if untold else [])
        return write_release(home.published, candidate, release, manifest, contracts, bulletins.result)


def _commit(home: Home, known: list[Release], reference: Reference) -> None:
    with open_store(home, reference.derivation_key) as connection:
        record_releases(connection, known)
    current = latest(known)
    assert current is not None
    set_current(home.published, current)


def _content_of(home: Home, release: Release, function: str, reference: Reference) -> Mapping[str, Any]:
    """Content of a release by its manifest; hashed anew where it was made with another hash function."""
    folder = _folder(home, release)
    content: Mapping[str, Any] = read_manifest(folder)["content"]
    if content["hash_function"] == function:
        return content
    with duckdb.connect(str(folder / DATABASE), read_only=True) as connection:
        return {**content_hashes(connection, reference.contracts), "hash_function": function}


def _folder(home: Home, release: Release) -> Path:
    return home.published / "releases" / release.release_id
