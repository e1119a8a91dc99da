"""A run that kills itself (SIGKILL) when a chosen function is called for the n-th time; started by the test beside."""

import importlib
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


if __name__ == "__main__":
    root, month, day, place, call, moment = sys.argv[1:]
    arm(place, int(call), moment == "after")
    Office(Path(root)).run(month, date.fromisoformat(day))
