"""File steps that survive a kill or a power cut: flush, freeze, link, replace."""

import errno
import os
import shutil
from pathlib import Path

READ_ONLY = 0o444
# What a file system answers that has no hard links, or none to this file.
_NO_LINK = {errno.EPERM, errno.EXDEV, errno.EMLINK, errno.ENOTSUP, errno.ENOSYS, errno.EACCES}


def flush_file(path: Path) -> None:
    """Wait until a file's bytes are on the disk."""
    _flush(path, os.O_RDONLY)


def flush_folder(path: Path) -> None:
    """Wait until a folder's list of names is on the disk."""
    _flush(path, os.O_RDONLY | os.O_DIRECTORY)


def freeze_tree(folder: Path) -> None:
    """Make every file below a folder read-only and durable, then the folders themselves durable."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            path.chmod(READ_ONLY)
            flush_file(path)
    for path in (*(path for path in sorted(folder.rglob("*")) if path.is_dir()), folder):
        flush_folder(path)


def move_file(source: Path, target: Path) -> None:
    """Move a file; across file systems it is copied, then removed at its old place."""
    try:
        source.rename(target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        shutil.copyfile(source, target)
        source.unlink()


def replace_with_link(source: Path, target: Path) -> None:
    """Let `target` be the frozen file `source` in one atomic step: a hard link if possible, else a copy."""
    if target.exists() and target.samefile(source):
        # rename() between two links of one file does nothing and would leave the temporary name behind.
        return
    temporary = target.with_name(f".new-{target.name}")
    temporary.unlink(missing_ok=True)
    try:
        temporary.hardlink_to(source)
    except OSError as error:
        if error.errno not in _NO_LINK:
            raise
        shutil.copyfile(source, temporary)
        temporary.chmod(READ_ONLY)
        flush_file(temporary)
    temporary.replace(target)
    flush_folder(target.parent)


def _flush(path: Path, flags: int) -> None:
    descriptor = os.open(path, flags)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
