"""Modules of this program as processes of their own, each with a pipe that ends it; imports no prefect."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress

from flows.home import CHECKOUT

Process = subprocess.Popen[bytes]
_STOP_SECONDS = 15.0


def start_module(
    module: str,
    arguments: Sequence[str],
    settings: Mapping[str, str],
    sockets: Sequence[int] = (),
    *,
    answers: bool = False,
) -> Process:
    """Start a module that ends when its standard input closes, so that a killed parent leaves nothing behind.

    One that `answers` writes to a pipe, not to the terminal.

    It is the first of its own process group: a Ctrl-C at the terminal reaches only the parent, which ends it in order.
    """
    return subprocess.Popen(
        [sys.executable, "-m", module, *arguments],
        cwd=CHECKOUT,
        env={**os.environ, **settings},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE if answers else None,
        pass_fds=sockets,
        start_new_session=True,
    )


def end(process: Process, seconds: float = _STOP_SECONDS) -> None:
    """Let it finish what it writes in so many seconds, then make sure that it and whatever it started are gone."""
    if process.stdin is not None:
        with suppress(OSError):
            process.stdin.close()
    with suppress(subprocess.TimeoutExpired):
        process.wait(seconds)
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def when_parent_is_gone(act: Callable[[], None]) -> None:
    """In a module started so: call `act` once the parent has closed the pipe or is dead."""

    def wait() -> None:
        """Until nothing more can come."""
        while os.read(sys.stdin.fileno(), 1):
            pass
        act()

    threading.Thread(target=wait, daemon=True).start()
