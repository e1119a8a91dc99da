"""A mail server and a webhook on loopback, real ones, that can fail, hang, kill their caller and recover."""

import json
import os
import signal
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from email import message_from_bytes
from email.message import Message
from email.policy import default
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from aiosmtpd.controller import Controller

Behaviour = Callable[[BaseHTTPRequestHandler], int]


class Webhook:
    """Takes JSON by POST; `behaviours` say, request by request, what to answer, then 200 for ever."""

    def __init__(self) -> None:
        self.taken: list[dict[str, Any]] = []
        self.behaviours: list[Behaviour] = []
        self.requests = 0
        self.port = 0

    def url(self, secret: str = "s3cret-token") -> str:
        return f"json://127.0.0.1:{self.port}/{secret}"

    def titles(self) -> list[str]:
        return [one["title"] for one in self.taken]


def fail(_: BaseHTTPRequestHandler) -> int:
    return 503


def hang(_: BaseHTTPRequestHandler, seconds: float = 3) -> int:
    time.sleep(seconds)
    return 503


def kill_caller_after_taking(pid: Callable[[], int]) -> Behaviour:
    """The message is taken, but the caller is killed before it can know."""

    def behave(_: BaseHTTPRequestHandler) -> int:
        os.kill(pid(), signal.SIGKILL)
        return 200

    return behave


@contextmanager
def webhook() -> Iterator[Webhook]:
    hook = Webhook()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            content = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            hook.requests += 1
            status = hook.behaviours.pop(0)(self) if hook.behaviours else 200
            if status == 200:
                hook.taken.append(content)
            try:
                self.send_response(status)
                self.send_header("Content-Length", "0")
                self.end_headers()
            except OSError:
                return

        def log_message(self, *_: Any) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    hook.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield hook
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def take_slowly(_: BaseHTTPRequestHandler) -> int:
    time.sleep(5)
    return 200


class Mailbox:
    """A mail server that keeps what it takes, by anybody it knows."""

    def __init__(self) -> None:
        self.taken: list[Message] = []
        self.port = 0

    async def handle_RCPT(self, _server: Any, _session: Any, envelope: Any, address: str, _options: Any) -> str:
        if address.startswith("nobody@"):
            return "550 5.1.1 no such user"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:
        self.taken.append(message_from_bytes(envelope.content, policy=default))
        return "250 OK"

    def url(self, to: str = "ip@office.example") -> str:
        return f"mailto://127.0.0.1:{self.port}?from=stat@office.example&to={to}&mode=insecure&format=text"

    def subjects(self) -> list[str]:
        return [str(one["subject"]) for one in self.taken]


@contextmanager
def mail_server() -> Iterator[Mailbox]:
    mailbox = Mailbox()
    with socket.create_server(("127.0.0.1", 0)) as free:
        mailbox.port = free.getsockname()[1]
    controller = Controller(mailbox, hostname="127.0.0.1", port=mailbox.port)
    controller.start()
    try:
        yield mailbox
    finally:
        controller.stop()
