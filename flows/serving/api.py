"""Start Prefect's server beside this process; imports no prefect."""

import socket
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from flows.processes import Process, start_module
from transforms.errors import Refused

LOOPBACK = "127.0.0.1"
_EVERYWHERE = {"0.0.0.0": LOOPBACK, "::": "::1"}


@dataclass(frozen=True)
class Api:
    """A server that is starting or running; requests to `url` wait until it answers."""

    process: Process
    url: str

    def wait_until_ready(self, seconds: float, given_up: Callable[[], bool] = lambda: False) -> None:
        """Return when it answers or nobody wants it any more; raises Refused when it ends or stays silent for so long."""
        deadline = time.monotonic() + seconds
        while not given_up() and not answers(self.url, 1.0):
            if self.process.poll() is not None:
                raise Refused(f"Prefect 服务没有启动(退出码 {self.process.returncode})。请查看上面的信息后再次运行。")
            if time.monotonic() > deadline:
                raise Refused(f"Prefect 服务 {seconds:.0f} 秒内没有启动。请稍后再次运行。")
            time.sleep(0.1)


def start_api(host: str, port: int, settings: Mapping[str, str]) -> Api:
    """Start the server on a port (0: any free one); it inherits the listening socket, so nobody can take the port between."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((host, port))
        except (OSError, OverflowError) as error:
            raise Refused(f"不能在 {host}:{port} 上提供服务:{error}。请用 --host、--port 换一个地址。") from error
        listener.listen(128)
        number = listener.fileno()
        process = start_module("flows.serving.api_process", [str(number)], settings, [number])
        return Api(process, f"{address(host, listener.getsockname()[1])}api")


def address(host: str, port: int) -> str:
    """The address at which this machine itself reaches a service."""
    own = _EVERYWHERE.get(host, host)
    return f"http://[{own}]:{port}/" if ":" in own else f"http://{own}:{port}/"


def answers(url: str, seconds: float) -> bool:
    """Whether a Prefect server answers at this address within the time; no proxy is asked."""
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with direct.open(f"{url}/health", timeout=seconds) as response:
            return bool(response.status == 200)
    except (OSError, urllib.error.URLError, ValueError):
        return False
