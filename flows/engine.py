"""Prefect set up for one office: its state in the home, no telemetry, no noise on the terminal. Imported before Prefect."""

import atexit
import gc
import importlib
import os
from collections.abc import Callable
from typing import TypeVar

from flows.checking.checker import CHECKER
from flows.file_troubles import file_sentence
from flows.home import Home, data_folder
from flows.interrupt import interruption_in, leave_at_once_when_interrupted, raise_when_interrupted
from flows.processes import end
from flows.serving.api import LOOPBACK, Api, answers, start_api
from flows.serving.first_state import DATABASE, begin_with, made_file
from flows.serving.running import serving
from flows.space import ran_out
from flows.writable import not_writable, require_sound, require_writable
from transforms.errors import Refused

Result = TypeVar("Result")


# A temporary server lives for one run: it records the run and does nothing else.
_TEMPORARY = {
    "PREFECT__SERVER_EPHEMERAL": "1",
    "PREFECT_UI_ENABLED": "false",
    "PREFECT_SERVER_API_BLOCKS_REGISTER_ON_START": "false",
    "PREFECT_SERVER_SERVICES_TRIGGERS_ENABLED": "false",
    "PREFECT_SERVER_SERVICES_DB_VACUUM_ENABLED": "",
}
_START_SECONDS, _ANSWER_SECONDS = 120.0, 5.0
# What every monthly run needs in the end (DuckDB imports pandas when it binds values): imported in the wait for the
# server, that costs nothing.
_NEEDED_LATER = ("pandas", "flows.bulletins")
_temporary: list[Api] = []


def set_up(home: Home) -> None:
    """Environment of Prefect, and its server: that of PREFECT_API_URL, else of `ipstats serve`, else a temporary one.

    The temporary server starts here and gets ready while the caller imports the flows.
    """
    set_environment(home)
    leave_at_once_when_interrupted()
    if "PREFECT_API_URL" in os.environ:
        return
    service = serving(home)
    if service is not None and answers(service.api_url, _ANSWER_SECONDS):
        os.environ["PREFECT_API_URL"] = service.api_url
        return
    server = start_api(LOOPBACK, 0, _TEMPORARY)
    atexit.register(end, server.process)
    _temporary.append(server)
    os.environ["PREFECT_API_URL"] = server.url


def set_environment(home: Home) -> None:
    """Prefect's state in the home, nothing sent anywhere, no proxy between the parts of this machine; what is set stays."""
    require_writable(home)
    require_sound(home.prefect / DATABASE)
    try:
        home.prefect.mkdir(parents=True, exist_ok=True)
        begin_with(made_file(), home.prefect)
    except OSError as error:
        raise not_writable(home.prefect, error) from error
    settings = {
        "PREFECT_HOME": str(home.prefect),
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "DO_NOT_TRACK": "1",
        "GX_ANALYTICS_ENABLED": "false",
        # Our own lines tell the person at the terminal what happens; Prefect keeps its log in its own state.
        "PREFECT_LOGGING_LEVEL": "WARNING",
        "PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL": "CRITICAL",
    }
    for name, value in settings.items():
        os.environ.setdefault(name, value)
    for name in ("NO_PROXY", "no_proxy"):
        os.environ[name] = ",".join(filter(None, [os.environ.get(name), LOOPBACK, "localhost"]))


def run_flow(home: Home, call: Callable[[], Result]) -> Result:
    """Run a flow; anything but a refusal or a mistake in data ends as one clear sentence (Refused)."""
    try:
        _wait_for_server()
        raise_when_interrupted()
        # What is imported by now stays to the end: the collector need not go through it, least of all once more at exit,
        # which takes longer than a month's counting.
        gc.freeze()
        return call()
    except Exception as error:  # noqa: BLE001 - the last place before the person: a traceback helps nobody here
        if (interruption := interruption_in(error)) is not None:
            raise interruption from error
        if isinstance(error, Refused):
            raise
        if isinstance(error, OSError):
            where = f"{error.filename}:" if error.filename else ""
            raise Refused(f"读写文件失败:{where}{file_sentence(error)}。已发布的各版不受影响,处理后请再次运行。") from error
        if ran_out(home, error):
            raise Refused(f"{home.root} 所在的盘空间已用完,没有发布;已发布的各版不受影响。请腾出空间后再次运行。") from error
        detail = home.root / "last-error.txt"
        _keep_traceback(detail, error)
        raise Refused(f"运行失败:{type(error).__name__}:{error}。详情见 {detail};已发布的各版不受影响。") from error


def _wait_for_server() -> None:
    """Read the reference data while the temporary server starts; a mistake in them stops the run before it begins."""
    from flows.reference import load_reference

    load_reference(data_folder())
    for server in _temporary:
        # no earlier: it would take the server's time
        CHECKER.start()
        for module in _NEEDED_LATER:
            importlib.import_module(module)
        server.wait_until_ready(_START_SECONDS)


def _keep_traceback(file: os.PathLike[str], error: BaseException) -> None:
    import traceback
    from contextlib import suppress
    from pathlib import Path

    with suppress(OSError):
        Path(file).write_text("".join(traceback.format_exception(error)), encoding="utf-8")
