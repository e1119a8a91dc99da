"""The order in which rows became known, packed into one integer: day, then sequence, then row."""

from datetime import date

# 2**27 rows a delivery, 2**16 deliveries and corrections, days to beyond the year 2100.
_ROW_BITS, _SEQUENCE_BITS = 27, 16
_EPOCH = date(1970, 1, 1)


def first_order(known_on: date, added_in: int) -> int:
    """The record_order of row 0 of what was brought in as number `added_in` on that day."""
    return (((known_on - _EPOCH).days << _SEQUENCE_BITS) + added_in) << _ROW_BITS
