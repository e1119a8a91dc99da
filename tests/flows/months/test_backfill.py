"""Months made up for together: files that nobody dated are taken in for the month they tell of."""

from contextlib import nullcontext
from datetime import date
from pathlib import Path

import pytest

from flows import monthly
from tests.flows.office import Office, application_row, feed, plain_functions
from transforms.errors import Refused

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


def test_backfill__cut_off_goes_on_where_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(monthly, "delivering_after", lambda _: nullcontext())
    office, calm = Office(tmp_path / "home"), Office(tmp_path / "calm")
    for one in (office, calm):
        one.write("平湖市专利申请受理明细_201301.csv", listing(1, "201320000001.7", "201320000002.1"))
        one.write("平湖市专利申请受理明细_201302.csv", listing(2, "201320000003.6", "201320000004.0"))
        one.write("平湖市专利申请受理明细_201303.csv", listing(3, "201320000005.5", "201320000006.X"))

    def whole(one: Office) -> list[str]:
        with plain_functions(with_bulletins=False, with_great_expectations=False):
            done = monthly.backfill.fn(one.home.root, "2013-01", "2013-03", DAYS)
        return [result.published.release.release_id for result in done]

    assert whole(calm) == ["2013-01.1", "2013-02.1", "2013-03.1"]
    with plain_functions(with_bulletins=False, with_great_expectations=False), pytest.MonkeyPatch.context() as patch:
        merge = monthly.merge

        def cut_off(root: Path, month: str, as_of: date) -> int:
            if month == "2013-03":
                raise KeyboardInterrupt
            return merge(root, month, as_of)

        patch.setattr(monthly, "merge", cut_off)
        with pytest.raises(KeyboardInterrupt):
            monthly.backfill.fn(office.home.root, "2013-01", "2013-03", DAYS)
    capsys.readouterr()
    assert whole(office) == ["2013-03.1"]
    err = capsys.readouterr().err
    assert "2013-01 已按 2013-02-15 发布,不再重做。" in err
    assert "2013-02 已按 2013-03-15 发布,不再重做。" in err
    for table in ("monthly_counts", "deliveries", "patent_events", "release_changes"):
        rows = f"SELECT * FROM {table} ORDER BY ALL"
        assert office.rows(rows) == calm.rows(rows), table


def test_day_before_a_file_that_is_known__is_refused(tmp_path: Path) -> None:
    office = Office(tmp_path / "home")
    office.write("平湖市专利申请受理明细_201301.csv", listing(1, "201320000001.7", "201320000002.1"))
    office.run("2013-01", DAYS[0][1])
    office.write("平湖市专利申请受理明细_201302.csv", listing(2, "201320000003.6", "201320000004.0"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("flows.steps.derive", _raise)
        with pytest.raises(KeyboardInterrupt):
            office.run("2013-02", DAYS[1][1])
    with pytest.raises(Refused, match="仓库里已有 2013-03-15 收到的文件,不能再按 2013-02-20 统计"):
        office.run("2013-02", date(2013, 2, 20))
    assert office.run("2013-02", DAYS[1][1]).published.is_new


def _raise(*_: object) -> None:
    raise KeyboardInterrupt
