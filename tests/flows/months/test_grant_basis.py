"""Grants of a year whose months rest on different sources."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from flows.home import CHECKOUT
from tests.flows.office import Office, application_row, feed

_FEED = (
    "专利号,授权公告日,专利类型,发明名称,专利权人,地址\n"
    "201220000001,2013-01-09,实用新型,壶,平湖市测试机械有限公司,浙江省平湖市新仓镇1号\n"
)
_GAZETTE = (
    "公开(公告)号,公开(公告)日,申请号,申请人,名称,地址\n"
    "CN202000001U,2013-02-13,201220000002,平湖市测试机械有限公司,壶,浙江省平湖市新仓镇1号\n"
)
_SIDECAR = "source: general\nbasis: public_documents\nevents: [grant]\nreceived_on: 2013-02-20\n"


def _office(tmp_path: Path) -> Office:
    """January's grants have come as a feed, February's in the gazette."""
    office = Office(tmp_path / "home")
    office.write("平湖市专利授权明细_201301.csv", _FEED)
    office.write("公报.csv", _GAZETTE)
    office.write("公报.csv.yml", _SIDECAR)
    return office


def test_grants__of_a_feed_and_of_the_gazette_in_one_year_are_published(tmp_path: Path) -> None:
    office = _office(tmp_path)
    office.run("2013-01", date(2013, 2, 15))
    office.run("2013-02", date(2013, 3, 15))
    scored = office.rows("SELECT month, value, basis FROM scorecard WHERE target_id = 'patent_grants' ORDER BY month")
    assert scored == [("2013-01", 1.0, "receipt_records"), ("2013-02", 2.0, "receipt_records+public_documents")]


def test_feed_of_a_month_that_stood_on_the_gazette__is_told_with_what_was_published(tmp_path: Path) -> None:
    """The gazette gave February one grant and January's feed one of its own; then February's feed comes with two."""
    office = _office(tmp_path)
    office.run("2013-02", date(2013, 3, 15))
    february = "".join(
        f"20122000000{number},2013-02-13,实用新型,壶,平湖市测试机械有限公司,浙江省平湖市新仓镇1号\n" for number in (2, 3)
    )
    office.write("平湖市专利授权明细_201302.csv", _FEED.splitlines()[0] + "\n" + february)
    office.write("平湖市专利申请受理明细_201301.csv", feed(application_row("201320000001.7")))
    ran = office.run("2013-02", date(2013, 4, 10))
    changes = "\n".join(ran.published.changes)
    assert "改动的月份:2013-01 申请量 数据未到→1;2013-02 授权量 1(公开文献)→2。" in changes


def _other_basis(folder: Path, source: str, basis: str) -> str:
    """Reference data in which a monthly file is evidence of something else than the office's own records."""
    for name in ("reference", "sources", "targets", "checks", "bulletin"):
        shutil.copytree(CHECKOUT / "data" / name, folder / name)
    profile = folder / "sources" / f"{source}.yml"
    profile.write_text(profile.read_text(encoding="utf-8").replace("basis: receipt_records", f"basis: {basis}"), encoding="utf-8")
    return str(folder)


def test_monthly_gazette_without_a_grant_of_ours__is_a_known_zero(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """January's list has one grant, February's none: nothing is missing, and nothing stops the release."""
    monkeypatch.setenv("IPSTATS_DATA", _other_basis(tmp_path / "data", "grant_detail", "public_documents"))
    office = Office(tmp_path / "home")
    office.write("平湖市专利授权明细_201301.csv", _FEED)
    office.write("平湖市专利授权明细_201302.csv", _FEED.splitlines()[0] + "\n")
    office.run("2013-02", date(2013, 3, 15))
    scored = office.rows("SELECT month, value, obs_status FROM scorecard WHERE target_id = 'patent_grants' ORDER BY month")
    assert scored == [("2013-01", 1.0, "provisional"), ("2013-02", 1.0, "provisional")]
    assert office.rows("SELECT * FROM month_bases ORDER BY month") == [
        ("2013-01", "grant", "public_documents", True, True), ("2013-02", "grant", "public_documents", True, True),
    ]  # fmt: skip


def test_applications_as_a_department_reports_them__are_no_feed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IPSTATS_DATA", _other_basis(tmp_path / "data", "application_detail", "department_report"))
    office = Office(tmp_path / "home")
    office.write("平湖市专利申请受理明细_201301.csv", feed(application_row("201320000001.7")))
    office.run("2013-01", date(2013, 2, 15))
    scored = office.rows("SELECT value, obs_status FROM scorecard WHERE target_id = 'patent_applications'")
    assert scored == [(None, "missing")]
