"""Each saved query on the hand-made release; the expected lines were counted by hand from `published.sql`."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import duckdb
import pytest

from flows.query.saved import find_saved, saved_parameters, saved_queries
from flows.query.session import Request, run_query
from flows.query.text_formats import write_csv
from transforms.bulletin.wording import growth_text
from transforms.errors import Refused

EXPECTED = {
    "towns_year_to_date": """
统计单位,申请量,其中发明,发明占比(%),上年同期申请量,申请量同比,授权量,申请数据状态,授权数据状态
全市,8,2,25.0,3,增加5件,3,初步数,
未归属,2,0,0.0,0,—,0,初步数,
当湖街道,4,2,50.0,2,增加2件,2,初步数,
新埭镇,2,0,0.0,1,增加1件,1,初步数,
""",
    "share_by_month": """
月份,当月申请,当月发明,累计申请,累计发明,累计占比(%),目标(%),数据状态
2013-01,5,2,5,2,40.0,10.0,初步数
2013-02,3,0,8,2,25.0,10.0,初步数
""",
    "firms_by_applications": """
位次,企业,统计单位,申请量,发明,实用新型,外观设计
1,乙乙洁具厂,当湖街道,3,1,2,0
2,丙丙有限公司,未归属,1,0,1,0
2,甲甲有限公司,当湖街道,1,1,0,0
""",
    "applicants_new_this_year": """
申请人,申请人类型,统计单位,首次申请日期,申请量,其中发明
乙乙洁具厂,企业,当湖街道,2013-01-15,3,1
丁丁大学,大专院校,新埭镇,2013-02-03,1,0
丙丙有限公司,企业,未归属,2013-01-25,1,0
""",
    "grants_by_gazette_day": """
授权公告日,数据来源口径,授权量,发明,实用新型,外观设计
2013-01-09,公开文献,1,1,0,0
2013-02-06,受理授权明细,1,0,1,0
2013-02-06,公开文献,1,0,1,0
2013-02-20,受理授权明细,1,0,0,1
""",
    "quarantine_by_rule": """
规则,行数,文件数,最近收到日期,原因举例
no_event_date,1,1,2013-02-15,没有日期。
number_destroyed,1,1,2013-02-15,号码已被表格软件改坏。
""",
    "held_deliveries": """
文件名,收到日期,原因,处理办法
不明表格.xlsx,2013-03-14,没有相符的来源说明。,请附带说明文件写明来源。
""",
    "months_by_type": """
月份,申请量,上年同月,发明,上年发明,实用新型,上年实用新型,外观设计,上年外观设计
2013-01,5,1,2,1,2,0,1,0
2013-02,3,2,0,0,2,1,1,1
""",
    "applicant_kinds": """
职务与否,申请人类型,申请量,发明,实用新型,外观设计,占全部(%),数据状态
职务,企业,5,2,3,0,62.5,
非职务,个人,2,0,0,2,25.0,
职务,大专院校,1,0,1,0,12.5,
""",
    "unassigned_addresses": """
地址,第一申请人,申请量,建议单位,判定规则
浙江省平湖市,丙丙有限公司,1,新埭镇,county_only
浙江省平湖市,某乙,1,,county_only
""",
    "late_arrivals": """
受理月份,申请量,迟报,迟报占比(%),迟报发明,最晚下发月份
2013-01,5,1,20.0,1,2013-02
2013-02,3,0,0.0,0,2013-02
""",
    "row_warnings_by_rule": """
规则,行数,文件数,原因举例
address_missing,2,1,地址为空。
conflict_with_earlier_record,1,1,申请人与更早的记录不同。
""",
    "conflicts": """
文件名,工作表,行号,原因
申请明细2013-02.csv,Sheet1,2,申请人与更早的记录不同。
""",
    "checks_not_passed": """
核验组,核验项,等级,观测值,不符行数,说明
patents,待核行比例,提示,9.1%,1,待核行偏多
""",
    "enterprises_of_year": """
发文日期,企业名称,称号类别,级别,事项,是否新增,认定文号
2013-01-30,甲甲有限公司,,嘉兴市级,认定,新增,1号
2013-02-01,乙乙洁具厂,,平湖市级,复核通过,,4号
2013-02-01,己己有限公司,,平湖市级,认定,新增,6号
2013-02-15,甲甲有限公司,,省级,认定,新增,2号
2013-02-20,丙丙有限公司,,嘉兴市级,认定,新增,5号
2013-02-25,己己有限公司,,平湖市级,撤销,,7号
""",
    "feed_coverage": """
月份,来源,是否已到,文件数,最早收到日期,读入行数,入库行数
2013-01,application_detail,已到,1,2013-02-15,6,4
2013-01,grant_detail,未到,0,,,
2013-02,application_detail,已到,1,2013-03-15,6,5
2013-02,grant_detail,已到,1,2013-03-15,2,2
""",
    "rows_by_delivery": """
文件名,收到日期,读入,入库,重复,待核,不属统计范围,重复占比(%),差额
申请明细2012-01.csv,2012-02-15,0,0,0,0,0,,0
申请明细2012-02.csv,2012-03-15,3,3,0,0,0,0.0,0
申请明细2013-01.csv,2013-02-15,6,4,0,1,1,0.0,0
公报导出.csv,2013-03-10,3,3,0,0,0,0.0,0
示范企业名录.xlsx,2013-03-12,7,7,0,0,0,0.0,0
授权明细2013-02.csv,2013-03-15,2,2,0,0,0,0.0,0
申请明细2013-02.csv,2013-03-15,6,5,1,0,0,16.67,0
""",
    "reconciliation": """
月份,指标,时段,统计单位,专利类型,本系统数,上级公布数,差额,跨月下发,扣减,待核记录,外地地址,重复下发,其他口径或规则,替换文件,没有解释,解释
2013-01,申请量,当月,全市,合计,5,4.0,1.0,1,0,0,0,0,0,0,0.0,"本系统多1件:跨月下发+1件,已逐件对清。"
2013-02,申请量,累计,新埭镇,外观设计,1,2.0,-1.0,0,0,0,0,0,0,0,-1.0,"本系统少1件,没有解释。"
""",
    "deductions": """
申请号,专利类型,统计单位,扣减原因,通知日期,计数月份,下发月份,是否扣减,不扣减的原因,文件名,工作表,行号
A3,外观设计,新埭镇,未缴费,2013-02-20,2012-02,2013-02,不扣减,该年不扣减,申请明细2013-02.csv,Sheet1,2
X9,,,视为撤回,2013-02-21,,2013-02,不扣减,没有受理记录,申请明细2013-02.csv,Sheet1,3
""",
    "restated_months": """
月份,指标,数据来源口径,原数,现数,原因
2013-01,申请量,受理授权明细,4,5,新到文件:申请明细2013-02.csv
2013-01,授权量,公开文献,,1,新到文件:公报导出.csv
""",
    "release_changes_by_cause": """
原因,表,变动处,涉及行
"更正:来电核实(2013.yml,a1b2c3d4)",patents,2,1
新到文件:公报导出.csv,monthly_counts,1,1
新到文件:申请明细2013-02.csv,monthly_counts,1,1
新到文件:申请明细2013-02.csv,patent_events,1,1
""",
    "sectors": """
行业,申请量,核心,相关,名称,发明,实用新型,外观设计
洁具,2,1,1,0,1,1,0
童车,3,2,0,1,1,1,1
""",
}


def result_of(database: Path, name: str, **values: str) -> str:
    """The saved query's result as CSV."""
    query = find_saved(name)
    stream = io.BytesIO()
    with run_query(Request(database, query.sql, saved_parameters(query, values), is_saved=True)) as result:
        write_csv(result, stream)
    return stream.getvalue().decode("utf-8")


def changed_copy(published: Path, folder: Path, *statements: str) -> Path:
    """A copy of the release in which something is different."""
    copy = Path(shutil.copyfile(published, folder / "patents.duckdb"))
    with duckdb.connect(copy) as connection:
        for statement in statements:
            connection.execute(statement)
    return copy


def with_counts(published: Path, folder: Path, *counts: tuple[str, str, int]) -> Path:
    """A copy in which these are all there is: month, type and applications, of one town's firms."""
    rows = ", ".join(f"('{month}', '{patent_type}', {number})" for month, patent_type, number in counts)
    insert = f"""INSERT INTO monthly_counts BY NAME SELECT month, '330482001' AS unit_code, '当湖街道' AS unit_name, patent_type,
        '企业' AS applicant_kind, 'receipt_records' AS basis, applications, 0 AS publications, 0 AS grants
        FROM (VALUES {rows}) AS t (month, patent_type, applications)"""
    return changed_copy(published, folder, "DELETE FROM monthly_counts", insert)


def test_saved_queries__every_one_has_an_expected_result() -> None:
    assert {query.name for query in saved_queries()} == EXPECTED.keys()


@pytest.mark.parametrize("name", EXPECTED)
def test_saved_query(published: Path, name: str) -> None:
    assert result_of(published, name) == EXPECTED[name].lstrip()


@pytest.mark.parametrize("name", [one.name for one in saved_queries() if "month_bases" in one.sql])
def test_saved_query__of_a_release_without_the_table_of_bases(published: Path, tmp_path: Path, name: str) -> None:
    copy = changed_copy(published, tmp_path, "DROP VIEW 各月口径", "DROP VIEW month_bases")
    assert result_of(copy, name) == EXPECTED[name].lstrip()


def test_saved_query__for_an_earlier_month(published: Path) -> None:
    lines = result_of(published, "towns_year_to_date", month="2013-01").splitlines()
    assert lines[1:] == [
        "全市,5,2,40.0,1,增加4件,1,初步数,",
        "未归属,1,0,0.0,0,—,0,初步数,",
        "当湖街道,3,2,66.67,1,增加2件,1,初步数,",
        "新埭镇,1,0,0.0,0,—,0,初步数,",
    ]


def test_saved_query__not_for_a_month_after_the_release(published: Path) -> None:
    with pytest.raises(Refused, match="数据到 2013-02 为止"):
        result_of(published, "towns_year_to_date", month="2013-03")


def test_year_on_year__not_across_counting_rules(published: Path, tmp_path: Path) -> None:
    copy = changed_copy(
        published,
        tmp_path,
        "UPDATE counting_rules SET to_year = 2012 WHERE counting_rule = 'received'",
        "UPDATE counting_rules SET from_year = 2013 WHERE counting_rule = 'fee_paid'",
    )
    assert result_of(copy, "towns_year_to_date").splitlines()[1] == "全市,8,2,25.0,,—,3,初步数,"
    assert result_of(copy, "months_by_type").splitlines()[1] == "2013-01,5,,2,,2,,1,"


def test_deducted_application__is_in_no_list_of_applications(published: Path, tmp_path: Path) -> None:
    """C3 is the second utility model of 乙乙洁具厂, B4 an address without town in the stroller business."""
    deducted = """INSERT INTO deductions BY NAME SELECT patent_id, event, counting_month, true AS effective, 'd3' AS delivery_id
        FROM patent_events WHERE patent_id IN ('C3', 'B4') AND event = 'application'"""
    copy = changed_copy(published, tmp_path, deducted)
    assert result_of(copy, "firms_by_applications").splitlines()[1] == "1,乙乙洁具厂,当湖街道,2,1,1,0"
    assert result_of(copy, "applicants_new_this_year").splitlines()[1] == "乙乙洁具厂,企业,当湖街道,2013-01-15,2,1"
    assert "丙丙有限公司" not in result_of(copy, "unassigned_addresses")
    assert result_of(copy, "late_arrivals").splitlines()[1:] == ["2013-01,4,1,25.0,1,2013-02", "2013-02,2,0,0.0,0,2013-02"]
    assert result_of(copy, "sectors").splitlines()[2] == "童车,2,2,0,0,1,0,1"


def test_saved_query__top_is_a_number(published: Path) -> None:
    assert len(result_of(published, "firms_by_applications", top="1").splitlines()) == 2


def test_share_by_month__missing_feed_is_not_zero(published: Path, tmp_path: Path) -> None:
    copy = changed_copy(published, tmp_path, "DELETE FROM deliveries WHERE delivery_id = 'd3'")
    assert result_of(copy, "share_by_month").splitlines()[2] == "2013-02,,,,,,10.0,数据未到"
    assert result_of(copy, "months_by_type").splitlines()[2] == "2013-02,,2,,0,,1,,1"
    assert result_of(copy, "towns_year_to_date").splitlines()[1] == "全市,,,,3,—,3,数据未到,"


def test_towns_year_to_date__says_that_a_month_before_is_missing(published: Path, tmp_path: Path) -> None:
    copy = changed_copy(published, tmp_path, "DELETE FROM deliveries WHERE delivery_id = 'd2'")
    lines = result_of(copy, "towns_year_to_date").splitlines()[1:]
    assert [line.split(",")[-2] for line in lines] == ["部分月份数据未到"] * 4
    assert lines[0] == "全市,8,2,25.0,3,—,3,部分月份数据未到,"
    assert result_of(copy, "share_by_month").splitlines()[1:] == [
        "2013-01,,,,,,10.0,数据未到",
        "2013-02,3,0,8,2,25.0,10.0,部分月份数据未到",
    ]


def test_year_on_year__not_where_a_month_of_last_year_is_missing(published: Path, tmp_path: Path) -> None:
    copy = changed_copy(published, tmp_path, "DELETE FROM deliveries WHERE delivery_id = 'd0'")
    assert result_of(copy, "towns_year_to_date").splitlines()[1] == "全市,8,2,25.0,,—,3,初步数,"
    assert result_of(copy, "months_by_type").splitlines()[1:] == ["2013-01,5,,2,,2,,1,", "2013-02,3,2,0,0,2,1,1,1"]


def test_grants__without_any_feed_are_not_zero(published: Path, tmp_path: Path) -> None:
    """Months without targets have no line in the scorecard: what came is asked of the deliveries."""
    copy = changed_copy(
        published,
        tmp_path,
        "DELETE FROM deliveries WHERE delivery_id = 'd4'",
        "UPDATE monthly_counts SET grants = 0",
        "DELETE FROM scorecard",
    )
    assert result_of(copy, "towns_year_to_date").splitlines()[1] == "全市,8,2,25.0,3,增加5件,,,数据未到"


@pytest.mark.parametrize(
    ("before", "now", "shown"),
    [(80, 81, "增长1.3%"), (80, 79, "下降1.3%"), (4000, 4001, "增长不足0.1%"), (16, 20, "增长25.0%")],
)
def test_year_on_year__rounded_half_up_as_in_the_bulletin(
    published: Path, tmp_path: Path, before: int, now: int, shown: str
) -> None:
    copy = with_counts(published, tmp_path, ("2012-01", "design", before), ("2013-01", "design", now))
    assert result_of(copy, "towns_year_to_date").splitlines()[1].split(",")[5] == shown
    assert growth_text(now, before) == shown


# the gazette's grant of January was in the release before
_DOCUMENTED = "DELETE FROM release_changes WHERE key LIKE '%public_documents'"
_TWO_GRANTS = """INSERT INTO monthly_counts VALUES
    ('2013-01', '330482001', '当湖街道', 'design', '企业', 'receipt_records', 0, 0, 2)""", """INSERT INTO release_changes VALUES
    ('monthly_counts', '2013-01|330482001|design|企业|receipt_records', 'grants', NULL, '2', '新到文件:补.csv')"""
_LATE_FEED = """INSERT INTO deliveries BY NAME SELECT 'd9' AS delivery_id, '补.csv' AS file_name, 'accepted' AS state,
    'month' AS coverage, 'receipt_records' AS basis, 'grant' AS events, '{}' AS month, DATE '2013-03-01' AS known_on,
    DATE '2013-03-01' AS received_on"""
_JANUARY = "2013-01,申请量,受理授权明细,4,5,新到文件:申请明细2013-02.csv"


@pytest.mark.parametrize(
    ("statements", "expected"),
    [
        pytest.param((_DOCUMENTED, *_TWO_GRANTS), [_JANUARY], id="late_grants_of_a_month_that_stands_on_documents"),
        pytest.param(
            (_DOCUMENTED, *_TWO_GRANTS, _LATE_FEED.format("2013-01")),
            [_JANUARY, "2013-01,授权量,公开文献→受理授权明细,1,2,新到文件:补.csv"],
            id="feed_of_a_month_that_stood_on_documents",
        ),
        pytest.param(
            (_DOCUMENTED, _LATE_FEED.format("2012-01")),
            ["2012-01,授权量,受理授权明细,,0,新到文件:补.csv", _JANUARY],
            id="empty_feed",
        ),
        pytest.param(
            (_DOCUMENTED, "DELETE FROM deliveries WHERE delivery_id = 'd2'"), [], id="late_application_of_a_month_still_missing"
        ),
        pytest.param(
            (_DOCUMENTED, "UPDATE deliveries SET file_name = '申请明细2013-02.csv' WHERE delivery_id = 'd2'"),
            ["2013-01,申请量,受理授权明细,,5,新到文件:申请明细2013-02.csv"],
            id="feed_that_came_on_the_day_of_the_release_before_but_after_it",
        ),
    ],
)
def test_restated_months__are_told_on_the_basis_that_stands_for_them(
    published: Path, tmp_path: Path, statements: tuple[str, ...], expected: list[str]
) -> None:
    copy = changed_copy(published, tmp_path, *statements)
    assert result_of(copy, "restated_months").splitlines()[1:] == expected


def test_restated_months__without_a_feed_before_nothing_was_known(published: Path, tmp_path: Path) -> None:
    """January's feed came after the release before; a late row in February's had told of one of its applications."""
    copy = changed_copy(published, tmp_path, "UPDATE deliveries SET known_on = DATE '2013-03-01' WHERE delivery_id = 'd2'")
    assert result_of(copy, "restated_months").splitlines()[1].startswith("2013-01,申请量,受理授权明细,,5,")


def test_share_by_month__of_no_application_is_none(published: Path, tmp_path: Path) -> None:
    copy = changed_copy(published, tmp_path, "DELETE FROM monthly_counts WHERE month LIKE '2013%'")
    assert result_of(copy, "share_by_month").splitlines()[1] == "2013-01,0,0,0,0,,10.0,初步数"


@pytest.mark.parametrize(
    "inventions, total, shown", [(201, 20000, "1.01"), (229, 2291, "9.99"), (229, 2290, "10.0"), (1, 3, "33.33")]
)
def test_share__is_not_rounded_across_the_target(
    published: Path, tmp_path: Path, inventions: int, total: int, shown: str
) -> None:
    counts = ("2013-02", "invention", inventions), ("2013-02", "design", total - inventions)
    copy = with_counts(published, tmp_path, *counts)
    assert result_of(copy, "share_by_month").splitlines()[2].split(",")[5] == shown
    assert result_of(copy, "towns_year_to_date").splitlines()[1].split(",")[3] == shown


def test_year_on_year__percent_from_ten_on(published: Path, tmp_path: Path) -> None:
    copy = with_counts(published, tmp_path, ("2012-01", "design", 16), ("2013-01", "design", 12))
    assert result_of(copy, "towns_year_to_date").splitlines()[1] == "全市,12,0,0.0,16,下降25.0%,0,初步数,部分月份数据未到"
