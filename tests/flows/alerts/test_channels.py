"""Channels are known by scheme and short hash; a wrong one is named without its secret."""

import pytest

from flows.alerts.around import configured_channels
from flows.alerts.channels import NO_CHANNEL, NO_USABLE_CHANNEL, channel_warning, parse_channels
from flows.alerts.receipts import open_receipts
from flows.alerts.sending import is_usable
from flows.home import Home

GOOD = "json://127.0.0.1:8080/t0psecret"


def test_parse__white_space_of_any_kind_and_no_url_twice() -> None:
    found = parse_channels(f"  {GOOD}\n{GOOD}\tmailto://user:pa55@example.com ", is_usable)
    assert [channel.name.split("#")[0] for channel in found.usable] == ["json", "mailto"]
    assert found.problems == ()


def test_name__stays_and_tells_channels_apart() -> None:
    first = parse_channels(GOOD, is_usable).usable[0]
    assert first.name == parse_channels(f"mailto://user:pa55@example.com {GOOD}", is_usable).usable[1].name
    assert len(first.name) == len("json#3f2a")
    # 300 channels cannot all differ in four digits; names are made longer until they do
    many = parse_channels(" ".join(f"json://host/{number}" for number in range(3000)), lambda _: True).usable
    assert len({channel.name for channel in many}) == 3000


def test_secret__in_no_name_nor_representation() -> None:
    found = parse_channels(GOOD, is_usable)
    assert "t0psecret" not in repr(found)


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("jsn://host/t0psecret", "通知渠道第2个(jsn://)有误:协议不认识或地址不完整,没有使用。"),
        ("t0psecret", "通知渠道第2个有误:不是“协议://……”形式的地址,没有使用。"),
        ("://t0psecret", "通知渠道第2个有误:不是“协议://……”形式的地址,没有使用。"),
        ("dingtalk://", "通知渠道第2个有误:不是“协议://……”形式的地址,没有使用。"),
        ("wecombot://", "通知渠道第2个有误:不是“协议://……”形式的地址,没有使用。"),
        ("mailto://t0psecret", "通知渠道第2个(mailto://)有误:协议不认识或地址不完整,没有使用。"),
    ],
)
def test_wrong_url__named_by_position_and_scheme(url: str, sentence: str) -> None:
    found = parse_channels(f"{GOOD} {url}", is_usable)
    assert found.problems == (sentence,)
    assert len(found.usable) == 1


@pytest.mark.parametrize("url", ["wecombot://key", "dingtalk://token", "feishu://token", "lark://token", GOOD])
def test_schemes_of_the_office__are_understood(url: str) -> None:
    assert is_usable(url)


def test_channel_warning(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("IPSTATS_ALERT_URLS", raising=False)
    assert channel_warning(home) == NO_CHANNEL
    assert not home.root.exists()
    monkeypatch.setenv("IPSTATS_ALERT_URLS", "  ")
    assert channel_warning(home) == NO_CHANNEL
    monkeypatch.setenv("IPSTATS_ALERT_URLS", GOOD)
    assert channel_warning(home) is None
    monkeypatch.delenv("IPSTATS_ALERT_URLS")
    with open_receipts(home) as receipts:
        receipts.set_channels(["json#3f2a"])
    assert channel_warning(home) is None


def test_channel_warning__set_but_none_usable(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IPSTATS_ALERT_URLS", "nosuch://s3cret-token")
    assert configured_channels(home).usable == ()
    assert channel_warning(home) == NO_USABLE_CHANNEL
    assert "s3cret" not in NO_USABLE_CHANNEL
    monkeypatch.setenv("IPSTATS_ALERT_URLS", GOOD)
    configured_channels(home)
    assert channel_warning(home) is None
