"""`ipstats alerts`: alerts so far, delivery of what waits, a trial message."""

import sys
from pathlib import Path
from typing import Annotated, Literal

from cyclopts import Parameter
from rich.console import Console

from flows.alerts.channels import Channel, channel_warning, parse_channels, urls_from_environment
from flows.alerts.listing import listed
from flows.alerts.receipts import Message, open_receipts
from flows.commands.printing import usage
from flows.home import Home, existing_home, resolve_home
from flows.months import today
from transforms.errors import WrongUsage

_TRIAL = "这是一条试发消息,收到即表示该渠道可用,不代表任何数据。"


@usage
def alerts(
    action: Annotated[
        Literal["list", "deliver", "test"], Parameter(help="list 列出;deliver 立即送出待送的通知;test 向各渠道试发一条。")
    ] = "list",
    *,
    all_months: Annotated[
        bool, Parameter(name="--all-months", negative="", help="与 deliver 连用:补发时没有送出的以前各月也送出。")
    ] = False,
    home: Annotated[Path | None, Parameter(help="数据目录;默认取环境变量 IPSTATS_HOME。")] = None,
) -> int:
    """预警和通知:列出至今各条及送达情况,送出待送的,或试发一条。

    渠道写在环境变量 IPSTATS_ALERT_URLS 里,是以空白分隔的 Apprise 地址(邮件、企业微信、钉钉、飞书、网址)。
    """
    if all_months and action != "deliver":
        raise WrongUsage("--all-months 只能与 deliver 连用。")
    place = resolve_home(home) if action == "test" else existing_home(home)
    if action == "list":
        return _list(place)
    channels = _channels(place)
    if not channels:
        return 1
    return _deliver(place, channels, all_months) if action == "deliver" else _test(channels)


def _list(place: Home) -> int:
    sys.stdout.write("\n".join(listed(place)) + "\n")
    if warning := channel_warning(place):
        _red(warning)
    return 0


def _deliver(place: Home, channels: tuple[Channel, ...], all_months: bool) -> int:
    from flows.alerts.delivery import deliver

    delivered = deliver(place, channels, at_once=True, all_months=all_months)
    if delivered.is_busy:
        _red("另一个进程正在送出通知,本次没有送。")
        return 1
    sys.stdout.write(f"送出 {delivered.taken} 条\n")
    for failure in delivered.failures:
        _red(failure)
    return 1 if delivered.failures else 0


def _test(channels: tuple[Channel, ...]) -> int:
    from flows.alerts.sending import send

    trial = Message("test", f"{today():%Y-%m}", "test", "【测试】专利统计通知渠道试发", _TRIAL)
    problems = {channel.name: send(channel, trial) for channel in channels}
    for name, problem in problems.items():
        sys.stdout.write(f"{name}:{problem or '已送出'}\n")
    return 1 if any(problems.values()) else 0


def _channels(place: Home) -> tuple[Channel, ...]:
    """The usable channels: of the environment, else of Prefect's secret block; wrong ones and their absence are said."""
    from flows.alerts.sending import is_usable

    urls = urls_from_environment()
    if not urls:
        from flows.engine import set_up

        set_up(place)
        from flows.alerts.around import urls_from_block

        urls = urls_from_block()
    channels = parse_channels(urls, is_usable)
    for problem in channels.problems:
        _red(problem)
    if not channels.usable:
        _red("没有可用的通知渠道,没有送出。请设置 IPSTATS_ALERT_URLS。")
    if place.receipts_file.exists():
        with open_receipts(place) as receipts:
            receipts.set_channels([channel.name for channel in channels.usable])
    return channels.usable


def _red(sentence: str) -> None:
    Console(stderr=True, highlight=False, soft_wrap=True).print(sentence, style="red", markup=False)
