"""What is known of a row from its delivery."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class RowContext:
    """Source profile's name, basis and reported events; month of the feed ('2013-09') and day of receipt."""

    source: str
    basis: str
    events: tuple[str, ...]
    feed_month: str | None
    received_on: date
