"""The service as a whole: Prefect's server, the schedule and the published site, looked after until somebody ends it."""

import os
import signal
import threading
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field

from flows.home import Home
from flows.processes import Process, end, start_module
from flows.progress import tell
from flows.serving.api import Api, start_api
from flows.serving.running import Serving, announced, refuse_second
from flows.serving.site import serve_site
from transforms.errors import Refused

_START_SECONDS = 120.0
# A part that ends is started again; one that ends so often within the time does not work at all.
_MOST_ENDS, _WITHIN_SECONDS = 5, 300.0


@dataclass
class Part:
    """A process of the service; `start` makes it anew when it dies."""

    name: str
    start: Callable[[], Process]
    process: Process
    ends: list[float] = field(default_factory=list)

    def look_after(self) -> None:
        """Start it again if it has ended; raises Refused when that happens all the time."""
        code = self.process.poll()
        if code is None:
            return
        now = time.monotonic()
        self.ends = [moment for moment in self.ends if now - moment < _WITHIN_SECONDS] + [now]
        if len(self.ends) > _MOST_ENDS:
            raise Refused(f"{self.name}反复意外结束(退出码 {code}),服务已停止。请查看上面的信息。")
        tell(f"{self.name}意外结束(退出码 {code}),正在重新启动。")
        end(self.process)
        self.process = self.start()


def run_service(home: Home, host: str, port: int, site_port: int, ready: Callable[[Serving], None]) -> None:
    """Serve until SIGTERM, SIGINT or SIGHUP; every process that was started is gone when this returns or raises."""
    refuse_second(home)
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, lambda *_: stop.set())
    with ExitStack() as stack:
        site_url = stack.enter_context(serve_site(home.published / "site", host, site_port))
        api = start_api(host, port, _page_settings(home))
        parts = [Part("Prefect 服务", lambda: start_api(host, port, _page_settings(home)).process, api.process)]
        stack.callback(_end_all, parts)
        service = stack.enter_context(announced(home, api.url, site_url))
        api.wait_until_ready(_START_SECONDS, stop.is_set)
        if not stop.is_set():
            parts.append(_schedule(home, api))
            ready(service)
        while not stop.wait(1.0):
            for part in parts:
                part.look_after()


def _schedule(home: Home, api: Api) -> Part:
    settings = {"PREFECT_API_URL": api.url, "IPSTATS_HOME": str(home.root)}

    def start() -> Process:
        """One process of it."""
        return start_module("flows.serving.schedule_process", [], settings)

    return Part("日程", start, start())


def _page_settings(home: Home) -> dict[str, str]:
    """The page asks the server that it came from, whatever name people reach it by."""
    os.environ.pop("PREFECT_API_URL", None)
    return {
        "PREFECT_UI_API_URL": "/api",
        "PREFECT_UI_STATIC_DIRECTORY": str(home.prefect / "page"),
        # the second version of the page asks a server outside for its settings
        "PREFECT_SERVER_UI_V2_ENABLED": "false",
    }


def _end_all(parts: list[Part]) -> None:
    for part in reversed(parts):
        end(part.process)
