"""One writer at a time: an operating-system lock that a killed process gives back by itself."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from transforms.errors import Refused


@contextmanager
def writer_lock(lock_file: Path) -> Iterator[None]:
    """Hold the home for this process; raises Refused that names the holder when another run has it."""
    try:
        lock_file.parent.mkdir(parents=True, exist_ok=True)
        handle = lock_file.open("a+", encoding="utf-8")
    except OSError as error:
        raise Refused(f"不能写入数据目录 {lock_file.parent}:{error.strerror}。请检查目录权限。") from error
    with handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            handle.seek(0)
            holder = handle.read().strip() or "未知进程"
            raise Refused(f"另一个任务正在运行({holder}),本次没有执行。请等它结束后再试。") from error
        handle.seek(0)
        handle.truncate()
        handle.write(f"进程号 {os.getpid()}")
        handle.flush()
        yield
