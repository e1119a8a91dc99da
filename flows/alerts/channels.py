"""Where messages go: Apprise URLs, which hold secrets; everywhere else a channel is known by a short name."""

import hashlib
import os
import re
from collections.abc import Callable
from dataclasses import dataclass, field

from flows.alerts.receipts import open_receipts
from flows.alerts.recipients import one_each
from flows.home import Home

VARIABLE = "IPSTATS_ALERT_URLS"
NO_USABLE_CHANNEL = (
    f"所设通知渠道({VARIABLE})没有一个可用,或者还没有核对过,预警可能没有人收到。请试发:ipstats alerts test。"
)
NO_CHANNEL = f"没有设置通知渠道({VARIABLE}),预警只写入发布版,不会有人收到。"
LEFT_TO_SERVICE = (
    f"本命令没有设置通知渠道({VARIABLE}),自己不送出通知;等待的通知由正在运行的服务(ipstats serve)按它的渠道送出。"
)
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]{0,19})://.")
_FEWEST_DIGITS = 4


@dataclass(frozen=True)
class Channel:
    """One channel; `name` is its scheme and a few digits of a hash (json#3f2a), `position` its URL's place in the setting."""

    name: str
    position: int
    url: str = field(repr=False)


@dataclass(frozen=True)
class Channels:
    """The usable channels, and a sentence for every wrong URL that does not show its secret."""

    usable: tuple[Channel, ...]
    problems: tuple[str, ...]


def urls_from_environment() -> str:
    """The URLs in IPSTATS_ALERT_URLS, separated by white space; empty where it is not set."""
    return os.environ.get(VARIABLE, "").strip()


def parse_channels(urls: str, is_usable: Callable[[str], bool]) -> Channels:
    """The channels of a setting; `is_usable` tells whether a URL is one that a message can be sent to."""
    usable: list[Channel] = []
    problems: list[str] = []
    taken: set[str] = set()
    for position, url in enumerate(dict.fromkeys(urls.split()), start=1):
        scheme = _SCHEME.match(url)
        if scheme is None:
            problems.append(f"通知渠道第{position}个有误:不是“协议://……”形式的地址,没有使用。")
        elif not is_usable(url):
            problems.append(f"通知渠道第{position}个({scheme[1]}://)有误:协议不认识或地址不完整,没有使用。")
        else:
            for one in one_each(url):
                channel = Channel(_name(scheme[1].lower(), one, taken), position, one)
                taken.add(channel.name)
                usable.append(channel)
    return Channels(tuple(usable), tuple(problems))


def channel_warning(home: Home) -> str | None:
    """A sentence for bulletin and status where nobody would be told, else None; looks at no URL but whether one is set."""
    is_set = bool(urls_from_environment())
    if home.receipts_file.exists():
        with open_receipts(home) as receipts:
            if receipts.channels():
                return None
            return NO_USABLE_CHANNEL if is_set else NO_CHANNEL
    return None if is_set else NO_CHANNEL


def _name(scheme: str, url: str, taken: set[str]) -> str:
    """As few digits as tell the channels apart: a short hash confirms no guess of a password."""
    digest = hashlib.sha256(url.encode()).hexdigest()
    names = (f"{scheme}#{digest[:digits]}" for digits in range(_FEWEST_DIGITS, len(digest) + 1))
    return next(name for name in names if name not in taken)
