"""Each layout of a published table, on a small sheet made by hand: expected values are written out, not computed."""

from published_tables import Office, book


def values(office: Office, region: str, *columns: str) -> dict[object, object]:
    """What was published of a region: (measure, period, patent type, applicant kind) -> value."""
    found = office.published(
        "SELECT measure, period, coalesce(patent_type, ''), coalesce(applicant_kind, ''), value"
        f" FROM official_totals WHERE region = '{region}'"
    )
    return {tuple(row[:4]): row[4] for row in found}


def test_composition__cells_of_two_shares(office: Office) -> None:
    rows = [
        ["国内外三种专利申请受理状况月表(2010年3月)"],
        [None, None, "合计", None, "发明", None, "实用新型", None, "外观设计", None],
        [None, None, *["申请量", "构成"] * 4],
        ["合计", "小计", 1000, "100", 400, "100", 350, "100", 250, "100"],
        [None, "职务", 600, "60", 300, "75", 200, "57.1", 100, "40"],
        [None, "非职务", 400, "40", 100, "25", 150, "42.9", 150, "60"],
        ["国内", "小计", 827, "100/82.7", 300, "100/75", 340, "100/97.1", 187, "100/74.8"],
        [None, "职务", 500, "60.5", 220, "73.3", 200, "58.8", 80, "42.8"],
        [None, "非职务", 327, "39.5", 80, "26.7", 140, "41.2", 107, "57.2"],
        ["国外", "小计", 173, "100/17.3", 100, "100/25", 10, "100/2.9", 63, "100/25.2"],
        [None, "职务", 100, "57.8", 80, "80", 0, "-", 20, "31.7"],
        [None, "非职务", 73, "42.2", 20, "20", 10, "100", 43, "68.3"],
    ]  # fmt: skip
    merged = ("A4:A6", "A7:A9", "A10:A12", "C2:D2", "E2:F2", "G2:H2", "I2:J2")
    read = office.take(book({"专月表3": rows}, merged), "专月表3.xlsx")
    assert read["region"].to_list() == ["国内外"] * 3 + ["000000"] * 3 + ["国外"] * 3
    domestic = values(office, "000000")
    assert len(domestic) == 12
    assert domestic["applications", "month", "", ""] == 827
    assert domestic["applications", "month", "utility_model", "职务"] == 200
    assert domestic["applications", "month", "design", "非职务"] == 107
    assert office.published("SELECT * FROM official_totals WHERE problem IS NOT NULL") == []
    assert office.published("SELECT DISTINCT month, part_of FROM official_totals WHERE region = '国外'") == [
        ("2010-03", "国内外")
    ]


def test_composition__wrong_share_of_the_total_is_said(office: Office) -> None:
    rows = [
        ["国内外三种专利申请受理状况月表(2010年3月)"],
        [None, None, "合计", None, "发明", None, "实用新型", None, "外观设计", None],
        [None, None, *["申请量", "构成"] * 4],
        ["合计", "小计", 100, "100", 40, "100", 35, "100", 25, "100"],
        ["国内", "小计", 80, "100/82.7", 30, "100/75", 30, "100/85.7", 20, "100/80"],
        ["国外", "小计", 20, "100/20", 10, "100/25", 5, "100/14.3", 5, "100/20"],
    ]
    office.take(book({"专月表3": rows}), "专月表3.xlsx")
    assert office.published("SELECT cell, problem FROM official_totals WHERE problem IS NOT NULL") == [
        ("C5", "第5行“合计/构成”(D5)为 100/82.7,算得 80.00%")
    ]


BY_APPLICANT = [
    ["国内专利申请受理状况表 2007年6月"],
    ["地区", "累计", "当年累计", "合计(当月)", "发明", "实用新型", "外观设计", "在三种专利申请中"],
    [None] * 7 + ["个人", "大专院校", "科研单位", "企业", "机关团体"],
    ["合计", 9000, 700, 100, 40, 35, 25, 20, 10, 10, 55, 5],
    ["广东", 5000, 400, 60, 20, 20, 20, 10, 5, 5, 38, 2],
    ["浙江", 4000, 300, 40, 20, 15, 5, 10, 5, 5, 17, 3],
    ["广州", 900, 100, 30, 10, 10, 10, 5, 5, 5, 15, None],
]


def test_regions_by_applicant__sub_provincial_city_is_kept_and_not_summed_twice(office: Office) -> None:
    office.take(book({"Sheet1": BY_APPLICANT}, ("H2:L2", "A2:A3", "B2:B3")), "国内状况.xls.xlsx")
    assert office.published("SELECT DISTINCT region, region_name, part_of FROM official_totals ORDER BY 1") == [
        ("000000", "合计", None), ("330000", "浙江", "000000"), ("440000", "广东", "000000"), ("440100", "广州", "440000"),
    ]  # fmt: skip
    canton = values(office, "440100")
    assert canton["applications", "all_time", "", ""] == 900
    assert canton["applications", "year_to_date", "", ""] == 100
    assert canton["applications", "month", "", "机关团体"] == 0  # a blank means none
    assert office.published("SELECT * FROM official_totals WHERE problem IS NOT NULL") == []


def test_regions_with_growth__title_says_type_and_measure(office: Office) -> None:
    rows = [
        ["国内发明专利授权状况表(2012年10月)"],
        ["地区", "当月累计", "当年累计", "同比增长", "总累计"],
        ["全国", 30, 300, "25.0%", 3000],
        ["浙江", 20, 200, "-", 2000],
        ["西藏", 10, 100, "900%", 1000],
    ]
    plan = office.plan(book({"表2": rows}), "表2.xlsx")
    assert (plan.profile.source, plan.feed_month, plan.part) == ("official_regions_with_growth", "2012-10", "grants/invention")
    office.take(book({"表2": rows}), "表2.xlsx")
    assert values(office, "540000") == {
        ("grants", "month", "invention", ""): 10, ("grants", "year_to_date", "invention", ""): 100,
        ("grants", "all_time", "invention", ""): 1000,
    }  # fmt: skip


def test_zhejiang_year__districts_in_the_city_proper_in_the_city(office: Office) -> None:
    rows = [
        ["2023年全省各地区专利授权量"],
        ["地区", "市县名称", "专利类型", None, None, "申请人类型", None, None, None, None, "职务/非职务", None, "合计授权量"],
        [None, None, "发明", "实用新型", "外观设计", "大专院校", "科研院所", "企业", "机关团体", "个人", "职务", "非职务"],
        ["杭州市", "合计", 9, 9, 9, 7, 3, 11, 1, 5, 22, 5, 27],
        [None, "市本级", 7, 7, 7, 7, 2, 8, 1, 3, 18, 3, 21],
        [None, "上城区", 4, 4, 4, 4, 1, 5, None, 2, 10, 2, 12],
        [None, "临安区", 3, 3, 3, 3, 1, 3, 1, 1, 8, 1, 9],
        [None, "桐庐县", 2, 2, 2, None, 1, 3, None, 2, 4, 2, 6],
        ["嘉兴市", "合计", 5, 5, 5, 1, 1, 10, 1, 2, 13, 2, 15],
        [None, "市本级", 2, 2, 2, 1, 1, 3, None, 1, 5, 1, 6],
        [None, "平湖市", 3, 3, 3, None, None, 7, 1, 1, 8, 1, 9],
        ["全省", "合计", 14, 14, 14, 8, 4, 21, 2, 7, 35, 7, 42],
    ]
    merged = ("A4:A8", "A9:A11", "A2:A3", "B2:B3", "C2:E2", "F2:J2", "K2:L2", "M2:M3")
    office.take(book({"附件1": rows}, merged), "2023年授权量.xlsx")
    assert office.published("SELECT DISTINCT region, part_of, month, period FROM official_totals ORDER BY 1") == [
        ("330000", None, "2023-12", "year_to_date"),
        ("330100", "330000", "2023-12", "year_to_date"),
        ("330101", "330100", "2023-12", "year_to_date"),
        ("330102", "330101", "2023-12", "year_to_date"),
        ("330112", "330101", "2023-12", "year_to_date"),
        ("330122", "330100", "2023-12", "year_to_date"),
        ("330400", "330000", "2023-12", "year_to_date"),
        ("330401", "330400", "2023-12", "year_to_date"),
        ("330482", "330400", "2023-12", "year_to_date"),
    ]
    assert values(office, "330482")["grants", "year_to_date", "", ""] == 9
    assert values(office, "330482")["grants", "year_to_date", "", "科研单位"] == 0
    assert office.published("SELECT * FROM official_totals WHERE problem IS NOT NULL") == []


def test_yearbook__types_marked_and_city_proper_with_a_triangle(office: Office) -> None:
    header = ["合计", "#发明", "实用新型", "外观设计"]
    rows = [
        ["10-2 分县区专利申请受理量和授权量(2014年)"],
        ["县区", "本年新增专利申请受理量", None, None, None, "本年新增专利授权量", None, None, None],
        [None, *header, *header],
        ["全市", 60, 10, 20, 30, 30, 5, 10, 15],
        ["△市区", 40, 5, 15, 20, 20, 3, 7, 10],
        ["德清县", 20, 5, 5, 10, 10, 2, 3, 5],
    ]
    office.take(book({"10-2": rows}, ("B2:E2", "F2:I2")), "年鉴10-2.xlsx")
    assert office.published("SELECT DISTINCT region, month FROM official_totals ORDER BY 1") == [
        ("330500", "2014-12"), ("330501", "2014-12"), ("330521", "2014-12"),
    ]  # fmt: skip
    assert values(office, "330501")["applications", "year_to_date", "invention", ""] == 5
    assert values(office, "330521")["grants", "year_to_date", "design", ""] == 5
    assert office.published("SELECT * FROM official_totals WHERE problem IS NOT NULL") == []


def test_towns__three_rows_of_headers_and_the_city_as_their_sum(office: Office) -> None:
    types = ["合计", "发明", "实用新型", "外观设计"]
    rows = [
        ["平湖市各镇(街道)专利情况月报(2013年8月)"],
        ["单位:件"],
        ["镇(街道)", "专利申请", *[None] * 7, "专利授权", *[None] * 7],
        [None, "当月", None, None, None, "本年累计", None, None, None, "当月", None, None, None, "本年累计"],
        [None, *types * 4],
        ["平湖经济开发区(钟埭街道)", 3, 1, 1, 1, 30, 10, 10, 10, 6, 2, 2, 2, 60, 20, 20, 20],
        ["独山港区", 3, 0, 2, 1, 30, 5, 15, 10, 0, None, None, None, 12, 2, 5, 5],
        ["其他", 1, 0, 0, 1, 4, 0, 2, 2, 1, 0, 1, 0, 3, 0, 2, 1],
        ["合 计", 7, 1, 3, 3, 64, 15, 27, 22, 7, 2, 3, 2, 75, 22, 27, 26],
        ["填报人:沈某某"],
    ]
    read = office.take(book({"月报": rows}), "月报.xlsx")
    assert read["out_of_scope"].to_list() == [None, None, None, None, "signature_row"]
    found = office.published("SELECT DISTINCT region, part_of, region_name FROM official_totals ORDER BY 1")
    assert found == [
        ("330482", None, "合 计"),
        ("330482000", "330482", "其他"),
        ("330482002", "330482", "平湖经济开发区(钟埭街道)"),
        ("330482108", "330482", "独山港区"),
    ]
    harbour = values(office, "330482108")
    assert harbour["applications", "year_to_date", "utility_model", ""] == 15
    assert harbour["grants", "month", "invention", ""] == 0
    assert harbour["grants", "year_to_date", "", ""] == 12
    assert office.published("SELECT cell FROM official_totals WHERE region = '330482108' AND value = 15") == [("H7",)]
    assert office.published("SELECT * FROM official_totals WHERE problem IS NOT NULL") == []
