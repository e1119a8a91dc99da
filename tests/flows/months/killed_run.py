"""Runs that kill themselves (SIGKILL) when a chosen function is called for the n-th time; started by the test beside.

Each line of standard input (JSON: home, month, day, place, call, moment) is one run, in a fork of this process, which has
imported everything and used nothing; each line of output is how it ended.
"""

import importlib
import json
import os
import signal
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from tests.flows.office import Office


def arm(place: str, call: int, after: bool) -> None:
    """Replace `module:function` (or `module:Class.method`) by one that dies at its n-th call, before or after the work."""
    module_name, path = place.split(":")
    *inside, name = path.split(".")
    holder: Any = importlib.import_module(module_name)
    for part in inside:
        holder = getattr(holder, part)
    original: Callable[..., Any] = getattr(holder, name)
    calls = 0

    def deadly(*args: Any, **kwargs: Any) -> Any:
        nonlocal calls
        calls += 1
        if calls == call and not after:
            os.kill(os.getpid(), signal.SIGKILL)
        result = original(*args, **kwargs)
        if calls == call and after:
            os.kill(os.getpid(), signal.SIGKILL)
        return result

    setattr(holder, name, deadly)


def run_and_die(home: str, month: str, day: str, place: str, call: int, moment: str) -> None:
    """One run of an office that ends at the chosen point."""
    arm(place, call, moment == "after")
    Office(Path(home)).run(month, date.fromisoformat(day))


if __name__ == "__main__":
    for line in sys.stdin:
        child = os.fork()
        if not child:
            os.dup2(2, 1)
            run_and_die(*json.loads(line))
            os._exit(0)
        _, status = os.waitpid(child, 0)
        sys.stdout.write(f"{os.waitstatus_to_exitcode(status)}\n")
        sys.stdout.flush()
