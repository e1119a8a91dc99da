"""Sends what waits to every channel, one message at a time, each noted before and after: a kill loses none."""

import fcntl
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from flows.alerts.channels import Channel
from flows.alerts.receipts import Message, Receipt, Receipts, instant, now, open_receipts
from flows.alerts.sending import NO_ANSWER, SEND_SECONDS, send
from flows.alerts.waiting import is_waiting, messages_to_deliver
from flows.home import Home

# After the first failure a channel is tried again in 10 seconds, then 40, 160, ... up to six hours.
_FIRST_WAIT_SECONDS, _GROWTH, _LONGEST_WAIT_SECONDS = 10, 4, 6 * 3600
_LOCK_SECONDS = 60.0


@dataclass(frozen=True)
class Delivered:
    """What a delivery came to: messages taken, sentences on what failed; `is_busy` where another one was at work."""

    taken: int = 0
    failures: tuple[str, ...] = ()
    is_busy: bool = False


def deliver(
    home: Home,
    channels: Sequence[Channel],
    *,
    at_once: bool = False,
    all_months: bool = False,
    seconds: float = SEND_SECONDS,
    lock_seconds: float = _LOCK_SECONDS,
) -> Delivered:
    """Send what waits and is due; `at_once` ignores back-off, `all_months` adds all alerts of the current release.

    A message that a channel refuses does not hold up the next one; a channel that does not answer is left at once.
    One delivery at a time: another waits up to `lock_seconds`, then leaves it to the first.
    """
    with _lock(home, lock_seconds) as is_ours, open_receipts(home) as receipts:
        if not is_ours:
            return Delivered(is_busy=True)
        receipts.set_channels([channel.name for channel in channels])
        messages, known = messages_to_deliver(home, receipts, all_months=all_months), receipts.receipts()
        result = Delivered()
        for channel in channels:
            waiting = [
                message
                for message in messages
                if is_waiting(receipt := known.get((message.alert_id, channel.name)))
                and (at_once or _is_due(receipt, now()))
            ]
            taken, failures = _deliver_to(receipts, channel, waiting, known, seconds)
            result = replace(result, taken=result.taken + taken, failures=(*result.failures, *failures))
        return result


def wait_after(attempts: int) -> timedelta:
    """How long a channel is left alone after so many attempts at a message."""
    return timedelta(seconds=min(_FIRST_WAIT_SECONDS * _GROWTH ** (attempts - 1), _LONGEST_WAIT_SECONDS))


def _deliver_to(
    receipts: Receipts,
    channel: Channel,
    messages: Sequence[Message],
    known: dict[tuple[str, str], Receipt],
    seconds: float,
) -> tuple[int, list[str]]:
    taken, failures = 0, []
    for message in messages:
        receipt = known.get((message.alert_id, channel.name))
        attempts = (receipt.attempts if receipt else 0) + 1
        receipts.note_attempt(message.alert_id, channel.name, now() + wait_after(attempts))
        problem = send(channel, message, seconds)
        receipts.note_outcome(message.alert_id, channel.name, problem)
        if problem is None:
            taken += 1
            continue
        failures.append(f"{channel.name} 没有收下 {message.alert_id}(第{attempts}次):{problem}")
        if problem.startswith(NO_ANSWER):
            break
    return taken, failures


def _is_due(receipt: Receipt | None, moment: datetime) -> bool:
    return receipt is None or receipt.next_try_at is None or receipt.next_try_at <= instant(moment)


@contextmanager
def _lock(home: Home, seconds: float) -> Iterator[bool]:
    """Whether this process is the one that delivers; a killed one gives the lock back by itself."""
    home.warehouse.mkdir(parents=True, exist_ok=True)
    until = time.monotonic() + seconds
    with (home.warehouse / ".deliver-lock").open("a+") as handle:
        while True:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                if time.monotonic() >= until:
                    yield False
                    return
                time.sleep(0.2)
            else:
                yield True
                return
