"""Kinds of rows that deliveries bring, by the `table` of their profile: one module says how one kind is taken in."""

from collections.abc import Mapping

from flows.kinds import deductions, enterprises, official_totals, records
from flows.kinds.kind import Kind

KINDS: Mapping[str, Kind] = {
    "records": records.KIND,
    "enterprises": enterprises.KIND,
    "official_totals": official_totals.KIND,
    "deductions": deductions.KIND,
}

__all__ = ["KINDS", "Kind"]
