"""Which `ipstats serve` is at work on a home, and where it answers; imports no prefect."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from flows.home import Home
from flows.lock import exclusive, note_of_holder
from transforms.errors import Refused


@dataclass(frozen=True)
class Serving:
    """A service at work: its process and its addresses."""

    process_id: int
    api_url: str
    page_url: str
    site_url: str


def service_file(home: Home) -> Path:
    """Held by the service while it lives; says where it answers."""
    return home.prefect / "serving.json"


def serving(home: Home) -> Serving | None:
    """The service at work on this home; None where there is none or it is only starting."""
    note = note_of_holder(service_file(home))
    try:
        return Serving(**json.loads(note)) if note else None
    except (ValueError, TypeError):
        return None


def refuse_second(home: Home) -> None:
    """Raise Refused when a service is at work on this home."""
    if one := serving(home):
        raise Refused(f"这个数据目录上已经有一个服务在运行(进程号 {one.process_id},页面 {one.page_url})。")


@contextmanager
def announced(home: Home, api_url: str, site_url: str) -> Iterator[Serving]:
    """Let other commands know of this service; raises Refused when another one is at work on the home."""
    one = Serving(os.getpid(), api_url, api_url.removesuffix("/api") + "/", site_url)
    with exclusive(service_file(home), json.dumps(asdict(one)), "这个数据目录上已经有一个服务在运行:{holder}。"):
        yield one
