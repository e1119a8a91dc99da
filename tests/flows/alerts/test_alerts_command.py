"""`ipstats alerts`: list, deliver, test; exit codes, and which stream says what."""

import pytest

from flows.alerts.channels import NO_CHANNEL
from flows.alerts.receipts import open_receipts
from flows.commands.alerts import alerts
from flows.home import Home
from tests.flows.alerts.conftest import put
from tests.flows.alerts.services import Webhook, fail


@pytest.fixture(autouse=True)
def no_block(monkeypatch: pytest.MonkeyPatch) -> None:
    """No channel but those of the environment; asking Prefect is tested with the flows."""
    monkeypatch.delenv("IPSTATS_ALERT_URLS", raising=False)
    monkeypatch.setattr("flows.alerts.around.urls_from_block", lambda: "")
    monkeypatch.setattr("flows.engine.set_up", lambda _: None)


def test_list__nothing_yet(home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    home.root.mkdir()
    assert alerts(home=home.root) == 0
    out, err = capsys.readouterr()
    assert out == "还没有任何预警或通知。\n"
    assert err.strip() == NO_CHANNEL
    assert not list(home.root.iterdir())


def test_list__what_became_of_each(
    home: Home, hook: Webhook, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    put(home, "a", "b")
    monkeypatch.setenv("IPSTATS_ALERT_URLS", hook.url())
    hook.behaviours = [fail]
    assert alerts("deliver", home=home.root) == 1
    assert "对方答复 503" in capsys.readouterr().err
    assert alerts(home=home.root) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "2013-05  【待确认文件】a"
    with open_receipts(home) as receipts:
        (channel,) = receipts.channels()
        taken_at = receipts.receipts()["b", channel].delivered_at
    assert lines[2] == f"  编号 a;{channel} 已试1次,对方答复 503"
    assert lines[5] == f"  编号 b;{channel} 已于 {taken_at} 送达(第1次)"


def test_deliver__no_channel_is_refused(home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    put(home, "a")
    assert alerts("deliver", home=home.root) == 1
    assert "没有可用的通知渠道" in capsys.readouterr().err


def test_test__trial_on_every_channel_and_wrong_ones_named(
    home: Home, hook: Webhook, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("IPSTATS_ALERT_URLS", f"jsn://t0psecret {hook.url()} json://127.0.0.1:9/t0psecret")
    assert alerts("test", home=home.root) == 1
    out, err = capsys.readouterr()
    assert [line.split(":")[1] for line in out.splitlines()] == ["已送出", "对方拒绝连接"]
    assert err.strip() == "通知渠道第1个(jsn://)有误:协议不认识或地址不完整,没有使用。"
    assert "t0psecret" not in out + err
    assert hook.titles() == ["【测试】专利统计通知渠道试发"]
    assert not home.root.exists()


def test_all_months__only_with_deliver(home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    assert alerts("list", all_months=True, home=home.root) == 2
    assert "--all-months" in capsys.readouterr().err
