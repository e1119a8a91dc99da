"""A folder takes another's place in one step: who reads it sees the old one or the new one, never half."""

import ctypes
import errno
import os
import shutil
from pathlib import Path

from flows.publishing.durable import flush_folder

_AT_FDCWD, _EXCHANGE = -100, 2
# What a kernel or file system answers that cannot exchange two names (shares, older systems).
_CANNOT = {errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EPERM}


def put_in_place(new: Path, target: Path) -> None:
    """Make the folder `new` the folder `target`; what stood there goes. Both lie in one parent folder."""
    if not target.exists():
        new.rename(target)
    elif _exchange(new, target):
        shutil.rmtree(new)
    else:
        # Two renames: for a moment there is no folder, never a mixed one; `.new-` is cleared by the next run.
        old = new.with_name(f"{new.name}.old")
        shutil.rmtree(old, ignore_errors=True)
        target.rename(old)
        new.rename(target)
        shutil.rmtree(old)
    flush_folder(target.parent)


def _exchange(one: Path, other: Path) -> bool:
    """Swap two names with the kernel's own call; False where there is none."""
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    if rename(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in _CANNOT:
        return False
    raise OSError(number, os.strerror(number), str(other))
