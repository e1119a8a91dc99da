"""Prefect set up for one office: its state in the home, no telemetry, no noise on the terminal. Imported before Prefect."""

import os
from collections.abc import Callable
from typing import TypeVar

from flows.home import Home
from transforms.errors import Refused

Result = TypeVar("Result")


def set_up(home: Home) -> None:
    """Environment of Prefect; what the caller has set already stays (a server's address, log levels)."""
    try:
        home.prefect.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Refused(f"不能写入数据目录 {home.root}:{error.strerror}。请检查目录权限。") from error
    settings = {
        "PREFECT_HOME": str(home.prefect),
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "DO_NOT_TRACK": "1",
        # Our own lines tell the person at the terminal what happens; Prefect keeps its log in its own state.
        "PREFECT_LOGGING_LEVEL": "WARNING",
        "PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL": "CRITICAL",
        "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "120",
    }
    for name, value in settings.items():
        os.environ.setdefault(name, value)


def run_flow(home: Home, call: Callable[[], Result]) -> Result:
    """Run a flow; anything but a refusal or a mistake in data ends as one clear sentence (Refused)."""
    try:
        return call()
    except Refused:
        raise
    except OSError as error:
        where = f"{error.filename}:" if error.filename else ""
        raise Refused(f"读写文件失败:{where}{error.strerror or error}。已发布的各版不受影响,处理后请再次运行。") from error
    except Exception as error:  # noqa: BLE001 - the last place before the person: a traceback helps nobody here
        detail = home.root / "last-error.txt"
        _keep_traceback(detail, error)
        raise Refused(f"运行失败:{type(error).__name__}:{error}。详情见 {detail};已发布的各版不受影响。") from error


def _keep_traceback(file: os.PathLike[str], error: BaseException) -> None:
    import traceback
    from contextlib import suppress
    from pathlib import Path

    with suppress(OSError):
        Path(file).write_text("".join(traceback.format_exception(error)), encoding="utf-8")
