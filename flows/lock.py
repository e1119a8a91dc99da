"""Locks of the operating system, which a killed process gives back by itself; the writer of a home holds one."""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from flows.file_troubles import file_sentence
from transforms.errors import Refused

_ANOTHER_RUNS = "另一个任务正在运行({holder}),本次没有执行。请等它结束后再试。"


@contextmanager
def writer_lock(lock_file: Path) -> Iterator[None]:
    """Hold the home for this process; raises Refused that names the holder when another run has it."""
    with exclusive(lock_file, f"进程号 {os.getpid()}", _ANOTHER_RUNS):
        yield


def require_free(lock_file: Path) -> None:
    """Refuse at once what would be refused once Prefect stands ready; who comes in between still meets `writer_lock`."""
    if (holder := note_of_holder(lock_file)) is not None:
        raise _held(_ANOTHER_RUNS, holder)


@contextmanager
def exclusive(lock_file: Path, note: str, refusal: str) -> Iterator[None]:
    """Hold a lock file that carries `note`; raises Refused with `refusal`, `{holder}` filled in, when another process does."""
    try:
        lock_file.parent.mkdir(parents=True, exist_ok=True)
        handle = lock_file.open("a+", encoding="utf-8")
    except OSError as error:
        raise Refused(f"不能写入数据目录 {lock_file.parent}:{file_sentence(error)}。请检查 --home 和目录权限。") from error
    with handle:
        if not _taken(handle):
            handle.seek(0)
            raise _held(refusal, handle.read())
        handle.seek(0)
        handle.truncate()
        handle.write(note)
        handle.flush()
        yield


def note_of_holder(lock_file: Path) -> str | None:
    """What the process that holds the lock wrote into it; None when nobody holds it."""
    try:
        with lock_file.open("r+", encoding="utf-8") as handle:
            return None if _taken(handle) else handle.read()
    except OSError:
        return None


def wait_until_free(lock_file: Path, seconds: float, interval: float = 5.0) -> None:
    """Wait while another process holds the lock, but no longer than so many seconds."""
    deadline = time.monotonic() + seconds
    while note_of_holder(lock_file) is not None and time.monotonic() < deadline:
        time.sleep(interval)


def _held(refusal: str, note: str) -> Refused:
    return Refused(refusal.format(holder=note.strip() or "未知进程"))


def _taken(handle: IO[str]) -> bool:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
