"""Names in the inbox: what is a file to take in, what is a sidecar to one, what only passes by."""

import os
import re
import time
from contextlib import suppress
from pathlib import Path

from flows.archive import STILL_WRITTEN
from flows.file_troubles import file_sentence
from flows.home import Home
from transforms.errors import Held, Refused
from transforms.leftovers import is_leftover

# A copy over a slow line writes more often than this.
QUIET_SECONDS = 2.0
SIDECAR_ENDINGS = (".yml", ".yaml")
# What a disk keeps for itself at its top, and lets nobody read.
_OF_DISKS = ("lost+found", "System Volume Information", "$RECYCLE.BIN")
# An editor adds its own ending where the person typed another.
_MISNAMED = re.compile(r"(.+\.ya?ml)\.txt", re.IGNORECASE)


def require_inbox(home: Home) -> None:
    """Raise Refused for a home without inbox: before anything is made in it."""
    if not home.inbox.is_dir():
        raise Refused(f"收件文件夹不存在:{home.inbox}。请先建立该文件夹(可以为空),或用 --home 指明数据目录。")


def inbox_files(home: Home) -> list[Path]:
    """Every file of the inbox that is not only passing by, in the order of names; raises Refused without an inbox.

    Links are followed. A folder that cannot be read stands for the files one cannot see, a link for what it lost.
    """
    require_inbox(home)
    unreadable: list[OSError] = []
    found: list[Path] = []
    seen = {home.inbox.resolve()}
    for folder, folders, names in os.walk(home.inbox, onerror=unreadable.append, followlinks=True):
        places = {name: (Path(folder) / name).resolve() for name in folders}
        # a link may lead back to where it lies
        folders[:] = [name for name in folders if places[name] not in seen]
        seen.update(places.values())
        found += [Path(folder) / name for name in names if not is_passing(name)]
    closed = {Path(error.filename): error for error in unreadable}
    if error := closed.get(home.inbox):
        raise Refused(f"收件文件夹不能读取:{home.inbox}({file_sentence(error)})。请检查权限。") from error
    files = (path for path in found if path.is_file() or path.is_symlink())
    return sorted([*files, *(path for path in closed if path.name not in _OF_DISKS)])


def closed_folder(path: Path) -> Held | None:
    """Why a folder waits: only one that cannot be read is among the files."""
    if not path.is_dir():
        return None
    return Held("文件夹不能读取,里面的文件没有处理。", "请检查这个文件夹的权限后再次运行。")


def still_written(path: Path) -> Held | None:
    """Why a file must wait that is being copied: one written to just now is watched until it has been left alone a while."""
    with suppress(OSError):  # what cannot be looked at is said when it is read
        modified = path.stat().st_mtime
        missing = QUIET_SECONDS - (time.time() - modified)
        # a clock that runs ahead on the share is no reason to wait
        if 0 < missing <= QUIET_SECONDS:
            time.sleep(missing)
            if path.stat().st_mtime != modified:
                return STILL_WRITTEN
    return None


def name_of(path: Path) -> str:
    """A file's name as people read it: a program that unpacks may leave it in the bytes of Windows' Chinese code page."""
    written = os.fsencode(path.name)
    for encoding in ("utf-8", "gb18030"):
        with suppress(UnicodeDecodeError):
            return written.decode(encoding)
    return written.decode("utf-8", "replace")


def is_passing(name: str) -> bool:
    """Files that a system, an office program or a sync job leaves behind while it works."""
    return is_leftover(name) or name.startswith(".") or name.lower().endswith((".part", ".crdownload", ".tmp"))


def is_sidecar_name(name: str) -> bool:
    """Whether a name has the ending of a sidecar."""
    return name.lower().endswith(SIDECAR_ENDINGS)


def is_sidecar(path: Path) -> bool:
    """Whether the file is a sidecar with the file that it speaks of beside it."""
    if not is_sidecar_name(path.name):
        return False
    stem = Path(name_of(path)).stem
    others = (name_of(other) for other in path.parent.iterdir() if other != path)
    return any(
        f"{other}.".startswith(f"{stem}.") and not is_passing(other) and not is_sidecar_name(other) for other in others
    )


def sidecar_beside(path: Path) -> Path | None:
    """The sidecar of a file: its own name with .yml added, else its name with .yml for its ending, in any case."""
    notes = [other for other in sorted(path.parent.iterdir()) if is_sidecar_name(other.name) and other.is_file()]
    beside = {(note := Path(name_of(other))).stem + note.suffix.lower(): other for other in notes}
    named = Path(name_of(path))
    names = [start + ending for start in (named.name, named.stem) for ending in SIDECAR_ENDINGS]
    return next((beside[name] for name in names if name in beside), None)


def no_delivery(name: str) -> Held | None:
    """Why a file is no delivery: a sidecar without the file it speaks of, or one under the wrong ending."""
    if is_sidecar_name(name):
        return Held(
            "这是旁注文件,但旁边没有它所说明的文件。",
            "请核对文件名:旁注应与所说明的文件同名,例如 受理明细.xlsx.yml。",
        )
    if found := _MISNAMED.fullmatch(name):
        return Held(
            "文件名以 .yml.txt 之类结尾,像是旁注文件,但后缀不对(记事本保存时会加上 .txt),没有当作旁注读取。",
            f"请把它改名为“{found[1]}”(先在资源管理器中显示文件扩展名)后再次运行;如果它是数据文件,请改用不含 .yml 的文件名。",
        )
    return None
