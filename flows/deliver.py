"""The flow that delivers what waits: scheduled every few minutes, it tries again with growing pauses."""

from pathlib import Path

from prefect import flow, task
from prefect.tasks import exponential_backoff

from flows.alerts.around import configured_channels
from flows.alerts.delivery import Delivered, deliver
from flows.home import Home, resolve_home


class NotDelivered(Exception):
    """Some channel did not take a message; it stays in the receipts for the next time."""


@task(name="deliver alerts", retries=2, retry_delay_seconds=exponential_backoff(10), persist_result=False)
def deliver_waiting(root: Path) -> Delivered:
    """Send what waits and is due; raises NotDelivered (so that Prefect tries again) where a channel failed."""
    home = Home(root)
    delivered = deliver(home, configured_channels(home).usable)
    if delivered.failures:
        raise NotDelivered(";".join(delivered.failures))
    return delivered


@flow(name="deliver-alerts", flow_run_name="送出通知", validate_parameters=False)
def deliver_alerts(root: Path | None = None) -> Delivered:
    """Deliver the messages that wait in a home (default: the one of IPSTATS_HOME)."""
    return deliver_waiting((Home(root) if root else resolve_home()).root)
