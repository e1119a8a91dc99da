"""The receipts database: what is to be delivered, and what each channel took. Several processes write it."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from flows.home import Home
from flows.months import OFFICE_TIME
from transforms.errors import Refused

_FOLDER = Path(__file__).parent
_BUSY_SECONDS = 30


@dataclass(frozen=True)
class Message:
    """One message as people get it; its `alert_id` goes with it, so that a repeated one is recognised."""

    alert_id: str
    month: str
    state: str
    title: str
    message: str


@dataclass(frozen=True)
class Receipt:
    """A message on a channel: taken when, tried how often, when again, what went wrong last; `is_due`: still to send."""

    delivered_at: str | None
    attempts: int
    next_try_at: str | None
    problem: str | None
    is_due: bool


class Receipts:
    """An open receipts database; every call is a transaction of its own that is on the disk when it returns."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def announce(self, alert_ids: Iterable[str], release_month: str) -> None:
        """These alerts are to be delivered once the latest release of the month holds them."""
        rows = [(alert_id, release_month) for alert_id in alert_ids]
        with self._connection:
            self._connection.executemany("INSERT OR IGNORE INTO announced VALUES (?, ?)", rows)

    def announced(self) -> list[tuple[str, str]]:
        """(alert id, month of its release), in the order of announcement."""
        return self._connection.execute("SELECT alert_id, release_month FROM announced ORDER BY rowid").fetchall()

    def add(self, message: Message) -> None:
        """Note a message that belongs to no release; one that is known stays as it was."""
        row = (message.alert_id, message.month, message.state, message.title, message.message, instant(now()))
        with self._connection:
            self._connection.execute("INSERT OR IGNORE INTO operational_messages VALUES (?, ?, ?, ?, ?, ?)", row)

    def operational_messages(self) -> list[Message]:
        """The messages that belong to no release, in order."""
        return [Message(*row) for row in self._connection.execute(_sql("operational_messages"))]

    def receipts(self) -> dict[tuple[str, str], Receipt]:
        """All receipts by message and channel."""
        rows = self._connection.execute("SELECT * FROM alert_deliveries")
        return {(row[0], row[1]): Receipt(row[2], row[3], row[4], row[5], bool(row[6])) for row in rows}

    def note_attempt(self, alert_id: str, channel: str, next_try_at: datetime) -> None:
        """Before sending: one attempt more, and when to try again if no outcome is ever noted."""
        with self._connection:
            self._connection.execute(_sql("note_attempt"), (alert_id, channel, instant(next_try_at)))

    def note_outcome(self, alert_id: str, channel: str, problem: str | None) -> None:
        """After sending: taken now, or what went wrong."""
        row = (None if problem else instant(now()), problem, alert_id, channel)
        with self._connection:
            self._connection.execute(_sql("note_outcome"), row)

    def set_channels(self, channels: Sequence[str]) -> None:
        """Note which channels are configured; a new one is not sent what others took before it came."""
        with self._connection:
            known = {name for (name,) in self._connection.execute("SELECT channel FROM channels")}
            for channel in channels:
                if channel not in known:
                    self._connection.execute(_sql("pass_over"), (channel,))
            self._connection.execute("UPDATE channels SET is_configured = 0")
            self._connection.executemany(_sql("configure_channel"), [(channel,) for channel in channels])

    def channels(self) -> list[str]:
        """The channels configured when a run or a delivery last looked."""
        rows = self._connection.execute("SELECT channel FROM channels WHERE is_configured ORDER BY rowid")
        return [name for (name,) in rows]


@contextmanager
def open_receipts(home: Home) -> Iterator[Receipts]:
    """The receipts of a home, made where there are none; other processes may have them open."""
    home.warehouse.mkdir(parents=True, exist_ok=True)
    try:
        connection = sqlite3.connect(home.receipts_file, timeout=_BUSY_SECONDS)
        connection.executescript(_sql("receipts"))
    except sqlite3.DatabaseError as error:
        raise Refused(
            f"预警送达记录 {home.receipts_file} 打不开,可能已损坏或没有权限({error})。请从备份恢复;没有备份的,把它移走,"
            "再次运行:已发布的预警不受影响,当时还没有送达的不再补送。"
        ) from error
    with closing(connection):
        yield Receipts(connection)


def now() -> datetime:
    """The time on the office's clock, without zone."""
    return datetime.now(OFFICE_TIME).replace(tzinfo=None)


def instant(moment: datetime) -> str:
    """An instant as it stands in the receipts: 2013-10-20 09:00:00; texts compare as the instants do."""
    return moment.isoformat(sep=" ", timespec="seconds")


def _sql(name: str) -> str:
    return (_FOLDER / f"{name}.sql").read_text(encoding="utf-8")
