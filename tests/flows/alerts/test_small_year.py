"""A year from feeds to mailbox and webhook: the right messages, although the webhook fails and the sender is killed."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from flows.alerts.channels import parse_channels
from flows.alerts.delivery import Delivered, deliver
from flows.alerts.receipts import open_receipts
from flows.alerts.sending import is_usable
from flows.alerts.waiting import undelivered
from flows.home import CHECKOUT
from tests.flows.alerts import small_year
from tests.flows.alerts.services import Mailbox, Webhook, fail, kill_caller_after_taking
from tests.flows.alerts.small_year import HELD, TITLES
from tests.flows.office import Office

SECRET = "t0psecret"


class Sender:
    """`ipstats alerts deliver` in a process of its own."""

    def __init__(self, office: Office, *urls: str) -> None:
        self.home, self.urls, self.pid = office.home, urls, 0

    def deliver(self, *options: str) -> tuple[int, str, str]:
        """Exit code, standard output, standard error."""
        command = [sys.executable, "-m", "flows.cli", "alerts", "deliver", "--home", str(self.home.root), *options]
        environment = {**os.environ, "IPSTATS_ALERT_URLS": " ".join(self.urls), "PYTHONPATH": str(CHECKOUT)}
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        with subprocess.Popen(command, cwd=CHECKOUT, env=environment, text=True, **pipes) as process:  # type: ignore[call-overload]
            self.pid = process.pid
            out, err = process.communicate(timeout=60)
        return process.returncode, out, err

    def deliver_here(self) -> Delivered:
        """The same in this process."""
        return deliver(self.home, parse_channels(" ".join(self.urls), is_usable).usable, at_once=True)


def test_year__right_messages_through_failures_and_a_kill(tmp_path: Path, hook: Webhook, mailbox: Mailbox) -> None:
    office = Office(tmp_path / "home")
    sender = Sender(office, hook.url(SECRET), mailbox.url())
    small_year.run(office, 1)
    assert sender.deliver_here() == Delivered()
    small_year.run(office, 2)
    hook.behaviours = [fail, fail, kill_caller_after_taking(lambda: sender.pid)]
    code, out, err = sender.deliver()
    assert (code, out) == (1, "送出 1 条\n")
    assert "对方答复 503" in err
    assert len(sender.deliver_here().failures) == 1
    assert sender.deliver()[0] == -signal.SIGKILL
    assert hook.titles() == [TITLES[2]]
    # nobody knows that it was taken: it is sent again, under the same id
    assert sender.deliver_here() == Delivered(taken=1)
    assert [one["message"].splitlines()[-1] for one in hook.taken] == ["编号:330482-invention_share-2013-02-first"] * 2
    for month in (3, 4):
        small_year.run(office, month)
        sender.deliver_here()
    rest = [TITLES[3], HELD, TITLES[4]]
    assert hook.titles() == [TITLES[2], TITLES[2], *rest]
    assert mailbox.subjects() == [TITLES[2], *rest]
    assert undelivered(office.home) == []
    assert_no_secret(office, SECRET)


def assert_no_secret(office: Office, secret: str) -> None:
    for file in office.home.root.rglob("*"):
        assert secret not in file.name
        if file.is_file():
            assert secret.encode() not in file.read_bytes(), file


@pytest.fixture(scope="module")
def backfilled(tmp_path_factory: pytest.TempPathFactory) -> Office:
    office = Office(tmp_path_factory.mktemp("backfilled"))
    for month in (1, 2, 3):
        small_year.run(office, month, announce=month == 3)
    return office


def test_backfill__all_written_newest_delivered(backfilled: Office) -> None:
    assert backfilled.rows("SELECT title FROM alerts ORDER BY month") == [(TITLES[2],), (TITLES[3],)]
    assert [one.title for one, _, _ in undelivered(backfilled.home)] == [TITLES[3], HELD]


def test_backfill__older_months_when_asked(backfilled: Office, hook: Webhook) -> None:
    sender = Sender(backfilled, hook.url())
    assert sender.deliver("--all-months") == (0, "送出 3 条\n", "")
    assert hook.titles() == [TITLES[2], TITLES[3], HELD]


def test_announced_but_cut_off_before_the_release__nothing_is_told(backfilled: Office) -> None:
    with open_receipts(backfilled.home) as receipts:
        receipts.announce(["330482-invention_share-2013-04-continuing"], "2013-04")
    assert "330482-invention_share-2013-04-continuing" not in {one.alert_id for one, _, _ in undelivered(backfilled.home)}
