"""Grants of a year whose months rest on different sources."""

from datetime import date
from pathlib import Path

from tests.flows.office import Office

_FEED = (
    "专利号,授权公告日,专利类型,发明名称,专利权人,地址\n"
    "201220000001,2013-01-09,实用新型,壶,平湖市测试机械有限公司,浙江省平湖市新仓镇1号\n"
)
_GAZETTE = (
    "公开(公告)号,公开(公告)日,申请号,申请人,名称,地址\n"
    "CN202000001U,2013-02-13,201220000002,平湖市测试机械有限公司,壶,浙江省平湖市新仓镇1号\n"
)
_SIDECAR = "source: general\nbasis: public_documents\nevents: [grant]\nreceived_on: 2013-02-20\n"


def test_grants__of_a_feed_and_of_the_gazette_in_one_year_are_published(tmp_path: Path) -> None:
    office = Office(tmp_path / "home")
    office.write("平湖市专利授权明细_201301.csv", _FEED)
    office.write("公报.csv", _GAZETTE)
    office.write("公报.csv.yml", _SIDECAR)
    office.run("2013-01", date(2013, 2, 15))
    office.run("2013-02", date(2013, 3, 15))
    scored = office.rows("SELECT month, value, basis FROM scorecard WHERE target_id = 'patent_grants' ORDER BY month")
    assert scored == [("2013-01", 1.0, "receipt_records"), ("2013-02", 2.0, "receipt_records+public_documents")]
