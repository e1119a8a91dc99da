"""Start Prefect's server beside this process and stop it again; imports no prefect."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass

from flows.home import CHECKOUT
from transforms.errors import Refused

LOOPBACK = "127.0.0.1"
_STOP_SECONDS = 10


@dataclass(frozen=True)
class ApiProcess:
    """A server that is starting or running; requests to `url` wait until it answers."""

    process: subprocess.Popen[bytes]
    url: str

    def wait_until_ready(self, seconds: float) -> None:
        """Return when it answers; raises Refused when it ends or stays silent for so long."""
        deadline = time.monotonic() + seconds
        while not answers(self.url, max(1.0, deadline - time.monotonic())):
            if self.process.poll() is not None:
                raise Refused(f"调度服务没有启动(退出码 {self.process.returncode})。请查看上面的信息后再次运行。")
            if time.monotonic() > deadline:
                raise Refused(f"调度服务 {seconds:.0f} 秒内没有启动。请稍后再次运行。")
            time.sleep(0.1)

    def stop(self) -> None:
        """Let it finish what it writes, then make sure that it is gone."""
        if self.process.stdin is not None:
            with suppress(OSError):
                self.process.stdin.close()
        try:
            self.process.wait(_STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def start_api(host: str, port: int, settings: Mapping[str, str]) -> ApiProcess:
    """Start the server on a port (0: any free one); it inherits the listening socket, so nobody can take the port between."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((host, port))
        except (OSError, OverflowError) as error:
            raise Refused(f"不能在 {host}:{port} 上提供服务:{error}。请用 --host、--port 换一个地址。") from error
        listener.listen(128)
        listener.set_inheritable(True)
        command = [sys.executable, "-m", "flows.serving.api_process", str(listener.fileno())]
        process = subprocess.Popen(
            command, cwd=CHECKOUT, env={**os.environ, **settings}, stdin=subprocess.PIPE, pass_fds=[listener.fileno()]
        )
        own = LOOPBACK if host in ("0.0.0.0", "::") else host
        shown = f"[{own}]" if ":" in own else own
        return ApiProcess(process, f"http://{shown}:{listener.getsockname()[1]}/api")


def answers(url: str, seconds: float) -> bool:
    """Whether a Prefect server answers at this address within the time."""
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with direct.open(f"{url}/health", timeout=seconds) as response:
            return bool(response.status == 200)
    except (OSError, urllib.error.URLError, ValueError):
        return False
