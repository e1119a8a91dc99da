"""Months made up for together: files that nobody dated are taken in for the month they tell of."""

from datetime import date
from pathlib import Path

import pytest

from flows import monthly
from tests.flows.office import Office, application_row, feed, plain_functions

DAYS = [("2013-01", date(2013, 2, 15)), ("2013-02", date(2013, 3, 15)), ("2013-03", date(2013, 4, 15))]
LIST = "企业名称,统一社会信用代码,所属镇街道,认定类型,级别,事项,文号,发文日期,公示日期,备注"


def listing(month: int, *numbers: str) -> str:
    """A month's applications: the first on its 3rd, the second on its 28th."""
    days = (f"2013-{month:02d}-03", f"2013-{month:02d}-28")
    return feed(*(application_row(number, accepted=day, filed=day) for number, day in zip(numbers, days, strict=True)))


def backfilled(office: Office) -> None:
    with plain_functions(with_bulletins=False, with_great_expectations=False):
        monthly.prepare_store(office.home.root)
        supposed = monthly.suppose_days(office.home.root, DAYS)
        for month, day in DAYS:
            monthly.run_month(office.home.root, month, day, supposed)


def test_backfill__takes_undated_files_in_for_their_month(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    office = Office(tmp_path / "home")
    december = application_row("201220000001.2", accepted="2012-12-28", filed="2012-12-28")
    office.write("平湖市专利申请受理明细_201212.csv", feed(december))
    office.write("平湖市专利申请受理明细_201301.csv", listing(1, "201320000001.7", "201320000002.1"))
    office.write("平湖市专利申请受理明细_201302.csv", listing(2, "201320000003.6", "201320000004.0"))
    office.write("平湖市专利申请受理明细_201303.csv", listing(3, "201320000005.5", "201320000006.X"))
    office.write("平湖市专利申请受理明细_201304.csv", listing(4, "201320000007.4", "201320000008.9"))
    office.write("平湖市专利授权明细_201301.csv.yml", "received_on: 2013-03-01\n")
    office.write("平湖市专利授权明细_201301.csv", "序号,申请号,授权公告日,专利类型,发明名称,申请人,地址\n")
    firm = "平湖市甲有限公司,,新仓镇,专利示范企业,平湖市级,认定,平科〔2013〕1号,2013-02-20,,"
    office.write("专利示范企业名录.csv", f"{LIST}\n{firm}\n")
    office.write("不认识.csv", "合同号,金额\nA1,100\n")
    office.write("空.csv", "")
    backfilled(office)
    received = {name: str(day) for name, day in office.rows("SELECT file_name, received_on FROM deliveries")}
    assert received == {
        "平湖市专利申请受理明细_201212.csv": "2013-02-15",
        "平湖市专利申请受理明细_201301.csv": "2013-02-15",
        "平湖市专利申请受理明细_201302.csv": "2013-03-15",
        "平湖市专利申请受理明细_201303.csv": "2013-04-15",
        "平湖市专利授权明细_201301.csv": "2013-03-01",
        "专利示范企业名录.csv": "2013-03-15",
        "不认识.csv": "2013-02-15",
        "空.csv": "2013-02-15",
    }
    assert "平湖市专利申请受理明细_201304.csv 属于以后的月份" in capsys.readouterr().err
    assert office.value("SELECT count(*) FROM quarantine") == 0
    year = "SELECT sum(applications)::INTEGER FROM monthly_counts WHERE month LIKE '2013-%'"
    assert [office.value(year, f"{month}.1") for month, _ in DAYS] == [2, 4, 6]
    assert office.value("SELECT count(*) FROM demonstration_enterprises", "2013-01.1") == 0
    assert office.value("SELECT count(*) FROM demonstration_enterprises", "2013-02.1") == 1
