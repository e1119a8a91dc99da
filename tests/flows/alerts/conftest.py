"""Loopback services and a home with waiting messages."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from flows.alerts.receipts import Message, open_receipts
from flows.home import Home
from tests.flows.alerts.services import Mailbox, Webhook, mail_server, webhook


@pytest.fixture
def hook() -> Iterator[Webhook]:
    with webhook() as one:
        yield one


@pytest.fixture
def mailbox() -> Iterator[Mailbox]:
    with mail_server() as one:
        yield one


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home")


def put(home: Home, *ids: str) -> None:
    """Messages of no release, for tests of delivery alone."""
    with open_receipts(home) as receipts:
        for one in ids:
            receipts.add(Message(one, "2013-05", "held", f"【待确认文件】{one}", f"正文 {one}。"))


@pytest.fixture
def closed_port() -> int:
    """A port on loopback that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
    return port
