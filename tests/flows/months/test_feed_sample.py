"""The small record feed with known answers: every month equals its truth, and a release never changes."""

import hashlib
import json
import os
from datetime import date
from pathlib import Path

import pytest

from tests.flows.office import Office

FEED = os.environ.get("IPSTATS_FEED_SAMPLE")
DAYS = {"2013-01": date(2013, 2, 15), "2013-02": date(2013, 3, 15), "2013-03": date(2013, 4, 15)}
pytestmark = pytest.mark.skipif(not FEED, reason="IPSTATS_FEED_SAMPLE is not set")


def _counts(office: Office, measure: str, column: str, month: str) -> dict[str, int]:
    return {
        name: int(count)
        for name, count in office.rows(
            f"SELECT {column}, sum({measure}) FROM monthly_counts WHERE month BETWEEN '2013-01' AND '{month}'"
            f" AND basis = 'receipt_records' GROUP BY 1 HAVING sum({measure}) > 0"
        )
    }


def _check_scorecard(office: Office, month: str, truth: dict[str, object]) -> None:
    values = dict(
        office.rows(f"SELECT target_id, value FROM scorecard WHERE month = '{month}' AND unit_code = '330482'")
    )
    for target in (
        "patent_applications", "invention_share", "patent_grants",
        "new_demonstration_enterprises", "new_provincial_demonstration_enterprises",
    ):  # fmt: skip
        assert values[target] == truth[target], target
    ((k, n),) = office.rows(
        f"SELECT numerator, denominator FROM scorecard WHERE month = '{month}' AND target_id = 'invention_share'"
    )
    assert (k, n) == (truth["inventions"], truth["patent_applications"])


def _check_deliveries(office: Office, month: str, truth: dict[str, dict[str, int]]) -> None:
    digits = month.replace("-", "")
    for pattern, key in ((f"%申请受理明细_{digits}%", "application_file"), (f"%授权明细_{digits}%", "grant_file")):
        ((read, accepted, repeated, quarantined, out_of_scope),) = office.rows(
            "SELECT rows_read, rows_accepted, rows_repeated, rows_quarantined, rows_out_of_scope FROM deliveries"
            f" WHERE file_name LIKE '{pattern}'"
        )
        assert read == accepted + repeated + quarantined + out_of_scope
        found = {
            "rows": read, "accepted": accepted, "repeated": repeated, "quarantined": quarantined,
            "out_of_scope": out_of_scope, "blank": 0,
        }  # fmt: skip
        assert {name: found[name] for name in truth[key]} == truth[key]


def _digests(folder: Path) -> dict[str, str]:
    return {
        str(file.relative_to(folder)): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def test_feed_sample__every_month_equals_its_truth_and_january_stays(tmp_path: Path) -> None:
    assert FEED is not None
    truth = json.loads((Path(FEED) / "TRUTH.json").read_text(encoding="utf-8"))["months"]
    office = Office(tmp_path, with_great_expectations=True)
    january: dict[str, str] = {}
    for month, day in DAYS.items():
        for file in sorted((Path(FEED) / month).iterdir()):
            name = f"{month}_{file.name}" if "名录" in file.name else file.name
            office.write(name, file.read_bytes())
        office.run(month, day)
        _check_scorecard(office, month, truth[month])
        _check_deliveries(office, month, truth[month])
        assert _counts(office, "applications", "unit_name", month) == truth[month]["ytd_applications_by_unit"]
        assert _counts(office, "applications", "applicant_kind", month) == truth[month]["ytd_applications_by_kind"]
        assert _counts(office, "applications", "patent_type", month) == truth[month]["ytd_applications_by_type"]
        assert _counts(office, "grants", "patent_type", month) == truth[month]["ytd_grants_by_type"]
        assert _counts(office, "grants", "unit_name", month) == truth[month]["ytd_grants_by_unit"]
        first = office.home.published / "releases" / "2013-01.1"
        january = january or _digests(first)
        assert _digests(first) == january
