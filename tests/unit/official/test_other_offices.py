"""The same tables as other offices write them: read by the same layouts, or held with what is odd about them."""

from collections.abc import Sequence

import pytest
from published_tables import Cell, Office, book

from transforms.errors import Held

TYPES = ["合计", "发明", "实用新型", "外观设计"]
REGIONS_WITH_GROWTH: list[list[Cell]] = [
    ["国内发明专利授权状况表(2012年10月)"],
    ["地区", "当月累计", "当年累计", "同比增长", "总累计"],
    ["全国", 30, 300, "25.0%", 3000],
    ["浙江", 20, 200, "-", 2000],
    ["西藏", 10, 100, "900%", 1000],
]
TOWNS: list[list[Cell]] = [
    ["平湖市各镇(街道)专利情况月报(2013年8月)"],
    ["单位:件"],
    ["镇(街道)", "专利申请", *[None] * 7, "专利授权", *[None] * 7],
    [None, "当月", None, None, None, "本年累计", None, None, None, "当月", None, None, None, "本年累计"],
    [None, *TYPES * 4],
]


def town(name: str) -> list[Cell]:
    return [name, 3, 1, 1, 1, 30, 10, 10, 10, 6, 2, 2, 2, 60, 20, 20, 20]


def held(office: Office, rows: Sequence[Sequence[Cell]], name: str = "表.xlsx") -> Held:
    with pytest.raises(Held) as caught:
        office.take(book({"表": rows}), name)
    return caught.value


COUNTIES: list[list[Cell]] = [
    ["表五  2014年6月份辽宁省各县(区)专利申请状况统计表"],
    ["单位:件"],
    ["序号", "县(区)", "1985年以来累计", "当年累计", "当月累计", "发明", "实用新型", "外观设计"],
    [1, "和平区", 980, 98, 7, 0, 7, 0],
    [2, "新民市", 750, 75, 18, 3, 15, 0],
]


def test_counties_of_another_province__with_more_and_fewer_columns(office: Office) -> None:
    plan = office.plan(book({"表五": COUNTIES}), "表五.xlsx")
    assert (plan.profile.source, plan.feed_month, plan.part) == ("official_jilin_counties", "2014-06", "applications/辽宁省")
    office.take(book({"表五": COUNTIES}), "表五.xlsx")
    assert office.published("SELECT period, patent_type, value, problem FROM official_totals WHERE region = '210102'") == [
        ("all_time", None, 980, None), ("year_to_date", None, 98, None), ("month", None, 7, None),
        ("month", "invention", 0, None), ("month", "utility_model", 7, None), ("month", "design", 0, None),
    ]  # fmt: skip
    assert office.published("SELECT DISTINCT region FROM official_totals ORDER BY 1") == [("210102",), ("210181",)]


def test_counties_of_another_city__its_own_total_is_checked(office: Office) -> None:
    header = ["月合计", "发明", "实用新型", "外观设计", "发明累计", "年{}累计", "去年同期"]
    columns = [[name.format(measure) for name in header] for measure in ("申请", "授权")]
    numbers = [6, 1, 2, 3, 10, 60, 50]
    rows: list[list[Cell]] = [
        ["岳阳市各区县(市)专利申请、授权情况统计表(2017年1-7月)"],
        [None, "申请", *[None] * 6, "授权"],
        ["单位", *columns[0], *columns[1]],
        ["全市合计(件)", 12, 2, 4, 6, 20, 121, 100, 12, 2, 4, 6, 20, 120, 100],
        ["云溪区", *numbers, *numbers],
        ["南湖新区", *numbers, *numbers],
    ]
    office.take(book({"Sheet1": rows}), "岳阳.xlsx")
    assert office.published("SELECT DISTINCT region, part_of, month FROM official_totals ORDER BY 1") == [
        ("430600", None, "2017-07"), ("430603", "430600", "2017-07"), ("南湖新区", "430600", "2017-07"),
    ]  # fmt: skip
    assert office.published("SELECT cell, problem FROM official_totals WHERE problem IS NOT NULL") == [
        ("G4", "第4行“申请/年申请累计”(G4)为 121,所含 2 个地区之和为 120")
    ]


def test_title_of_no_known_place__is_held(office: Office) -> None:
    rows = [["2014年6月份长江省各县(区)专利申请状况统计表"], *COUNTIES[1:]]
    assert "“长江省”不是唯一的省、市、县名称" in held(office, rows).reason


def test_regions__rank_before_them_and_columns_renamed_as_from_2009(office: Office) -> None:
    kinds = ["个人", "大专院校", "科研单位", "企业", "机关团体"]
    rows: list[list[Cell]] = [
        ["国内专利申请受理状况表(2009年7月)"],
        ["排序", "地区", "总累计", "当年累计", "月累计", "发明", "实用新型", "外观设计", "在三种专利申请中"],
        [*[None] * 8, *kinds],
        [None, "合计", 9000, 700, 100, 40, 35, 25, 20, 10, 10, 55, 5],
        [1, "广东", 5000, 400, 60, 20, 20, 20, 10, 5, 5, 38, 2],
        [2, "浙江", 4000, 300, 40, 20, 15, 5, 10, 5, 5, 17, 3],
        [None, "广州", 900, 100, 30, 10, 10, 10, 5, 5, 5, 15, None],
    ]
    office.take(book({"表": rows}), "表.xlsx")
    assert office.published(
        "SELECT period, value FROM official_totals WHERE region = '330000' AND patent_type IS NULL AND applicant_kind IS NULL"
    ) == [("all_time", 4000), ("year_to_date", 300), ("month", 40)]
    assert office.published("SELECT cell FROM official_totals WHERE problem IS NOT NULL") == []


def test_rows_about_rows__are_no_regions_to_add_up(office: Office) -> None:
    rows = [*REGIONS_WITH_GROWTH, ["副省级城市", *[None] * 4], ["副省级城市合计", 8, 80, "-", 800], ["宁波", 8, 80, "-", 800]]
    read = office.take(book({"表": rows}), "表.xlsx")
    assert read["out_of_scope"].to_list() == [None, None, None, "note_row", None, None]
    assert office.published("SELECT DISTINCT region, part_of FROM official_totals ORDER BY 1") == [
        ("000000", None), ("330000", "000000"), ("330200", "330000"), ("540000", "000000"), ("副省级城市合计", None),
    ]  # fmt: skip
    assert office.published("SELECT cell FROM official_totals WHERE problem IS NOT NULL") == []


def test_whole_row_blank__its_zeros_are_not_believed(office: Office) -> None:
    rows = [*REGIONS_WITH_GROWTH[:4], ["台湾", *[None] * 4], REGIONS_WITH_GROWTH[4]]
    office.take(book({"表": rows}), "表.xlsx")
    assert office.published("SELECT cell, value, problem FROM official_totals WHERE problem IS NOT NULL") == [
        (f"{column}5", 0, "第5行“台湾”整行空白,不能断定是0,可能错行") for column in "BCE"
    ]


def test_column_twice__is_held(office: Office) -> None:
    rows: list[list[Cell]] = [COUNTIES[0], COUNTIES[1], [*COUNTIES[2][:7], "发明"], *COUNTIES[3:]]
    assert "没有:外观设计。“发明”出现在F、H列,不知道哪一列才是" in held(office, rows).reason


def test_table_of_no_layout__is_said_to_be_a_table(office: Office) -> None:
    rows: list[list[Cell]] = [
        ["2023年全省各地区有效发明专利量"], ["地区", "发明", "实用新型", "外观设计"], ["杭州市", 4, 1, 2], ["嘉兴市", 2, 0, 1],
    ]  # fmt: skip
    problem = held(office, rows)
    assert "像是统计表,但不合任何已知版式。第2行的表头:地区(A)、发明(B)、实用新型(C)、外观设计(D)" in problem.reason
    assert "docs/published_tables.md" in problem.remedy
    assert "application_number" not in problem.remedy
    rows.insert(1, ["注:专利号、申请号相同的只计一次;按申请号统计"])
    assert "像是统计表" in held(office, rows).reason


@pytest.mark.parametrize(
    ("printed", "code"),
    [("当湖", "330482001"), ("经开区(钟埭)", "330482002"), ("独山港镇(独山港区)", "330482108"), ("开发区", "330482002")],
)
def test_town_written_otherwise__is_its_unit(office: Office, printed: str, code: str) -> None:
    rows = [*TOWNS, town(printed), town("合计")]
    rows[2] = ["镇、街道", *rows[2][1:]]
    office.take(book({"表": rows}), "月报.xlsx")
    assert office.published("SELECT DISTINCT region, part_of FROM official_totals ORDER BY 1") == [
        ("330482", None), (code, "330482"),
    ]  # fmt: skip


def test_town_that_is_none__is_held_and_named(office: Office) -> None:
    problem = held(office, [*TOWNS, town("当湖街道"), town("黄姑镇")])
    assert "第7行的“黄姑镇”(A7)不是本市的镇(街道)或开发区" in problem.reason
    assert "regions" in problem.remedy


def test_total_across_both_label_columns__is_the_whole(office: Office) -> None:
    rows: list[list[Cell]] = [
        ["2023年全省各地区专利授权量"],
        ["地区", "市县名称", "专利类型", None, None, "申请人类型", None, None, None, None, "职务/非职务", None, "合计授权量"],
        [None, None, *TYPES[1:], "大专院校", "科研院所", "企业", "机关团体", "个人", "职务", "非职务"],
        ["嘉兴市", "合计", 3, 3, 3, None, None, 7, 1, 1, 8, 1, 9],
        [None, "平湖市", 3, 3, 3, None, None, 7, 1, 1, 8, 1, 9],
        ["全省合计", None, 3, 3, 3, None, None, 7, 1, 1, 8, 1, 9],
    ]
    office.take(book({"附件1": rows}), "附件1.xlsx")
    assert office.published("SELECT DISTINCT region, part_of FROM official_totals ORDER BY 1") == [
        ("330000", None), ("330400", "330000"), ("330482", "330400"),
    ]  # fmt: skip
