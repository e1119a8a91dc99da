"""What stands around a run: channels looked at before it, trouble noted, and what waits delivered after it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from flows.alerts.channels import LEFT_TO_SERVICE, NO_CHANNEL, Channels, parse_channels, urls_from_environment
from flows.alerts.delivery import deliver
from flows.alerts.operational import note_failed, note_refused
from flows.alerts.receipts import open_receipts
from flows.alerts.sending import is_usable
from flows.home import Home
from flows.interrupt import interruption_in
from flows.order_of_days import OutOfOrder
from flows.progress import tell
from flows.serving.running import serving
from transforms.errors import Refused

SECRET_BLOCK = "ipstats-alert-urls"


@contextmanager
def delivering_after(root: Path) -> Iterator[None]:
    """Name wrong channels before a run; deliver what waits after it. Nothing here changes how the run ends."""
    home = Home(root)
    channels = configured_channels(home)
    try:
        yield
    finally:
        try:
            _deliver(home, channels)
        except Exception as error:  # noqa: BLE001 - the run is done; what waits stays in the receipts
            tell(f"通知没有送出({type(error).__name__}),留待下次:ipstats alerts deliver")


@contextmanager
def noting_trouble(root: Path, month: str) -> Iterator[None]:
    """Note a refused release or a failed run for those who are told; the error goes on."""
    try:
        yield
    except OutOfOrder:
        raise
    except Exception as error:
        if interruption_in(error) is not None:
            raise
        if isinstance(error, Refused):
            note_refused(Home(root), month, error)
        else:
            note_failed(Home(root), month, error)
        raise


def configured_channels(home: Home) -> Channels:
    """The channels of the environment, else of the Prefect secret block; wrong ones are named, without their secret."""
    urls = urls_from_environment() or urls_from_block()
    channels = parse_channels(urls, is_usable)
    for problem in channels.problems:
        tell(problem, style="red")
    if not urls and _service_delivers(home):
        return channels
    if channels.usable or channels.problems or home.receipts_file.exists():
        with open_receipts(home) as receipts:
            receipts.set_channels([channel.name for channel in channels.usable])
    return channels


def urls_from_block() -> str:
    """The URLs in the secret block, empty where there is none or Prefect cannot be asked."""
    from prefect.blocks.system import Secret

    try:
        value = Secret.load(SECRET_BLOCK).get()  # type: ignore[union-attr]
    except Exception:  # noqa: BLE001 - absent, unreadable or no server: all mean that it names no channel
        return ""
    return str(value).strip()


def _deliver(home: Home, channels: Channels) -> None:
    if not channels.usable:
        if _service_delivers(home):
            tell(LEFT_TO_SERVICE)
        else:
            tell(NO_CHANNEL, style="red")
        return
    delivered = deliver(home, channels.usable)
    for failure in delivered.failures:
        tell(f"通知未送达:{failure}")
    if delivered.taken:
        tell(f"  ✓ 送出通知 {delivered.taken} 条")


def _service_delivers(home: Home) -> bool:
    """Whether a service is at work that has channels: a command without any leaves them and what waits to it."""
    if serving(home) is None or not home.receipts_file.exists():
        return False
    with open_receipts(home) as receipts:
        return bool(receipts.channels())
