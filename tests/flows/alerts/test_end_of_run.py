"""The real flows: what waits is delivered at the end of a run, trouble is told, and no channel changes how a run ends."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from prefect.blocks.system import Secret

from flows import deliver as deliver_module
from flows import monthly as monthly_module
from flows.alerts import delivery
from flows.alerts.around import SECRET_BLOCK, delivering_after
from flows.alerts.channels import LEFT_TO_SERVICE, NO_CHANNEL, channel_warning
from flows.alerts.receipts import open_receipts
from flows.alerts.waiting import undelivered
from flows.deliver import deliver_alerts
from flows.monthly import backfill, monthly
from flows.serving.running import announced
from tests.flows.alerts.services import Webhook, fail
from tests.flows.alerts.small_year import TITLES, day_of, write_feed
from tests.flows.harness import prefect_server
from tests.flows.office import Office
from transforms.errors import Refused

SECRET = "t0psecret"
JANUARY = "【提示】平湖市2013年1月发明专利申请占比0.00%,低于10%(本年首次)"


@pytest.fixture(scope="module", autouse=True)
def server() -> Iterator[None]:
    with prefect_server():
        yield


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    """January's feed has come; releases carry no bulletins, which nobody looks at here."""
    monkeypatch.setattr("flows.release_steps.begin_bulletin", lambda *_: None)
    monkeypatch.setattr("flows.release.write_bulletins", lambda *_, **__: [])
    office = Office(tmp_path / "home")
    write_feed(office, 1, 0, 10)
    return office


def test_command_without_channels__leaves_what_waits_to_the_service_that_has_some(
    office: Office, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("IPSTATS_ALERT_URLS", raising=False)
    with open_receipts(office.home) as receipts:
        receipts.set_channels(["json#3f2a"])
    with announced(office.home, "http://127.0.0.1:9/api", "http://127.0.0.1:9/"):
        monthly(office.home.root, "2013-01", day_of(1))
        told = capsys.readouterr().err
        assert LEFT_TO_SERVICE in told
        assert NO_CHANNEL not in told
        assert channel_warning(office.home) is None
    with delivering_after(office.home.root):
        pass
    assert NO_CHANNEL in capsys.readouterr().err


def test_failing_channel__run_completes_and_the_flow_tries_again(
    office: Office, hook: Webhook, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("IPSTATS_ALERT_URLS", raising=False)
    Secret(value=hook.url(SECRET)).save(SECRET_BLOCK, overwrite=True)
    hook.behaviours = [fail]
    state = monthly(office.home.root, "2013-01", day_of(1), return_state=True)
    assert state.is_completed()
    assert hook.requests == 1
    assert "对方答复 503" in capsys.readouterr().err
    assert deliver_alerts(office.home.root).taken == 0
    hook.behaviours = [fail]
    monkeypatch.setattr(delivery, "_FIRST_WAIT_SECONDS", 0)
    monkeypatch.setattr(delivery, "instant", lambda _: "9999")
    monkeypatch.setattr(
        deliver_module, "deliver_waiting", deliver_module.deliver_waiting.with_options(retry_delay_seconds=0)
    )
    assert deliver_alerts(office.home.root).taken == 1
    assert (hook.requests, hook.titles()) == (3, [JANUARY])
    for file in office.home.root.rglob("*"):
        assert not file.is_file() or SECRET.encode() not in file.read_bytes(), file


def test_backfill__newest_month_is_told(office: Office, hook: Webhook, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IPSTATS_ALERT_URLS", hook.url())
    write_feed(office, 2, 1, 25)
    backfill(office.home.root, "2013-01", "2013-02", [("2013-01", day_of(1)), ("2013-02", day_of(2))])
    assert office.value("SELECT count(*) FROM alerts") == 2
    assert hook.titles() == ["【提示续报】平湖市2013年1—2月发明专利申请占比2.78%,已连续2个月低于10%"]
    assert TITLES[2] not in hook.titles()


def test_refused_and_failed__told_once_with_the_last_known_state(
    office: Office, hook: Webhook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("IPSTATS_ALERT_URLS", hook.url())
    root = office.home.root
    monthly(root, "2013-01", day_of(1))

    class CheckFailed(Refused):
        labels = ("目标完成情况的主键", "月度统计等于专利事件分组计数")

    def refuse(*_: Any) -> None:
        raise CheckFailed("第3行 张三 201310699744.2")

    def break_down(*_: Any) -> None:
        raise ValueError("张三")

    monkeypatch.setattr(monthly_module, "publish_release", refuse)
    for _ in range(2):
        assert monthly(root, "2013-02", day_of(2), return_state=True).is_failed()
    monkeypatch.setattr(monthly_module, "publish_release", break_down)
    assert monthly(root, "2013-02", day_of(2), return_state=True).is_failed()
    assert hook.titles()[1:] == [
        "【发布中止】平湖市2013年2月数据核验未通过:目标完成情况的主键、月度统计等于专利事件分组计数。",
        "【运行失败】平湖市2013年2月月度统计运行失败(ValueError)。",
    ]
    refused = hook.taken[1]["message"]
    assert "现行发布版仍为2013-01.1。最近一次可计算的1月占比0.00%(0/10件),低于10%。" in refused
    assert "张三" not in "".join(one["title"] + one["message"] for one in hook.taken)
    assert undelivered(office.home) == []


def test_slip_of_the_person_who_runs__nobody_is_told(
    office: Office, hook: Webhook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monthly(office.home.root, "2013-01", day_of(1))
    monkeypatch.setenv("IPSTATS_ALERT_URLS", hook.url())
    assert monthly(office.home.root, "2013-01", date(2013, 2, 1), return_state=True).is_failed()
    assert hook.titles() == [JANUARY]
