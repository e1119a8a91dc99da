"""The shareable bulletins of all releases; one made by the same code from the same release is taken over."""

import hashlib
import os
import shutil
from functools import cache
from pathlib import Path

import duckdb

from flows.home import CHECKOUT, Home
from flows.progress import tell
from flows.publishing.freeze import MANIFEST
from flows.publishing.release import Release
from flows.reference import Reference
from flows.site.entries import Entry, make_entry, read_entry, write_entry
from flows.site.shareable import write_documents

# A document says the same while these and its release stay as they are.
_CODE = ("transforms/bulletin", "flows/site", "data/bulletin", "data/notes")


def write_releases(home: Home, releases: list[Release], reference: Reference, site: Path) -> list[Entry]:
    """Documents of every release under `site/releases/`, newest first in the list."""
    standing = home.published / "site"
    entries = [_write_release(home, release, reference, site, standing) for release in releases]
    return entries[::-1]


def _write_release(home: Home, release: Release, reference: Reference, site: Path, standing: Path) -> Entry:
    folder, old = (root / "releases" / release.release_id for root in (site, standing))
    source = home.published / "releases" / release.release_id
    key = _key(source)
    known = read_entry(old)
    if known is not None and known.key == key:
        _take_over(old, folder)
        return known
    folder.mkdir(parents=True)
    try:
        documents = write_documents(home, release, reference, folder)
        entry = make_entry(release, source, reference.gazetteer.territory.county_code, key, documents)
    except duckdb.Error as error:
        # a release of an older program may lack a column that is asked for today; what it said stays as it was
        tell(f"发布版 {release.release_id} 由旧版程序发布,网站沿用原有页面({type(error).__name__})。")
        shutil.rmtree(folder)
        if known is not None:
            _take_over(old, folder)
        return known or _bare_entry(release, key)
    write_entry(folder, entry)
    return entry


def _bare_entry(release: Release, key: str) -> Entry:
    dash = "—"
    return Entry(key, release.release_id, release.month, release.as_of.isoformat(), dash, dash, dash, dash, dash, "plain", ())


def _take_over(old: Path, new: Path) -> None:
    """The same files in the new site, without copying where the file system has links."""
    try:
        shutil.copytree(old, new, copy_function=os.link)
    except (OSError, shutil.Error):
        shutil.rmtree(new, ignore_errors=True)
        shutil.copytree(old, new)


def _key(release_folder: Path) -> str:
    return hashlib.sha256(f"{_code_hash()} {_sha256(release_folder / MANIFEST)}".encode()).hexdigest()[:16]


@cache
def _code_hash() -> str:
    files = sorted(file for name in _CODE for file in (CHECKOUT / name).rglob("*") if file.suffix not in ("", ".pyc"))
    return hashlib.sha256("".join(f"{file.name} {_sha256(file)}" for file in files).encode()).hexdigest()


def _sha256(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()
