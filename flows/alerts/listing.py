"""What `ipstats alerts` shows: every message of the current release and beside it, with what became of it."""

from flows.alerts.receipts import Message, Receipt, open_receipts
from flows.alerts.waiting import current_alerts, is_waiting, messages_to_deliver, progress_text
from flows.home import Home


def listed(home: Home) -> list[str]:
    """Lines: title, text and delivery of each message, the oldest first; a sentence where there is none."""
    alerts = {one.alert_id: one for one in current_alerts(home)}
    announced: set[str] = set()
    known: dict[tuple[str, str], Receipt] = {}
    channels: list[str] = []
    if home.receipts_file.exists():
        with open_receipts(home) as receipts:
            waiting = messages_to_deliver(home, receipts)
            known, channels = receipts.receipts(), receipts.channels()
        announced = {one.alert_id for one in waiting}
        alerts |= {one.alert_id: one for one in waiting}
    if not alerts:
        return ["还没有任何预警或通知。"]
    return [line for one in alerts.values() for line in _lines(one, one.alert_id in announced, channels, known)]


def _lines(
    message: Message, is_announced: bool, channels: list[str], known: dict[tuple[str, str], Receipt]
) -> list[str]:
    own = {channel: receipt for (alert_id, channel), receipt in known.items() if alert_id == message.alert_id}
    told = [f"{channel} 已于 {one.delivered_at} 送达(第{one.attempts}次)" for channel, one in own.items() if one.delivered_at]
    if is_announced:
        told += [f"{name} {progress_text(own.get(name))}" for name in channels if is_waiting(own.get(name))]
    fate = ";".join(told) or ("待送,没有通知渠道" if is_announced else "补发的月份,没有送出(deliver --all-months 可送出)")
    return [f"{message.month}  {message.title}", f"  {message.message}", f"  编号 {message.alert_id};{fate}"]
