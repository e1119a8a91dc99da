"""Fills `release_changes` of a candidate: what differs from the release before it, and why."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import duckdb

from flows.changes.attribute import attribute
from flows.changes.compare import compare, sql
from flows.changes.otherwise import otherwise
from flows.changes.story import story
from flows.home import Home
from flows.publishing.freeze import DATABASE, read_manifest
from flows.publishing.quoting import quote_text
from flows.publishing.release import Release
from flows.publishing.repair import complete_releases, latest
from flows.reference import Reference, code_version
from flows.store.connections import connect
from flows.store.lineage import derived_state
from flows.store.warehouse import attach_read_only
from transforms.core import touched_since
from transforms.errors import Refused


def note_changes(home: Home, candidate: Path, month: str, as_of: date, reference: Reference) -> list[str]:
    """Fill the candidate's release_changes; returns what to say about it, nothing for the first release ever."""
    earlier = previous_release(complete_releases(home.published), month)
    if earlier is None:
        return []
    folder = home.published / "releases" / earlier.release_id
    manifest = read_manifest(folder)
    now = {"reference_data": reference.file_hashes, "code": code_version(reference)}
    with connect(home.work) as connection:
        connection.execute(f"ATTACH {quote_text(str(candidate))} AS later")
        attach_read_only(connection, home.records_file, "warehouse")
        _attach_earlier(connection, folder)
        connection.execute("SET VARIABLE as_of = ?::DATE", [as_of])
        connection.execute("DELETE FROM later.main.release_changes")
        is_told = _touched_is_told(connection, home, earlier, manifest, as_of)
        compare(connection, reference.contracts, earlier.month, month, touched_only=is_told)
        # a release made before manifests listed corrections had none to name
        attribute(connection, reference, manifest.get("corrections", ()), otherwise(manifest, now))
        connection.execute("CREATE TEMP VIEW told AS FROM later.main.release_changes")
        said = [f"与 {earlier.release_id} 相比:", *story(connection)]
        connection.execute("CHECKPOINT later")
        return said


def _touched_is_told(
    connection: duckdb.DuckDBPyConnection, home: Home, earlier: Release, manifest: Mapping[str, Any], as_of: date
) -> bool:
    """Put into `touched` the only patents that can differ from the earlier release; false where that cannot be told.

    Its manifest says which derived file it was copied from; that of a release of older code does not.
    """
    state = manifest.get("derived")
    if state is None or state["lineage"] != derived_state(connection, home).lineage:
        return False
    touched_since(connection, state["sequence"], as_of)
    connection.execute(sql("later_patents"), {"month": earlier.month})
    return True


def _attach_earlier(connection: duckdb.DuckDBPyConnection, folder: Path) -> None:
    try:
        attach_read_only(connection, folder / DATABASE, "earlier")
    except duckdb.Error as error:
        raise Refused(
            f"上一发布版 {folder.name} 的文件打不开,可能已损坏,说不出与它相比有什么变动。"
            f"请从备份恢复 {folder},或把这个文件夹移走,再次运行。"
        ) from error


def previous_release(releases: list[Release], month: str) -> Release | None:
    """The standing release before a new one of `month`: the month's last revision, else that of the latest earlier month."""
    return latest([release for release in releases if release.month <= month])
