"""What a bulletin says where data are missing, empty or not comparable."""

from datetime import date

import duckdb
import pytest

from tests.data.bulletin.made_release import (
    EAST,
    WEST,
    bulletin_of,
    column,
    count,
    event,
    feed,
    insert,
    new_release,
    printed,
    score,
    section,
    sentences,
    table,
)
from transforms.bulletin.content import edition_of
from transforms.bulletin.model import Paragraph, Table

MONTHS = ("2013-01", "2013-02", "2013-03")


@pytest.fixture
def release() -> duckdb.DuckDBPyConnection:
    """Ten applications, one of them an invention, and three grants in each of three months."""
    connection = new_release()
    for month in MONTHS:
        count(connection, month, EAST, applications=9, grants=3)
        count(connection, month, WEST, "invention", applications=1)
    return connection


def test_missing_month__is_not_zero(release: duckdb.DuckDBPyConnection) -> None:
    feed(release, "application", "2013-01", "2013-02")
    feed(release, "grant", *MONTHS)
    score(release, "2013-03", "patent_applications", 400, status="no_data", obs_status="missing")
    score(release, "2013-03", "invention_share", 0.1, status="no_data", obs_status="missing")
    bulletin = bulletin_of(release, "2013-03")
    assert printed(table(bulletin, "scorecard"))[0][2:4] == ["数据未到", "数据未到"]
    assert column(table(bulletin, "scorecard"), "status") == ["暂不判断(数据未到)"] * 2
    assert column(table(bulletin, "applications_by_month"), "total_now") == ["10", "10", "数据未到"]
    assert "3月专利受理明细未到(数据未到,不等于零)" in sentences(bulletin, "months")
    assert "预警状态不变" in sentences(bulletin, "share")
    assert bulletin.headline.text.startswith("1—3月,专利授权量9件")
    assert "专利申请数据未到齐" in bulletin.headline.text
    assert column(table(bulletin, "towns"), "applications") == ["—"] * 4
    for key in ("towns", "kinds"):
        assert sentences(bulletin, key) == "专利受理明细未到齐(数据未到,不等于零),下表专利申请量各栏不作统计,记“—”。"
    assert "readings" not in [part.key for part in section(bulletin, "scorecard").parts if isinstance(part, Table)]
    assert column(table(bulletin, "towns"), "grants") == ["9", "0", "0", "9"]


def test_missing_earlier_month__year_to_date_is_not_carried_as_complete(release: duckdb.DuckDBPyConnection) -> None:
    feed(release, "application", "2013-01", "2013-03", "2012-01", "2012-02", "2012-03")
    feed(release, "grant", *MONTHS)
    count(release, "2012-01", EAST, applications=20)
    bulletin = bulletin_of(release, "2013-03")
    made = table(bulletin, "applications_by_month")
    assert column(made, "total_now") == ["10", "数据未到", "10"]
    # the ten of February that other months' feeds brought are part of what is known, as in the scorecard
    assert column(made, "to_date_now") == ["10", "—", "30"]
    assert "此后各月累计数只含其他月份的明细已补来的部分" in sentences(bulletin, "months")
    assert column(made, "to_date_growth") == ["下降50.0%", "—", "—"]
    assert column(table(bulletin, "invention_share"), "share") == ["10.00%", "—", "—"]
    for name in ("applications", "inventions", "growth"):
        assert column(table(bulletin, "towns"), name) == ["—"] * 4
    assert column(table(bulletin, "towns"), "month_now") == ["9", "1", "0", "10"]


def test_last_year_incomplete__is_no_base(release: duckdb.DuckDBPyConnection) -> None:
    feed(release, "application", *MONTHS, "2012-02", "2012-03")
    feed(release, "grant", *MONTHS)
    for month in ("2012-02", "2012-03"):
        count(release, month, EAST, applications=20)
    bulletin = bulletin_of(release, "2013-03")
    assert "专利申请量30件,上年同期无可比数据" in bulletin.headline.text
    made = table(bulletin, "applications_by_month")
    assert column(made, "growth") == ["—", "下降50.0%", "下降50.0%"]
    assert column(made, "to_date_growth") == ["—", "—", "—"]


def test_another_basis_than_last_year__is_not_compared(release: duckdb.DuckDBPyConnection) -> None:
    """Grants of March stand on public documents, those of the year before and of January and February on feeds."""
    feed(release, "application", *MONTHS)
    feed(release, "grant", "2013-01", "2013-02", "2012-01", "2012-02", "2012-03")
    release.execute("UPDATE monthly_counts SET grants = 0 WHERE month = '2013-03'")
    count(release, "2013-03", EAST, basis="public_documents", grants=8)
    for month in ("2012-01", "2012-02", "2012-03"):
        count(release, month, EAST, grants=12)
    bulletin = bulletin_of(release, "2013-03")
    made = table(bulletin, "grants_by_month")
    assert column(made, "total_before") == ["12", "12", "12"]
    assert column(made, "growth") == ["下降75.0%", "下降75.0%", "—"]
    assert column(made, "to_date_growth") == ["下降75.0%", "下降75.0%", "—"]
    assert "专利授权量14件,上年同期无可比数据" in bulletin.headline.text
    assert "3月专利授权量按公开文献统计,上年同月按受理授权明细,口径不同" in sentences(bulletin, "months")


def test_same_bases_as_last_year__are_compared(release: duckdb.DuckDBPyConnection) -> None:
    feed(release, "grant", "2013-01", "2013-02", "2012-01", "2012-02")
    for month in ("2012-03", "2013-03"):
        count(release, month, EAST, basis="public_documents", grants=12)
    bulletin = bulletin_of(release, "2013-03")
    assert column(table(bulletin, "grants_by_month"), "growth") == ["—", "—", "持平"]
    assert "口径不同" not in sentences(bulletin, "months")


def test_share__tells_what_the_last_issue_of_the_month_told(release: duckdb.DuckDBPyConnection) -> None:
    # two of one day: they stand in the order in which they were told
    for state, value, day in (("z_first", 0.0988, 15), ("revised_below", 0.0988, 16), ("a_revised_met", 0.1412, 16)):
        insert(
            release, "alerts", alert_id=state, month="2013-03", indicator="invention_share", state="first", value=value,
            threshold=0.1, title=f"【{state}】", message="正文。", as_of=date(2013, 4, day),
        )  # fmt: skip
    for month, day in (("2013-01", 16), ("2013-02", 15)):
        insert(
            release, "alerts", alert_id=month, month=month, indicator="invention_share", state="restated_below", value=0.05,
            threshold=0.1, title=f"【{month}】", message="正文。", as_of=date(2013, 4, day),
        )  # fmt: skip
    score(release, "2013-03", "invention_share", 0.1, numerator=12, denominator=85, value=12 / 85)
    bulletin = bulletin_of(release, "2013-03", as_of=date(2013, 4, 16))
    told = [part for part in section(bulletin, "share").parts if isinstance(part, Paragraph)]
    assert [(part.text, part.tone) for part in told if part.text.startswith("【")] == [
        ("【a_revised_met】 正文。", "good"),
        ("【2013-01】 正文。", "bad"),
    ]


def test_readings__a_published_figure_that_is_doubtful_did_come(release: duckdb.DuckDBPyConnection) -> None:
    """Of the city's grants a doubtful figure came; its applications only for another county."""
    for target, measure, region in (("patent_applications", "applications", "330483"), ("patent_grants", "grants", "330482")):
        score(release, "2013-03", target, 400, value=30.0, numerator=30, value_by_reported_month=30.0)
        insert(
            release, "official_totals", delivery_id="x", month="2013-03", measure=measure, period="year_to_date",
            region=region, value=20.0, problem="少于上月累计",
        )  # fmt: skip
    assert column(table(bulletin_of(release, "2013-03"), "readings"), "official_value") == ["未到", "有疑问,未采用"]


def test_enterprises__no_list_is_not_no_event(release: duckdb.DuckDBPyConnection) -> None:
    assert table(bulletin_of(release, "2013-03"), "enterprises").empty_zh == "数据未到"
    insert(
        release, "deliveries", delivery_id="l", file_name="名录.xlsx", state="accepted", basis="department_report",
        coverage="full_list", received_on=date(2013, 1, 1),
    )  # fmt: skip
    assert table(bulletin_of(release, "2013-03"), "enterprises").empty_zh == "本年尚无事项"


def test_firms__what_came_late_of_a_month_without_a_feed_counts_as_in_the_year_to_date(
    release: duckdb.DuckDBPyConnection,
) -> None:
    """February's feed did not come; March's told of one application of February, beside two of its own."""
    feed(release, "application", "2013-01", "2013-03")
    for patent_id, month in (("A", "2013-02"), ("B", "2013-03"), ("C", "2013-03")):
        event(release, patent_id, "application", month, first_applicant="甲有限公司")
    assert column(table(bulletin_of(release, "2013-03"), "firms_by_application"), "total") == ["3"]


def test_firms__of_the_months_basis_only(release: duckdb.DuckDBPyConnection) -> None:
    feed(release, "grant", "2013-01", "2013-02")
    for month, basis in (
        ("2013-02", "receipt_records"),
        ("2013-02", "public_documents"),
        ("2013-03", "public_documents"),
    ):
        event(release, f"{month}{basis}", "grant", month, basis=basis, first_applicant="甲公司")
    count(release, "2013-03", EAST, basis="public_documents", grants=1)
    assert column(table(bulletin_of(release, "2013-03"), "firms_by_grant"), "total") == ["2"]


def test_grants__public_documents_only_in_months_without_feed(release: duckdb.DuckDBPyConnection) -> None:
    feed(release, "application", *MONTHS)
    feed(release, "grant", "2013-01", "2013-02")
    release.execute("UPDATE monthly_counts SET grants = 0 WHERE month = '2013-03'")
    for month in MONTHS:
        count(release, month, EAST, basis="public_documents", grants=8)
    bulletin = bulletin_of(release, "2013-03")
    assert column(table(bulletin, "grants_by_month"), "total_now") == ["3", "3", "8"]
    assert "专利授权按受理授权明细和公开文献" in sentences(bulletin, "method")


def test_release_made_before_bases_were_published__reads_the_same(release: duckdb.DuckDBPyConnection) -> None:
    feed(release, "application", "2013-01", "2013-03")
    release.execute("DROP VIEW month_bases")
    bulletin = bulletin_of(release, "2013-03")
    assert column(table(bulletin, "applications_by_month"), "total_now") == ["10", "数据未到", "10"]


def test_month_without_any_grant__is_a_true_zero(release: duckdb.DuckDBPyConnection) -> None:
    feed(release, "application", *MONTHS)
    feed(release, "grant", *MONTHS)
    release.execute("UPDATE monthly_counts SET grants = 0")
    bulletin = bulletin_of(release, "2013-03")
    assert column(table(bulletin, "grants_by_month"), "total_now") == ["0", "0", "0"]
    assert "专利授权量0件" in bulletin.headline.text
    assert printed(table(bulletin, "firms_by_grant")) == []


def test_zero_applications__no_share_and_no_alert(release: duckdb.DuckDBPyConnection) -> None:
    feed(release, "application", *MONTHS)
    feed(release, "grant", *MONTHS)
    release.execute("UPDATE monthly_counts SET applications = 0")
    score(release, "2013-03", "invention_share", 0.1, numerator=0, denominator=0, status="no_data")
    bulletin = bulletin_of(release, "2013-03")
    assert "占比无从计算,不作预警" in sentences(bulletin, "share")
    assert column(table(bulletin, "scorecard"), "value") == ["无申请,占比不计"]
    assert "专利申请量0件,上年同期无可比数据。" in bulletin.headline.text
    assert column(table(bulletin, "invention_share"), "share") == ["—"] * 3


def test_nothing_at_all__still_makes_a_bulletin() -> None:
    bulletin = bulletin_of(new_release(), "2013-01")
    assert bulletin.headline.text == "1月,专利申请数据未到齐、专利授权数据未到齐。"
    assert "没有以往年份" not in sentences(bulletin, "firms")
    assert bulletin.charts == ()


def test_share_below_target__says_so_and_what_chance_explains(release: duckdb.DuckDBPyConnection) -> None:
    feed(release, "application", *MONTHS)
    count(release, "2013-03", EAST, applications=1)
    score(
        release,
        "2013-03",
        "invention_share",
        0.1,
        value=3 / 31,
        numerator=3,
        denominator=31,
        status="below",
        shortfall=1,
    )
    assert "目前差距在正常波动范围之内,但已低于目标" in sentences(bulletin_of(release, "2013-03"), "share")
    insert(release, "alerts", alert_id="a", month="2013-03", indicator="invention_share", state="first", title="【预警】甲",
           message="乙。")  # fmt: skip
    bulletin = bulletin_of(release, "2013-03")
    said = sentences(bulletin, "share")
    assert "占比9.68%(3/31件),低于年度目标(10%)0.32个百分点(偶然波动范围3.93%—21.89%)。" in said
    assert "【预警】甲 乙。" in said
    assert bulletin.headline.tone == "bad"
    assert column(table(bulletin, "scorecard"), "shortfall") == ["还需新增发明1件"]


def test_changed_rule__is_not_compared_with_the_year_before() -> None:
    connection = new_release()
    feed(connection, "application", "2016-01", "2017-01")
    feed(connection, "grant", "2016-01", "2017-01")
    count(connection, "2016-01", EAST, applications=50, grants=20)
    count(connection, "2017-01", EAST, applications=40, grants=30)
    bulletin = bulletin_of(connection, "2017-01")
    assert "专利申请量40件,上年同期无可比数据" in bulletin.headline.text
    assert "专利授权量30件,同比增长50.0%" in bulletin.headline.text
    assert "专利申请量的计数规则自本年起变更" in sentences(bulletin, "months")
    assert column(table(bulletin, "applications_by_month"), "growth") == ["—"]


def test_counties__side_by_side_or_not_yet_there(release: duckdb.DuckDBPyConnection) -> None:
    assert "统计数未到" in sentences(bulletin_of(release, "2013-03"), "counties")

    def official(region: str, value: float, patent_type: str | None = None, **values: str) -> None:
        usual = {
            "delivery_id": "x", "month": "2013-03", "measure": "applications", "period": "year_to_date",
        }  # fmt: skip
        insert(release, "official_totals", region=region, patent_type=patent_type, value=value, **{**usual, **values})

    official("330482", 103)
    official("330482", 9, "invention")
    official("330482", 80, period="same_period_last_year")
    official("海宁市", 500)
    official("330483", 400)
    official("330483", 401, delivery_id="y")
    official("330421", 70, problem="第7行“合计”(B7)与分项之和不符")
    made = table(bulletin_of(release, "2013-03"), "counties")
    assert "points" not in [one.name for one in made.columns]
    by_name = {row[0]: row[1:6] for row in printed(made)}
    assert by_name["平湖市"] == ["103", "80", "增长28.8%", "9", "8.74%"]
    assert by_name["海宁市"] == ["500", "—", "—", "—", "—"]
    assert by_name["桐乡市"][0] == "—" and by_name["嘉善县"][0] == "—"
    assert [made.rows[number][0] for number in made.emphasised] == ["平湖市"]
    official("330482", 8, "invention", period="same_period_last_year")
    # 9/103 is 8.738 %, 8/80 is 10 %
    assert column(table(bulletin_of(release, "2013-03"), "counties"), "points") == ["—"] * 3 + ["−1.26"] + ["—"] * 3


def test_warnings__red_beside_the_share_for_the_section_only(release: duckdb.DuckDBPyConnection) -> None:
    bulletin = bulletin_of(release, "2013-03", warnings=("没有配置通知渠道。",))
    tones = {part.text: part.tone for part in section(bulletin, "share").parts if isinstance(part, Paragraph)}
    assert tones["没有配置通知渠道。"] == "bad"
    assert "没有配置通知渠道。" in sentences(edition_of(bulletin, "internal"), "share")
    assert "没有配置通知渠道。" not in sentences(edition_of(bulletin, "shareable"), "share")


def test_restated__old_and_new_value_for_all_causes_for_the_section(release: duckdb.DuckDBPyConnection) -> None:
    assert "没有修订" in sentences(bulletin_of(release, "2013-03"), "restated")
    score(release, "2013-03", "invention_share", 0.1)
    score(release, "2013-03", "patent_applications", 2300)
    for key, before, after in (
        ("2013-02|invention_share|330482", "0.1", "0.0995"),
        ("2013-02|patent_applications|330482", "210", "211"),
        ("2013-02|patent_x|330482101", "1", "2"),
    ):
        insert(release, "release_changes", table_name="scorecard", key=key, column_name="value", before=before,
               after=after, cause="新到文件:某;公司.csv;更正:乙")  # fmt: skip
    bulletin = bulletin_of(release, "2013-03", table_labels={"scorecard": "目标完成情况"})
    assert sentences(bulletin, "restated").endswith("以本报为准。修订原因:新到文件、更正。")
    assert printed(table(bulletin, "restated")) == [
        ["2013-02", "发明专利申请占比", "10.00%", "9.95%"],
        ["2013-02", "专利申请量", "210件", "211件"],
    ]
    assert printed(table(bulletin, "restated_causes"))[0][-1] == "新到文件:某;公司.csv;更正:乙"
    assert sentences(bulletin, "restated_causes") == "各表变动:目标完成情况3行。逐项见发布版数据文件中的“修订明细”表。"
    assert [one.internal for one in bulletin.sections if one.key == "restated_causes"] == [True]


def test_restated__a_share_of_no_applications_was_known(release: duckdb.DuckDBPyConnection) -> None:
    score(release, "2013-03", "invention_share", 0.1)
    for month, changed, before, after in (
        ("2013-01", "denominator", "0", "4"), ("2013-01", "value", None, "0.25"),
        ("2013-02", "denominator", None, "4"), ("2013-02", "value", None, "0.25"),
    ):  # fmt: skip
        insert(release, "release_changes", table_name="scorecard", key=f"{month}|invention_share|330482",
               column_name=changed, before=before, after=after, cause="新到文件:甲.csv")  # fmt: skip
    assert printed(table(bulletin_of(release, "2013-03"), "restated")) == [
        ["2013-01", "发明专利申请占比", "无申请,占比不计", "25.00%"],
        ["2013-02", "发明专利申请占比", "数据未到", "25.00%"],
    ]


def test_quality__files_rows_rules_checks_and_reconciliation(release: duckdb.DuckDBPyConnection) -> None:
    feed(release, "application", *MONTHS)
    insert(release, "deliveries", delivery_id="h", file_name="某公司.xlsx", state="held", reason="甲", remedy="乙",
           received_on=date(2013, 2, 1))  # fmt: skip
    for row in (1, 2):
        insert(release, "quarantine", delivery_id="q", file_name="q", sheet="", row_number=row, rule="wrong_check_digit",
               reason="丙", original="{}")  # fmt: skip
    insert(release, "checks", suite="patents", expectation="fill rate", severity="warning", success=False, message="丁")
    insert(release, "checks", suite="patents", expectation="key", severity="critical", success=True)
    for period, patent_type, ours in (("year_to_date", None, 30), ("year_to_date", "design", 0), ("month", None, 10)):
        insert(release, "reconciliation", month="2013-03", measure="applications", unit_code="330482", ours=ours, official=33.0,
               difference=-3.0, unexplained=-1.0, explanation="跨月下发2件", period=period,
               patent_type=patent_type)  # fmt: skip
    bulletin = bulletin_of(release, "2013-03", rule_labels={"wrong_check_digit": "校验位不符"})
    said = sentences(bulletin, "quality")
    assert "待确认文件1个" in said and "发布前核验2项,通过1项,提示1项。" in said
    assert printed(table(bulletin, "rows_by_fate"))[-1] == ["合计", "3", "1", "30", "21", "3", "6", "0"]
    assert printed(table(bulletin, "rows_by_rule")) == [["校验位不符", "2", "0"]]
    assert printed(table(bulletin, "reconciliation")) == [["专利申请量", "30", "33", "−3", "−1"]]
    assert printed(table(bulletin, "reconciliation_notes")) == [["专利申请量", "跨月下发2件"]]
    shared = [part.key for one in edition_of(bulletin, "shareable").sections for part in one.parts if isinstance(part, Table)]
    assert "reconciliation" in shared and "reconciliation_notes" not in shared
    assert printed(table(bulletin, "held")) == [["某公司.xlsx", "2013-02-01", "甲", "乙"]]


def test_late_share__of_the_twelve_months_before(release: duckdb.DuckDBPyConnection) -> None:
    for number in range(8):
        event(release, f"p{number}", "application", "2013-01", reported_month="2013-02" if number == 0 else "2013-01")
    event(release, "newest", "application", "2013-03", reported_month="2013-04")
    event(release, "older", "application", "2012-02", reported_month="2012-03")
    assert "有12.5%随以后月份的明细才下发" in sentences(bulletin_of(release, "2013-03"), "months")
