"""What a run that was cut off left half done is cleared away, and the current copy is the latest release."""

import shutil
from collections.abc import Sequence
from pathlib import Path

from flows.publishing.export import file_sha256
from flows.publishing.freeze import DATABASE, UNFINISHED, read_manifest, set_current
from flows.publishing.release import Release, release_from_manifest, split_release_id
from transforms.errors import Refused


def repair(published_dir: Path) -> list[Release]:
    """Clear leftovers and make the current copy the latest release; returns the complete ones in order."""
    for parent in (published_dir, published_dir / "releases"):
        for leftover in sorted(parent.glob(f"{UNFINISHED}*")):
            _remove(leftover)
    complete = complete_releases(published_dir)
    current = latest(complete)
    if current is not None and not _is_current(published_dir, current):
        set_current(published_dir, current)
    return complete


def latest(releases: Sequence[Release]) -> Release | None:
    """The release of the latest month, then revision; None of none."""
    return max(releases, key=lambda release: release.rank, default=None)


def complete_releases(published_dir: Path) -> list[Release]:
    """Releases whose folder holds every file of its manifest in full size, in order; changes nothing."""
    found = [release for folder in _folders(published_dir) if (release := _read_release(folder)) is not None]
    return sorted(found, key=lambda release: release.rank)


def damaged_releases(published_dir: Path) -> list[str]:
    """Ids of release folders that somebody or a failing disk has changed; changes nothing."""
    complete = {release.release_id for release in complete_releases(published_dir)}
    return [folder.name for folder in _folders(published_dir) if folder.name not in complete]


def _folders(published_dir: Path) -> list[Path]:
    folder = published_dir / "releases"
    if not folder.is_dir():
        return []
    return sorted(path for path in folder.iterdir() if split_release_id(path.name) is not None)


def _read_release(folder: Path) -> Release | None:
    try:
        manifest = read_manifest(folder)
        release = release_from_manifest(manifest["release"])
        sizes = {name: entry["bytes"] for name, entry in manifest["files"].items()}
        is_whole = all((folder / name).stat().st_size == size for name, size in sizes.items())
    except (OSError, ValueError, KeyError, TypeError, AttributeError, Refused):
        return None
    return release if is_whole and DATABASE in sizes and release.release_id == folder.name else None


def _is_current(published_dir: Path, release: Release) -> bool:
    current = published_dir / DATABASE
    frozen = published_dir / "releases" / release.release_id / DATABASE
    if not current.exists():
        return False
    if current.samefile(frozen):
        return True
    # Without hard links the current file is a copy: equal bytes are as good.
    recorded = read_manifest(frozen.parent)["files"][DATABASE]
    return bool(current.stat().st_size == recorded["bytes"] and file_sha256(current) == recorded["sha256"])


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink()
