"""Sending one message to one channel, within a time that a hanging service cannot stretch."""

import logging
import re
import threading
from functools import cache
from typing import Any

from flows.alerts.channels import Channel
from flows.alerts.receipts import Message

SEND_SECONDS = 30.0
NO_ANSWER = "没有应答"
# The library waits four seconds: a service that takes a message and says so later would get it again at every attempt.
_ANSWER_SECONDS = 20.0
_STATUS = re.compile(r"error[= ]+(\d{3})\b|\((\d{3}), b")
_MEANINGS = {"530": "需要登录", "534": "登录方式不被接受", "535": "用户名或密码不被接受", "550": "收件地址不被接受"}
_TROUBLES = (
    (re.compile("NameResolutionError|Name or service not known|name resolution|No address associated"), "找不到对方主机"),
    (re.compile(r"SSLError|\[SSL|certificate verify|STARTTLS extension"), "加密连接或证书有误"),
    (re.compile("timed out"), NO_ANSWER),
    (re.compile("Connection refused"), "对方拒绝连接"),
)


class _Answers(logging.Handler):
    """Keeps of the library's log only the status that was answered or the kind of trouble: the rest may hold URLs."""

    def __init__(self) -> None:
        super().__init__()
        self.said: str | None = None

    def emit(self, record: logging.LogRecord) -> None:
        """Look for a status, else a known trouble, in one line of the log."""
        line = record.getMessage()
        if found := _STATUS.search(line):
            status = found[1] or found[2]
            meaning = f"({_MEANINGS[status]})" if status in _MEANINGS else ""
            self.said = f"对方答复 {status}{meaning}"
        elif self.said is None and "Exception" in line:
            self.said = next((words for pattern, words in _TROUBLES if pattern.search(line)), None)


def is_usable(url: str) -> bool:
    """Whether the sending library understands a URL; nothing is sent."""
    return _plugin(url) is not None


def send(channel: Channel, message: Message, seconds: float = SEND_SECONDS) -> str | None:
    """Send; None when the channel took it, else what went wrong, without URL. Waits at most `seconds`."""
    outcome: list[str | None] = [f"{NO_ANSWER}(超过{seconds:g}秒)"]
    worker = threading.Thread(target=_send, args=(channel, message, outcome), daemon=True)
    worker.start()
    worker.join(seconds)
    return outcome[0]


def _send(channel: Channel, message: Message, outcome: list[str | None]) -> None:
    answers = _Answers()
    log = _library_log()
    log.addHandler(answers)
    try:
        plugin = _plugin(channel.url)
        body = f"{message.message}\n编号:{message.alert_id}"
        is_taken = plugin is not None and plugin.notify(body=body, title=message.title, body_format="text")
        outcome[0] = None if is_taken else answers.said or "发送失败,连接不上或被拒绝"
    except Exception as error:  # noqa: BLE001 - a channel may fail in any way, and what it says may hold its URL
        outcome[0] = f"发送失败({type(error).__name__})"
    finally:
        log.removeHandler(answers)


def _plugin(url: str) -> Any:
    _library_log()
    from apprise import Apprise, AppriseAsset

    asset = AppriseAsset(app_id="ipstats", app_desc="专利统计", app_url="", image_url_mask="", image_url_logo="")
    plugin = Apprise.instantiate(url, asset=asset, suppress_exceptions=True)
    if plugin is not None:
        plugin.socket_connect_timeout = plugin.socket_read_timeout = _ANSWER_SECONDS
    return plugin


@cache
def _library_log() -> logging.Logger:
    """The sending library's log, heard by nobody but us."""
    log = logging.getLogger("apprise")
    log.handlers = [logging.NullHandler()]
    log.propagate = False
    log.setLevel(logging.DEBUG)
    return log
