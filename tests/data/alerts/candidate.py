"""A candidate file in small: scorecard of the share target, towns, and what earlier releases of the year said."""

from datetime import date
from pathlib import Path
from typing import Any

import duckdb

from expectations.contracts import load_contracts
from flows.publishing.describe import create_table
from transforms.alerts import Circumstances, raise_alerts
from transforms.out import parse_targets

TARGETS_FILE = Path(__file__).parents[3] / "data" / "targets" / "2013.yml"
_RELEASED = (Path(__file__).parents[3] / "flows" / "alerts" / "released.sql").read_text(encoding="utf-8")
CITY = "330482"
# month -> (inventions, applications) of the year to date; None: no feed
Shares = dict[str, tuple[int, int] | None]


class Candidate:
    """One release's candidate; `release` raises its alerts and keeps them and its scorecard for the next one."""

    def __init__(self, targets: str | None = None) -> None:
        self.connection = duckdb.connect(config={"threads": 1})
        contracts = {contract.table: contract for contract in load_contracts()}
        for table in ("alerts", "scorecard", "monthly_counts", "month_bases", "counting_rules"):
            create_table(self.connection, contracts[table])
        self.connection.execute(
            "INSERT INTO main.counting_rules BY NAME SELECT 'applications' AS series, 'received' AS counting_rule,"
            " '受理件数' AS label_zh, 1985 AS from_year, 2016 AS to_year"
        )
        self.connection.execute("CREATE SCHEMA inputs")
        self.connection.execute("CREATE TABLE inputs.units (unit_code TEXT, unit_label TEXT, unit_kind TEXT, sort_order INT)")
        self.connection.execute(
            "CREATE TABLE inputs.targets (year INT, target_id TEXT, unit_code TEXT, target_value DOUBLE,"
            " target_numerator BIGINT, target_denominator BIGINT, closes_on DATE)"
        )
        text = TARGETS_FILE.read_text(encoding="utf-8") if targets is None else targets
        for one in parse_targets(text, "2013.yml"):
            row = [one.year, one.target_id, one.unit_code, one.target_value]
            row += [one.target_numerator, one.target_denominator, one.closes_on]
            self.connection.execute("INSERT INTO inputs.targets VALUES (?, ?, ?, ?, ?, ?, ?)", row)
        self.connection.execute(_RELEASED)

    def score(self, shares: Shares, as_of: date, *, basis: str = "receipt_records", **more: Any) -> None:
        """Fill the scorecard; a month after one without a feed is truncated."""
        self.connection.execute("DELETE FROM main.scorecard")
        is_whole, closes_on = True, date(2014, 3, 31)
        for month, share in shares.items():
            is_whole = is_whole and share is not None
            k, n = share or (None, None)
            usual = "final" if as_of >= closes_on else "provisional"
            obs_status = "missing" if share is None else usual if is_whole else "truncated"
            status = ("met" if 10 * k >= n else "below") if is_whole and k is not None and n else "no_data"
            row = {
                "month": month, "target_id": "invention_share", "indicator": "invention_share", "unit_code": CITY,
                "numerator": k, "denominator": n,
                "operator": ">=", "target_value": 0.1, "time_progress": int(month[5:]) / 12, "status": status,
                "obs_status": obs_status, "basis": basis, "counting_rule": "received", "as_of": as_of, **more,
            }  # fmt: skip
            names, marks = ", ".join(row), ", ".join("?" * len(row))
            self.connection.execute(f"INSERT INTO main.scorecard ({names}) VALUES ({marks})", list(row.values()))

    def release(self, shares: Shares, as_of: date, *, revision: int = 1, notice: str | None = None, **more: Any) -> list[str]:
        """Raise the alerts of the release of the last month of `shares`; returns the new ids."""
        month = max(shares)
        self.score(shares, as_of, **more)
        self.connection.execute("DELETE FROM main.alerts")
        raised = raise_alerts(self.connection, Circumstances(month, as_of, CITY, "平湖市", "通报在此。", notice))
        for table, kept in (("alerts", "released_alerts"), ("scorecard", "released_shares")):
            columns = "*" if table == "alerts" else "month, target_id, unit_code, numerator, denominator, status"
            self.connection.execute(
                f"INSERT INTO inputs.{kept} BY NAME SELECT {columns}, ? AS release_month, ? AS revision FROM main.{table}",
                [month, revision],
            )
        return raised

    def alerts(self, columns: str = "alert_id") -> list[tuple[Any, ...]]:
        return self.connection.execute(f"SELECT {columns} FROM main.alerts ORDER BY as_of, month, alert_id").fetchall()
