"""Runs a command as a whole process and measures time, processor time and memory, children included."""

import os
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

SAMPLE_SECONDS = 0.1
PAGE_BYTES = os.sysconf("SC_PAGE_SIZE")


class CommandFailed(Exception):
    """A measured command did not end with exit code 0; its last words are the message."""


@dataclass(frozen=True)
class Measured:
    """What one run of a command took: wall and processor seconds, peak bytes of the process tree, output."""

    seconds: float
    processor_seconds: float
    peak_bytes: int
    output: str


def _children() -> dict[int, list[int]]:
    """Lists the running processes by their parent."""
    children: dict[int, list[int]] = {}
    for folder in Path("/proc").iterdir():
        if not folder.name.isdigit():
            continue
        try:
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
        except (FileNotFoundError, ProcessLookupError):
            continue  # it ended while we looked
        children.setdefault(int(fields[1]), []).append(int(folder.name))
    return children


def _resident_bytes(process: int) -> int:
    """Reads the resident memory of one process; 0 when it has ended."""
    try:
        return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * PAGE_BYTES
    except (FileNotFoundError, ProcessLookupError):
        return 0


class _Sampler(threading.Thread):
    """Adds up the memory of a process tree many times a second and keeps the largest sum.

    Pages that several processes share count once a process, so the sum errs on the high side. Processes that
    detach from the tree (a temporary server whose starter ended) are still followed once they were seen.
    """

    def __init__(self, root: int) -> None:
        super().__init__(daemon=True)
        self.tree = {root}
        self.peak_bytes = 0
        self.stopped = threading.Event()

    def run(self) -> None:
        """Samples until stopped."""
        while not self.stopped.wait(SAMPLE_SECONDS):
            children = _children()
            waiting = list(self.tree)
            while waiting:
                found = children.get(waiting.pop(), [])
                waiting += [process for process in found if process not in self.tree]
                self.tree.update(found)
            self.peak_bytes = max(self.peak_bytes, sum(map(_resident_bytes, self.tree)))


def measure(
    command: Sequence[str], environment: Mapping[str, str], folder: Path, *, watch_memory: bool = False
) -> Measured:
    """Runs a command to its end in `folder`; raises CommandFailed unless it exits with 0.

    Output goes to files there: a pipe would stay open as long as any server that the command left behind.
    """
    os.sync()  # what was written before must not slow down what is measured
    answers, messages = folder / "stdout.txt", folder / "stderr.txt"
    with answers.open("w") as stdout, messages.open("w") as stderr:
        started = time.perf_counter()
        process = subprocess.Popen(command, env=environment, cwd=folder, stdin=subprocess.DEVNULL,
                                   stdout=stdout, stderr=stderr)  # fmt: skip
        sampler = _Sampler(process.pid)
        if watch_memory:  # costs a little processor time
            sampler.start()
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if watch_memory:
        sampler.stopped.set()
        sampler.join()
    if process.returncode != 0:
        last_words = "\n".join((messages.read_text() + answers.read_text()).splitlines()[-15:])
        raise CommandFailed(f"exit code {process.returncode}: {' '.join(command)}\n{last_words}")
    peak = max(sampler.peak_bytes, usage.ru_maxrss * 1024)
    return Measured(seconds, usage.ru_utime + usage.ru_stime, peak, answers.read_text())
