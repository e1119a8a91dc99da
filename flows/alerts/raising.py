"""The step between counting and closing: table `alerts` of the candidate, and what is to be delivered of it."""

import os
from datetime import date
from pathlib import Path

import duckdb

from flows.alerts.receipts import open_receipts
from flows.candidate import open_candidate
from flows.home import Home, data_folder
from flows.notice import notice_of
from flows.publishing.release import Release, next_revision
from flows.publishing.repair import complete_releases
from flows.reference import Reference
from transforms.alerts import Circumstances, raise_alerts

_FOLDER = Path(__file__).parent


def raise_release_alerts(
    home: Home, file: Path, month: str, as_of: date, reference: Reference, *, announce: bool
) -> list[str]:
    """Fill table `alerts` of the candidate; returns the ids of the new messages.

    With `announce` they are noted for delivery before the release exists, so that a kill loses none; they are
    delivered once a release holds them.
    """
    territory = reference.gazetteer.territory.county_code
    release = Circumstances(month, as_of, territory, territory_name(territory), _place(home, month), notice_of(home))
    with open_candidate(home, file) as connection:
        _provide_released(connection, home, month)
        raised = raise_alerts(connection, release)
        connection.execute("CHECKPOINT candidate")
    if announce:
        with open_receipts(home) as receipts:
            receipts.announce(raised, month)
    return raised


def territory_name(county_code: str) -> str:
    """The county's full name (平湖市) from the list of divisions; its code where the list has none."""
    lines = (data_folder() / "reference" / "china_divisions.csv").read_text(encoding="utf-8-sig").splitlines()
    return next((line.split(",")[1] for line in lines if line.startswith(f"{county_code},")), county_code)


def _place(home: Home, month: str) -> str:
    """The sentence that says where the bulletin is: below IPSTATS_BULLETIN_URL, else in the release's folder."""
    release_id = f"{month}.{next_revision(home.published, month)}"
    base = os.environ.get("IPSTATS_BULLETIN_URL", "").rstrip("/")
    return f"统计通报:{base or 'published/releases'}/{release_id}/bulletin.html。"


def _provide_released(connection: duckdb.DuckDBPyConnection, home: Home, month: str) -> None:
    """Tables `released_alerts` and `released_shares` of schema `inputs`, from the releases of the same year."""
    connection.execute(_sql("released"))
    of_year = [one for one in complete_releases(home.published) if one.month[:4] == month[:4]]
    for table in ("alerts", "scorecard"):
        if files := [_table(home, one, table) for one in of_year]:
            connection.execute(_sql(f"released_{table}"), {"files": files})


def _table(home: Home, release: Release, table: str) -> str:
    return str(home.published / "releases" / release.release_id / "tables" / f"{table}.parquet")


def _sql(name: str) -> str:
    return (_FOLDER / f"{name}.sql").read_text(encoding="utf-8")
