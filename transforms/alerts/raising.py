"""Fills table `alerts` of a release's candidate: what earlier releases of the year raised, and this one's message."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import duckdb

from transforms.alerts.decide import Past, Raised, Told, decide
from transforms.alerts.facts import Facts, Outlook, Town
from transforms.alerts.share import Share
from transforms.alerts.stale import overdue, stale_text, stale_title
from transforms.alerts.titles import title
from transforms.alerts.words import text

INDICATOR = "invention_share"
# Units with fewer applications in either year are not named as having moved; so many are named at most.
_FEWEST_APPLICATIONS, _MOST_TOWNS = 30, 3
_FOLDER = Path(__file__).parent

Row = dict[str, Any]


@dataclass(frozen=True)
class Circumstances:
    """The release that raises: its month ('2013-09') and day, whose it is, what says where the bulletin is, notice."""

    month: str
    as_of: date
    territory_code: str
    territory_name: str
    place: str
    notice: str | None


def raise_alerts(connection: duckdb.DuckDBPyConnection, release: Circumstances) -> list[str]:
    """Fill main.alerts and return the ids of the new messages: none or one.

    Reads main.scorecard, monthly_counts, month_bases and counting_rules, and of schema inputs: units, targets,
    released_alerts (rows of `alerts`) and released_shares (of `scorecard`), both with release_month and revision.
    """
    connection.execute(_sql("carry_on"), {"month": release.month})
    asked = {"target_id": INDICATOR, "territory_code": release.territory_code, "month": release.month}
    rows = _rows(connection, "series", **asked)
    told = [Told(*row) for row in connection.execute(_sql("told")).fetchall()]
    alert = _message(connection, release, rows, _past(connection, asked, told)) or _reminder(release, rows)
    if alert is None or alert["alert_id"] in {one.alert_id for one in told}:
        return []
    connection.execute(_sql("insert_alert"), alert)
    return [alert["alert_id"]]


def _message(
    connection: duckdb.DuckDBPyConnection, release: Circumstances, rows: list[Row], past: Past
) -> Row | None:
    shares = [_share(row) for row in rows if row["is_valid"]]
    is_closed = bool(rows) and release.as_of >= rows[0]["closes_on"]
    raised = decide(shares, release.month, past, is_closed=is_closed)
    if raised is None:
        return None
    row = next(row for row in rows if row["month"] == raised.share.month)
    facts = Facts(
        raised, Outlook(row["forecast_total"], row["forecast_high"], row["rest_required"], row["rest_required_share"]),
        _towns(connection, raised), release.territory_name, release.as_of, row["obs_status"], release.place,
    )  # fmt: skip
    times = sum(one.month == raised.share.month and one.state == raised.state for one in past.told)
    suffix = f"-{times + 1}" if times else ""
    alert_id = f"{release.territory_code}-{INDICATOR}-{raised.share.month}-{raised.state}{suffix}"
    return _alert(release, alert_id, raised.state, row, title(facts), text(facts))


def _past(connection: duckdb.DuckDBPyConnection, asked: dict[str, str], told: list[Told]) -> Past:
    issued: dict[str, Share] = {}
    restatable: dict[str, Share] = {}
    for reading, month, k, n, p, q in connection.execute(_sql("published"), asked).fetchall():
        (issued if reading == "issued" else restatable)[month] = Share(month, k, n, (p, q))
    return Past(issued, restatable, told)


def _reminder(release: Circumstances, rows: list[Row]) -> Row | None:
    """The message of a release whose share cannot be computed because a feed is overdue; one a release month."""
    late = overdue([row["month"] for row in rows if row["is_missing"]], release.as_of)
    if late is None:
        return None
    row = next(row for row in rows if row["month"] == late.month)
    last = next((_share(one) for one in reversed(rows) if one["is_valid"]), None)
    alert_id = f"{release.territory_code}-{INDICATOR}-{late.month}-stale-{release.month}"
    words = stale_text(late, release.as_of, last, release.place)
    return _alert(release, alert_id, "stale", row, stale_title(late, release.as_of), words)


def _alert(release: Circumstances, alert_id: str, state: str, row: Row, heading: str, words: str) -> Row:
    is_valid = bool(row["is_valid"])
    return {
        "alert_id": alert_id,
        "month": row["month"],
        "indicator": INDICATOR,
        "state": state,
        "value": row["numerator"] / row["denominator"] if is_valid else None,
        "numerator": row["numerator"] if is_valid else None,
        "denominator": row["denominator"] if is_valid else None,
        "threshold": row["target_value"],
        "title": heading + (f"({release.notice})" if release.notice else ""),
        "message": words + (f"{release.notice}。" if release.notice else ""),
        "as_of": release.as_of,
    }


def _towns(connection: duckdb.DuckDBPyConnection, raised: Raised) -> list[Town]:
    found = _rows(
        connection, "towns", month=raised.share.month, falling=raised.share.is_below,
        fewest=_FEWEST_APPLICATIONS, most=_MOST_TOWNS,
    )  # fmt: skip
    return [Town(*row.values()) for row in found]


def _share(row: Row) -> Share:
    bound = (row["target_numerator"], row["target_denominator"])
    return Share(row["month"], row["numerator"], row["denominator"], bound)


def _rows(connection: duckdb.DuckDBPyConnection, name: str, **parameters: Any) -> list[Row]:
    result = connection.execute(_sql(name), parameters)
    columns = [column[0] for column in result.description or ()]
    return [dict(zip(columns, row, strict=True)) for row in result.fetchall()]


def _sql(name: str) -> str:
    return (_FOLDER / f"{name}.sql").read_text(encoding="utf-8")
