"""Headline, scorecard, months, towns and kinds of a small county; every number was added up by hand."""

from typing import Any

import duckdb
import pytest

from tests.data.bulletin.made_release import (
    EAST,
    UNASSIGNED,
    WEST,
    bulletin_of,
    column,
    count,
    feed,
    new_release,
    printed,
    score,
    sentences,
    table,
)  # fmt: skip
from transforms.bulletin.chart_model import Chart
from transforms.bulletin.content import edition_of

NOW, BEFORE = ("2013-01", "2013-02", "2013-03"), ("2012-01", "2012-02", "2012-03")
ORDER = [
    "scorecard", "months", "share", "towns", "counties", "kinds", "firms", "applying_firms", "enterprises", "note",
    "restated", "quality", "method",
]  # fmt: skip


@pytest.fixture
def release() -> duckdb.DuckDBPyConnection:
    """January to March: 20, 30, 50 applications (10 inventions in all); last year 16, 24, 40 (6); grants 5 a month."""
    connection = new_release()
    feed(connection, "application", *BEFORE, *NOW, "2012-12")
    feed(connection, "grant", *BEFORE, *NOW)
    for month, east, west in zip(NOW, (12, 18, 30), (7, 11, 9), strict=True):
        count(connection, month, EAST, applications=east, grants=4)
        count(connection, month, WEST, kind="个人", applications=west)
        count(connection, month, UNASSIGNED, "invention", applications=1, grants=1)
    count(connection, "2013-03", WEST, "invention", "大专院校", applications=7)
    count(connection, "2013-03", EAST, "design", applications=3)
    for month, total in zip(BEFORE, (14, 22, 38), strict=True):
        count(connection, month, EAST, applications=total, grants=4)
        count(connection, month, WEST, "invention", applications=2)
    count(connection, "2012-12", EAST, applications=9)
    return connection


def add_scores(connection: duckdb.DuckDBPyConnection, month: str = "2013-03") -> None:
    score(
        connection,
        month,
        "patent_applications",
        400,
        value=100.0,
        numerator=100,
        completion=0.25,
        shortfall=300,
        seasonal_progress=0.2,
        history_years=2,
        value_by_reported_month=103.0,
        forecast_low=450.2,
        forecast_high=561.5,
    )
    score(
        connection,
        month,
        "invention_share",
        0.1,
        value=0.1,
        numerator=10,
        denominator=100,
        shortfall=0,
        status="met",
        value_by_reported_month=9 / 103,
        readings_disagree=True,
    )
    score(connection, month, "patent_grants", 60, value=15.0, numerator=15, completion=0.25, shortfall=45)
    score(connection, month, "new_demonstration_enterprises", 6, value=2.0, numerator=2, titles=3, shortfall=4)
    score(
        connection, month, "new_provincial_demonstration_enterprises", 1, value=1.0, numerator=1, titles=1, status="met"
    )


def test_headline__official_pattern(release: duckdb.DuckDBPyConnection) -> None:
    add_scores(release)
    assert bulletin_of(release, "2013-03").headline.text == (
        "1—3月,全市专利申请量100件,同比增长25.0%,完成年度目标(400件)的25.0%;其中发明专利申请10件,"
        "占申请总量的10.00%,同比提高2.50个百分点,等于年度目标(10%)。"
        "专利授权量15件,同比增长25.0%,完成年度目标(60件)的25.0%,其中发明专利授权3件。"
        "新增专利示范企业2家(目标6家),其中省级1家(目标1家)。序时进度25.0%,近2年同期平均进度20.0%。"
    )


def test_headline__without_targets_and_base(release: duckdb.DuckDBPyConnection) -> None:
    release.execute("DELETE FROM deliveries WHERE month < '2013'")
    bulletin = bulletin_of(release, "2013-01")
    assert bulletin.headline.text == (
        "1月,全市专利申请量20件,上年同期无可比数据;其中发明专利申请1件,占申请总量的5.00%。"
        "专利授权量5件,上年同期无可比数据,其中发明专利授权1件。"
    )
    assert "没有目标文件" in sentences(bulletin, "scorecard")


def test_sections__in_the_order_of_the_bulletin(release: duckdb.DuckDBPyConnection) -> None:
    bulletin = bulletin_of(release, "2013-03", note="第一段\n\n第二段\n续行")
    assert [one.key for one in bulletin.sections] == ORDER
    assert sentences(bulletin, "note") == "第一段\n第二段 续行"
    shareable = edition_of(bulletin, "shareable")
    assert [one.title_zh.split("、")[0] for one in shareable.sections] == list("一二三四五六七八九十") + [
        "十一",
        "十二",
    ]
    assert "applying_firms" not in [one.key for one in shareable.sections]
    assert shareable.masthead.mark_zh == ""
    assert edition_of(bulletin, "internal").masthead.mark_zh == "内部资料 注意保存"


def test_scorecard__words_and_readings(release: duckdb.DuckDBPyConnection) -> None:
    add_scores(release)
    bulletin = bulletin_of(release, "2013-03")
    rows = printed(table(bulletin, "scorecard"))
    assert rows[0] == [
        "专利申请量", "400件以上", "100件", "25.0%", "25.0%", "20.0%", "300件", "450—562件", "进度正常",
    ]  # fmt: skip
    assert rows[1][1:4] == ["10%以上", "10.00%", "—"]
    assert "口径差异:发明专利申请占比" in sentences(bulletin, "scorecard")
    assert printed(table(bulletin, "readings"))[1] == ["发明专利申请占比", "10.00%", "8.74%", "未到", "不同"]


@pytest.mark.parametrize(
    ("month", "values", "said"),
    [
        ("2013-11", {"rest_required": 5, "rest_required_share": 0.25}, "年底前还需发明申请5件,占后续申请的25.00%。"),
        ("2013-11", {"rest_required": 11, "rest_required_share": 1.1}, "年底前还需发明申请11件,已多于后续预计申请的总量。"),
        ("2013-12", {"rest_required": 11, "time_progress": 1.0}, "发明占比达到目标尚差发明申请13件。"),
    ],
)
def test_scorecard__what_the_rest_of_the_year_must_bring(
    release: duckdb.DuckDBPyConnection, month: str, values: dict[str, Any], said: str
) -> None:
    usual = {"value": 0.05, "numerator": 5, "denominator": 100, "shortfall": 13, "forecast_total": 120.0, "status": "below"}
    score(release, month, "invention_share", 0.1, **{**usual, **values})
    assert sentences(bulletin_of(release, month), "scorecard").endswith(said)


def test_months__this_year_against_last_by_type(release: duckdb.DuckDBPyConnection) -> None:
    made = table(bulletin_of(release, "2013-03"), "applications_by_month")
    assert printed(made)[2] == [
        "3月",
        "50",
        "40",
        "增长25.0%",
        "8",
        "2",
        "39",
        "38",
        "3",
        "0",
        "100",
        "80",
        "增长25.0%",
    ]
    assert column(made, "total_now") == ["20", "30", "50"]
    assert column(made, "to_date_before") == ["16", "40", "80"]


def test_towns__official_columns_with_unassigned_and_total(release: duckdb.DuckDBPyConnection) -> None:
    made = table(bulletin_of(release, "2013-03"), "towns")
    assert printed(made) == [
        ["东镇", "33", "增长83.3%", "63", "74", "下降14.9%", "0", "0.00%", "0.00", "12", "0", "—", "1"],
        ["西区(西街道)", "16", "增长45.5%", "34", "6", "增加28件", "7", "20.59%", "−79.41", "0", "0", "—", "2"],
        ["未归属", "1", "持平", "3", "0", "—", "3", "100.00%", "—", "3", "3", "—", "—"],
        ["全市合计", "50", "增长66.7%", "100", "80", "增长25.0%", "10", "10.00%", "+2.50", "15", "3", "—", "—"],
    ]
    assert made.emphasised == {3}


def test_towns__january_is_compared_with_december(release: duckdb.DuckDBPyConnection) -> None:
    made = table(bulletin_of(release, "2013-01"), "towns")
    assert column(made, "growth_on_month") == ["增加3件", "—", "—", "增加11件"]


def test_towns__places_by_completion_where_every_unit_has_a_target(release: duckdb.DuckDBPyConnection) -> None:
    add_scores(release)
    score(release, "2013-03", "patent_applications", 630, unit_code=EAST, value=63.0, numerator=63)
    score(release, "2013-03", "patent_applications", 68, unit_code=WEST, value=34.0, numerator=34)
    made = table(bulletin_of(release, "2013-03"), "towns")
    assert column(made, "completion") == ["10.0%", "50.0%", "—", "25.0%"]
    assert column(made, "rank") == ["2", "1", "—", "—"]
    assert "位次按完成率" in made.note_zh


def test_towns__equal_ones_share_a_place(release: duckdb.DuckDBPyConnection) -> None:
    count(release, "2013-03", WEST, "design", applications=29)
    assert column(table(bulletin_of(release, "2013-03"), "towns"), "rank") == ["1", "1", "—", "—"]


def test_kinds__service_and_non_service(release: duckdb.DuckDBPyConnection) -> None:
    made = table(bulletin_of(release, "2013-03"), "kinds")
    assert column(made, "kind") == [
        "企业", "大专院校", "科研单位", "机关团体", "职务小计", "非职务(个人)", "未分类", "合计",
    ]  # fmt: skip
    assert column(made, "applications") == ["66", "7", "0", "0", "73", "27", "0", "100"]
    assert column(made, "part")[4:6] == ["73.0%", "27.0%"]
    assert column(made, "growth")[:2] == ["下降17.5%", "—"]


def test_charts__one_of_each_kind(release: duckdb.DuckDBPyConnection) -> None:
    add_scores(release)
    charts = {chart.key: chart for chart in bulletin_of(release, "2013-03").charts}
    assert list(charts) == [
        "applications_months", "applications_cumulative", "grants_months", "grants_cumulative", "invention_share", "towns",
    ]  # fmt: skip
    share = charts["invention_share"]
    assert (share.line, share.series[0].values, share.series[0].newest_zh) == (0.1, (0.05, 0.04, 0.1), "10.00%")
    assert charts["applications_cumulative"].series[0].values[:4] == (20.0, 50.0, 100.0, None)
    assert all(isinstance(chart, Chart) and chart.alt_zh for chart in charts.values())


def test_masthead__second_release_of_a_month_says_so(release: duckdb.DuckDBPyConnection) -> None:
    assert bulletin_of(release, "2013-03", release_id="2013-03.2").masthead.issue_zh == "2013年第3期(第2次发布)"
    assert bulletin_of(release, "2013-03").subject_zh == "2013年1—3月全市专利申请授权情况"
