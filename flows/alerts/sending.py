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
_STATUS = re.compile(r"error[= ]+(\d{3})\b")


class _Answers(logging.Handler):
    """Keeps of what the sending library logs only the status a service answered: the rest may hold URLs."""

    def __init__(self) -> None:
        super().__init__()
        self.status: str | None = None

    def emit(self, record: logging.LogRecord) -> None:
        """Look for a status in one line of the log."""
        if found := _STATUS.search(record.getMessage()):
            self.status = found[1]


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
        answered = f"对方答复 {answers.status}" if answers.status else "发送失败,连接不上或被拒绝"
        outcome[0] = None if is_taken else answered
    except Exception as error:  # noqa: BLE001 - a channel may fail in any way, and what it says may hold its URL
        outcome[0] = f"发送失败({type(error).__name__})"
    finally:
        log.removeHandler(answers)


def _plugin(url: str) -> Any:
    _library_log()
    from apprise import Apprise, AppriseAsset

    asset = AppriseAsset(app_id="ipstats", app_desc="专利统计", app_url="", image_url_mask="", image_url_logo="")
    return Apprise.instantiate(url, asset=asset, suppress_exceptions=True)


@cache
def _library_log() -> logging.Logger:
    """The sending library's log, heard by nobody but us."""
    log = logging.getLogger("apprise")
    log.handlers = [logging.NullHandler()]
    log.propagate = False
    return log
