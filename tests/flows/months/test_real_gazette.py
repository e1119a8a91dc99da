"""The gazette of 2019-07-09: known answers for Pinghu, look-alikes left out, the swapped file held until it says so."""

import os
from datetime import date
from pathlib import Path

import pytest

from tests.flows.office import Office

REAL = os.environ.get("IPSTATS_REAL_FILES")
DAY = date(2019, 8, 15)
SWAPPED = "2019.7.9专利数据__CN_patent_invention_authorized.csv"
pytestmark = pytest.mark.skipif(not REAL, reason="IPSTATS_REAL_FILES is not set")
COUNTS = (
    "SELECT event, patent_type, count(*) FROM patent_events WHERE in_territory AND basis = 'public_documents'"
    " AND event_on = '2019-07-09' GROUP BY ALL ORDER BY ALL"
)


def test_gazette__four_files_give_the_known_answers(tmp_path: Path) -> None:
    assert REAL is not None
    office = Office(tmp_path, with_great_expectations=True)
    office.receive(*sorted((Path(REAL) / "cnipa_gazette_2019-07-09").glob("*.csv")))
    ran = office.run("2019-07", DAY)
    assert ran.state(SWAPPED) == "held"
    assert "designer" in ran.message(SWAPPED)
    assert "address" in ran.message(SWAPPED)
    assert office.rows(COUNTS) == [
        ("grant", "design", 3), ("grant", "utility_model", 32), ("publication", "invention", 7),
    ]  # fmt: skip
    office.write(f"{SWAPPED}.yml", "columns: {designer: address, address: inventors}\n")
    again = office.run("2019-07", DAY)
    assert again.state(SWAPPED) == "accepted"
    assert again.published.release.release_id == "2019-07.2"
    assert office.rows(COUNTS) == [
        ("grant", "design", 3), ("grant", "invention", 2), ("grant", "utility_model", 32), ("publication", "invention", 7),
    ]  # fmt: skip
    lookalikes = office.value(
        "SELECT count(*) FROM patent_events WHERE NOT in_territory AND (address LIKE '%平湖街道%' OR address LIKE '%平湖镇%')"
    )
    assert lookalikes == 43
    _check_conservation(office)


def test_exports__incopat_and_patentics_files_are_read_whole(tmp_path: Path) -> None:
    assert REAL is not None
    office = Office(tmp_path, with_great_expectations=True)
    files = [*sorted((Path(REAL) / "incopat").iterdir()), *sorted((Path(REAL) / "patentics").iterdir())]
    office.receive(*files)
    ran = office.run("2023-06", date(2023, 7, 15))
    assert [outcome.state for outcome in ran.outcomes] == ["accepted"] * len(files)
    _check_conservation(office)


def _check_conservation(office: Office) -> None:
    broken = office.rows(
        "SELECT file_name FROM deliveries WHERE state = 'accepted'"
        " AND rows_read <> rows_accepted + rows_repeated + rows_quarantined + rows_out_of_scope"
    )
    assert broken == []
