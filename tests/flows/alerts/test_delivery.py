"""Delivery to a real mail server and a real webhook that fails, hangs and recovers."""

import socket
import threading
import time
from datetime import timedelta

import pytest

from flows.alerts import delivery
from flows.alerts.channels import Channel, parse_channels
from flows.alerts.delivery import deliver, wait_after
from flows.alerts.receipts import open_receipts
from flows.alerts.sending import is_usable
from flows.alerts.waiting import undelivered
from flows.home import Home
from tests.flows.alerts.conftest import put
from tests.flows.alerts.services import Mailbox, Webhook, fail, hang, take_slowly


def channels(*urls: str) -> tuple[Channel, ...]:
    return parse_channels(" ".join(urls), is_usable).usable


def test_every_message_on_every_channel_once(home: Home, hook: Webhook, mailbox: Mailbox) -> None:
    put(home, "a", "b")
    both = channels(hook.url(), mailbox.url())
    assert deliver(home, both).taken == 4
    assert deliver(home, both, at_once=True).taken == 0
    assert hook.titles() == ["【待确认文件】a", "【待确认文件】b"]
    assert hook.taken[0]["message"] == "正文 a。\n编号:a"
    assert mailbox.subjects() == hook.titles()
    mail = mailbox.taken[0].get_payload(decode=True)
    assert isinstance(mail, bytes)
    assert mail.decode().splitlines() == ["正文 a。", "编号:a"]


def test_failing_channel__others_are_served_and_it_is_left_alone_a_while(
    home: Home, hook: Webhook, mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(home, "a")
    hook.behaviours = [fail, fail]
    both = channels(hook.url(), mailbox.url())
    first = deliver(home, both)
    assert first.taken == 1
    assert first.failures == (f"{both[0].name} 没有收下 a(第1次):对方答复 503",)
    assert deliver(home, both).taken == 0
    assert hook.requests == 1
    start = delivery.now()
    for seconds, requests in ((11, 2), (20, 2), (49, 2), (53, 3)):
        monkeypatch.setattr(delivery, "now", lambda seconds=seconds: start + timedelta(seconds=seconds))
        deliver(home, both)
        assert hook.requests == requests, seconds
    assert hook.titles() == ["【待确认文件】a"]
    assert len(mailbox.taken) == 1


def test_one_bad_address_of_several__the_others_get_it_once(home: Home, mailbox: Mailbox) -> None:
    put(home, "a")
    people = channels(mailbox.url("nobody@office.example,ip@office.example,head@office.example"))
    first = deliver(home, people)
    assert first.failures == (f"{people[0].name} 没有收下 a(第1次):对方答复 550(收件地址不被接受)",)
    assert deliver(home, people, at_once=True).taken == 0
    assert [str(mail["to"]) for mail in mailbox.taken] == ["ip@office.example", "head@office.example"]


def test_slow_answer__is_waited_for(home: Home, hook: Webhook) -> None:
    put(home, "a")
    hook.behaviours = [take_slowly]
    assert deliver(home, channels(hook.url())).taken == 1
    assert hook.requests == 1


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("json://127.0.0.1:{closed}/t0psecret", "对方拒绝连接"),
        ("mailto://127.0.0.1:{closed}?from=a@b.cn&to=c@b.cn&mode=insecure", "对方拒绝连接"),
        ("jsons://127.0.0.1:{open}/x", "加密连接或证书有误"),
    ],
)
def test_failure__says_what_kind(home: Home, hook: Webhook, closed_port: int, url: str, said: str) -> None:
    put(home, "a")
    (failure,) = deliver(home, channels(url.format(closed=closed_port, open=hook.port))).failures
    assert failure.endswith(f":{said}")
    assert "t0psecret" not in failure


@pytest.mark.parametrize("url", ["json://mail.example/x", "mailto://mail.example?from=a@b.cn&to=c@b.cn&mode=insecure"])
def test_failure__of_a_name_nobody_knows(home: Home, monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    put(home, "a")
    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    (failure,) = deliver(home, channels(url)).failures
    assert failure.endswith(":找不到对方主机")


def test_back_off__grows_to_six_hours() -> None:
    assert [wait_after(attempts).total_seconds() for attempts in (1, 2, 3, 4)] == [10, 40, 160, 640]
    assert wait_after(1000) == timedelta(hours=6)


def test_by_hand__back_off_is_ignored(home: Home, hook: Webhook) -> None:
    put(home, "a")
    hook.behaviours = [fail]
    assert deliver(home, channels(hook.url())).failures
    assert deliver(home, channels(hook.url()), at_once=True).taken == 1


def test_refused_message__does_not_hold_up_the_next(home: Home, hook: Webhook) -> None:
    put(home, "a", "b")
    hook.behaviours = [fail]
    assert deliver(home, channels(hook.url())).taken == 1
    assert hook.titles() == ["【待确认文件】b"]
    assert [(one.alert_id, progress) for one, _, progress in undelivered(home)] == [("a", "已试1次,对方答复 503")]


def test_hanging_channel__is_left_at_once_and_the_others_served(home: Home, hook: Webhook, mailbox: Mailbox) -> None:
    put(home, "a", "b")
    # far apart: on a busy machine a mail alone takes a second
    hook.behaviours = [lambda request: hang(request, seconds=20)]
    both = channels(hook.url(), mailbox.url())
    start = time.monotonic()
    delivered = deliver(home, both, seconds=4)
    assert time.monotonic() - start < 16
    assert delivered.taken == 2
    assert [failure.split(":")[-1] for failure in delivered.failures] == ["没有应答(超过4秒)"]
    assert hook.requests == 1
    assert deliver(home, both, at_once=True).taken == 2


def test_two_deliveries_at_once__each_message_once(home: Home, hook: Webhook) -> None:
    put(home, *(f"m{number}" for number in range(10)))
    url = hook.url()
    workers = [threading.Thread(target=deliver, args=(home, channels(url))) for _ in range(3)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert sorted(hook.titles()) == sorted(f"【待确认文件】m{number}" for number in range(10))


def test_delivery_under_way__another_leaves_it_to_the_first(home: Home, hook: Webhook) -> None:
    put(home, "a")
    hook.behaviours = [hang]
    first = threading.Thread(target=deliver, args=(home, channels(hook.url())), kwargs={"seconds": 1.0})
    first.start()
    while not hook.requests:
        time.sleep(0.02)
    assert deliver(home, channels(hook.url()), lock_seconds=0.1).is_busy
    first.join()


def test_new_channel__is_not_sent_what_others_took_before(home: Home, hook: Webhook, mailbox: Mailbox) -> None:
    put(home, "old")
    assert deliver(home, channels(hook.url())).taken == 1
    put(home, "new")
    assert deliver(home, channels(hook.url(), mailbox.url())).taken == 2
    assert mailbox.subjects() == ["【待确认文件】new"]


def test_first_channel__is_sent_what_nobody_took(home: Home, hook: Webhook) -> None:
    put(home, "a")
    assert undelivered(home)[0][1:] == ("", "没有通知渠道")
    assert deliver(home, channels(hook.url())).taken == 1
    assert undelivered(home) == []


def test_receipts__columns_people_rely_on(home: Home, hook: Webhook) -> None:
    put(home, "a")
    (channel,) = channels(hook.url())
    deliver(home, [channel])
    with open_receipts(home) as receipts:
        receipt = receipts.receipts()["a", channel.name]
    assert receipt.attempts == 1
    assert receipt.delivered_at is not None
