"""A release becomes visible in one step and is never changed again."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import orjson

from flows.publishing.datapackage import datapackage
from flows.publishing.durable import flush_folder, freeze_tree, move_file, replace_with_link
from flows.publishing.export import ExportedFile, export_tables, file_sha256
from flows.publishing.release import Release
from flows.store.warehouse import open_read_only
from transforms.errors import Refused

if TYPE_CHECKING:
    from expectations.contracts import Contract

DATABASE = "patents.duckdb"
MANIFEST = "manifest.json"
UNFINISHED = ".new-"


def write_release(
    published_dir: Path,
    candidate_file: Path,
    release: Release,
    manifest: Mapping[str, Any],
    contracts: Sequence[Contract],
    attachments: Callable[[], Sequence[Path]] = tuple,
) -> Path:
    """Freeze a closed candidate file as `releases/<id>/` and return that folder; the candidate moves there.

    `attachments` are asked for once the tables are exported, and copied beside them. Raises Refused when the id
    exists or the candidate has a WAL, ValueError when `manifest` claims a part that is written here (`release`,
    `rows`, `files`).
    """
    releases = published_dir / "releases"
    target = releases / release.release_id
    if target.exists():
        raise Refused(f"发布版 {release.release_id} 已经存在,发布版不得改动")
    if candidate_file.with_name(f"{candidate_file.name}.wal").exists():
        raise Refused(f"待发布文件 {candidate_file.name} 没有正常关闭(旁有 .wal 文件),不能发布")
    unfinished = releases / f"{UNFINISHED}{release.release_id}"
    if unfinished.exists():
        shutil.rmtree(unfinished)
    unfinished.mkdir(parents=True)
    exported = _fill(unfinished, candidate_file, contracts, attachments)
    move_file(candidate_file, unfinished / DATABASE)
    _write_texts(unfinished, release, exported, manifest, contracts)
    freeze_tree(unfinished)
    unfinished.rename(target)
    flush_folder(releases)
    return target


def _fill(
    folder: Path, candidate_file: Path, contracts: Sequence[Contract], attachments: Callable[[], Sequence[Path]]
) -> list[ExportedFile]:
    """Tables and attachments; on a full disk what is half written goes at once."""
    try:
        with open_read_only(candidate_file.parent, candidate_file) as connection:
            exported = export_tables(connection, contracts, folder)
        for attachment in attachments():
            shutil.copyfile(attachment, folder / attachment.name)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return exported


def set_current(published_dir: Path, release: Release) -> None:
    """Make `published/patents.duckdb` the file of this release, in one atomic step."""
    replace_with_link(published_dir / "releases" / release.release_id / DATABASE, published_dir / DATABASE)


def read_manifest(release_dir: Path) -> dict[str, Any]:
    """The manifest of a release folder; raises OSError or ValueError where it cannot be read."""
    content = orjson.loads((release_dir / MANIFEST).read_bytes())
    if not isinstance(content, dict):
        raise ValueError(f"{MANIFEST} of {release_dir.name} is no object")
    return content


def _write_texts(
    folder: Path,
    release: Release,
    exported: Sequence[ExportedFile],
    manifest: Mapping[str, Any],
    contracts: Sequence[Contract],
) -> None:
    created = release.published_at.isoformat(timespec="seconds") + "+08:00"
    _write_json(folder / "datapackage.json", datapackage(release.release_id, created, contracts, exported))
    hashes = {file.path: {"bytes": file.size, "sha256": file.sha256} for file in exported}
    for path in sorted(path for path in folder.iterdir() if path.is_file()):
        hashes[path.name] = {"bytes": path.stat().st_size, "sha256": file_sha256(path)}
    own = {"release": release.to_manifest(), "rows": {file.table: file.rows for file in exported}, "files": hashes}
    if taken := sorted(own.keys() & manifest.keys()):
        raise ValueError(f"manifest parts are written here, not given: {taken}")
    _write_json(folder / MANIFEST, {**own, **manifest})


def _write_json(path: Path, content: Mapping[str, Any]) -> None:
    # the standard library indents in Python: a tenth of a second a release
    path.write_bytes(orjson.dumps(content, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE))
