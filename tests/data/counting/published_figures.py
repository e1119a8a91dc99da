"""Published figures for small stores, and what the reconciliation makes of them."""

from datetime import date
from typing import Any

import duckdb
from counting_store import AS_OF, insert

from transforms.out import build_outputs

CAUSES = ("late_arrivals", "deductions", "quarantined", "out_of_territory", "repeats", "other_basis", "other_rule", "replaced")


def official(store: duckdb.DuckDBPyConnection, value: float, **columns: Any) -> None:
    row = {"delivery_id": "o", "region": "330482", "month": "2013-01", "measure": "applications", "period": "month"}
    insert(store, "main.official_totals", [row | columns | {"value": value}])


def reconciled(store: duckdb.DuckDBPyConnection, month: str = "2013-01", as_of: date = AS_OF) -> list[dict[str, Any]]:
    build_outputs(store, month, as_of)
    rows = store.execute("FROM main.reconciliation")
    names = [column[0] for column in rows.description or []]
    return [dict(zip(names, row, strict=True)) for row in rows.fetchall()]
