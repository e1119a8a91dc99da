"""What is to be told: announced alerts that a release holds, and messages that belong to no release."""

import duckdb

from flows.alerts.receipts import Message, Receipt, Receipts, open_receipts
from flows.home import Home
from flows.publishing.freeze import DATABASE
from flows.publishing.release import Release
from flows.publishing.repair import complete_releases, latest

# Rows of the release's own file stand in the order in which they were told; those of the exported table do not.
_ALERTS = "SELECT alert_id, month, state, title, message FROM main.alerts ORDER BY rowid"


def messages_to_deliver(home: Home, receipts: Receipts, *, all_months: bool = False) -> list[Message]:
    """Announced alerts in the latest release of their month, then operational messages; each once.

    `all_months` adds every alert of the current release, also of months that were published without announcing.
    """
    releases = complete_releases(home.published)
    announced: dict[str, set[str]] = {}
    for alert_id, month in receipts.announced():
        announced.setdefault(month, set()).add(alert_id)
    found: dict[str, Message] = {}
    for month, alert_ids in announced.items():
        release = latest([one for one in releases if one.month == month])
        found.update((one.alert_id, one) for one in alerts_of(home, release) if one.alert_id in alert_ids)
    if all_months:
        found.update((one.alert_id, one) for one in alerts_of(home, latest(releases)))
    operational = {one.alert_id: one for one in receipts.operational_messages()}
    return [*sorted(found.values(), key=lambda one: one.month), *operational.values()]


def alerts_of(home: Home, release: Release | None) -> list[Message]:
    """The alerts of a release, in the order in which they were told; none of no release."""
    if release is None:
        return []
    file = home.published / "releases" / release.release_id / DATABASE
    with duckdb.connect(str(file), read_only=True) as connection:
        return [Message(*row) for row in connection.execute(_ALERTS).fetchall()]


def is_waiting(receipt: Receipt | None) -> bool:
    """Whether a message is still to be sent to a channel, by its receipt there."""
    return receipt is None or (receipt.is_due and receipt.delivered_at is None)


def undelivered(home: Home) -> list[tuple[Message, str, str]]:
    """(message, channel, how far it got, in words) of all that waits; the channel is empty where none is configured."""
    if not home.receipts_file.exists():
        return []
    with open_receipts(home) as receipts:
        messages, channels, known = messages_to_deliver(home, receipts), receipts.channels(), receipts.receipts()
    if not channels:
        told = {alert_id for (alert_id, _), receipt in known.items() if receipt.delivered_at is not None}
        return [(message, "", "没有通知渠道") for message in messages if message.alert_id not in told]
    return [
        (message, channel, progress_text(known.get((message.alert_id, channel))))
        for message in messages
        for channel in channels
        if is_waiting(known.get((message.alert_id, channel)))
    ]


def current_alerts(home: Home) -> list[Message]:
    """The alerts of the current release."""
    return alerts_of(home, latest(complete_releases(home.published)))


def progress_text(receipt: Receipt | None) -> str:
    """How far an undelivered message got on a channel."""
    if receipt is None:
        return "尚未发送"
    return f"已试{receipt.attempts}次" + (f",{receipt.problem}" if receipt.problem else "")
