"""What a published table says is added up; its errors are said with their cells and never mended."""

from collections.abc import Sequence

from published_tables import Cell, Office, book

PROBLEMS = "SELECT cell, problem FROM official_totals WHERE problem IS NOT NULL ORDER BY row_number, cell"
CHANGDE = "month: 2017-07\n"
TYPES = ("合计", "发明", "实用新型", "外观设计")


def jilin(*rows: Sequence[Cell], month: str = "2013年5月份") -> bytes:
    """Columns B to L: 当年累计, 月累计, three types, growth, five kinds."""
    header = ["县(区)", "当年累计", "月累计", "发明", "实用新型", "外观设计", "同比增长100%", "大专院校", "科研单位", "工矿企业",
              "机关团体", "个人"]  # fmt: skip
    return book({"表七": [[f"表七 {month}吉林省各县(区)专利授权状况统计表"], ["单位:件"], header, *rows]})


def jiaxing(month: str, *rows: Sequence[Cell], what: str = "申请受理") -> bytes:
    """Columns B to K: month by type, year to date by type, last year, growth."""
    head = [
        [f"嘉兴市各县(市、区)专利{what}情况统计表({month})"],
        ["单位:件"],
        ["县(市、区)", "当月", None, None, None, "本年累计", None, None, None, "上年同期", "同比增长(%)"],
        [None, *TYPES, *TYPES],
    ]
    return book({"表": [*head, *rows]})


def test_types__that_do_not_add_up(office: Office) -> None:
    office.take(jilin(["南关区", 98, 7, 0, 7, 1, 48.5, 2, 0, 2, 0, 3], ["宽城区", 75, 3, 1, 1, 1, 0, 1, 1, 1, 0, 0]), "表七.xlsx")
    said = "第4行“月累计”(C4)为 7,三种专利之和为 8"
    assert office.published(PROBLEMS) == [(cell, said) for cell in ("C4", "D4", "E4", "F4")]


def test_kinds__that_do_not_add_up(office: Office) -> None:
    office.take(jilin(["南关区", 98, 7, 0, 7, 0, 48.5, 2, 0, 2, 0, 4]), "表七.xlsx")
    assert office.published(PROBLEMS)[0] == ("C4", "第4行“月累计”(C4)为 7,各类申请人之和为 8")
    assert [cell for cell, _ in office.published(PROBLEMS)] == ["C4", "H4", "I4", "J4", "K4", "L4"]


def zhejiang(service: int, personal: int) -> bytes:
    rows = [
        ["2023年全省各地区专利授权量"],
        ["地区", "市县名称", "专利类型", None, None, "申请人类型", None, None, None, None, "职务/非职务", None, "合计授权量"],
        [None, None, "发明", "实用新型", "外观设计", "大专院校", "科研院所", "企业", "机关团体", "个人", "职务", "非职务"],
        ["嘉兴市", "平湖市", 9, 0, 0, 1, 1, 3, 0, 4, service, personal, 9],
    ]
    return book({"附件1": rows})


def test_service__is_the_four_kinds_of_units(office: Office) -> None:
    office.take(zhejiang(6, 3), "2023.xlsx")
    problems = dict(office.published(PROBLEMS))
    assert problems["K4"] == "第4行“职务/非职务/职务”(K4)为 6,四类单位之和为 5"
    assert problems["L4"] == "第4行“职务/非职务/非职务”(L4)为 3,个人为 4"
    assert "M4" not in problems  # 6 + 3 is the total


def test_service_and_rest__are_the_total(office: Office) -> None:
    office.take(zhejiang(5, 5), "2023.xlsx")
    assert dict(office.published(PROBLEMS))["M4"] == "第4行“合计授权量”(M4)为 9,职务与非职务之和为 10"


def test_regions__whole_is_the_sum_of_its_nearest_parts(office: Office) -> None:
    parts = [["市本级", 5, 2, 2, 1, 5, 2, 2, 1], ["南湖区", 3, 1, 1, 1, 3, 1, 1, 1], ["秀洲区", 2, 1, 1, 0, 2, 1, 1, 0],
             ["平湖市", 4, 1, 2, 1, 4, 1, 2, 1]]  # fmt: skip
    office.take(jiaxing("2013年1月", ["全市", 9, 3, 4, 2, 9, 3, 4, 2], *parts), "1月.xlsx")
    assert office.published(PROBLEMS) == []
    office.records.clear()
    # the column summed blindly is 14: neither that nor the true sum
    office.take(jiaxing("2013年1月", ["全市", 14, 3, 9, 2, 14, 3, 9, 2], *parts), "1月.xlsx")
    assert dict(office.published(PROBLEMS))["B5"] == "第5行“当月/合计”(B5)为 14,所含 2 个地区之和为 9"
    assert {cell for cell, _ in office.published(PROBLEMS)} == {"B5", "D5", "F5", "H5"}


def test_months__year_to_date_is_last_month_plus_this(office: Office) -> None:
    office.take(jiaxing("2013年1月", ["平湖市", 4, 1, 2, 1, 4, 1, 2, 1]), "1月.xlsx")
    office.take(jiaxing("2013年2月", ["平湖市", 3, 1, 1, 1, 8, 2, 4, 2]), "2月.xlsx")
    problems = office.published(PROBLEMS)
    said = "第5行“本年累计/合计”(F5)累计 8,上月累计 4(1月.xlsx 第5行“本年累计/合计”(F5))加本月 3 为 7"
    assert ("F5", said) in problems and ("B5", said) in problems
    assert {cell for cell, _ in problems} == {"B5", "F5", "D5", "H5"}
    assert office.published("SELECT value FROM official_totals WHERE month = '2013-02' AND cell = 'F5'") == [(8,)]


def test_months__falling_year_to_date(office: Office) -> None:
    office.take(jiaxing("2013年1月", ["平湖市", 4, 1, 2, 1, 4, 1, 2, 1]), "1月.xlsx")
    office.take(jiaxing("2013年2月", ["平湖市", 0, 0, 0, 0, 3, 1, 1, 1]), "2月.xlsx")
    assert dict(office.published(PROBLEMS))["F5"] == (
        "第5行“本年累计/合计”(F5)累计 3,少于上月累计 4(1月.xlsx 第5行“本年累计/合计”(F5))"
    )


def test_months__a_new_year_starts_anew(office: Office) -> None:
    office.take(jiaxing("2012年12月", ["平湖市", 4, 1, 2, 1, 40, 10, 20, 10]), "12月.xlsx")
    office.take(jiaxing("2013年1月", ["平湖市", 4, 1, 2, 1, 4, 1, 2, 1]), "1月.xlsx")
    assert office.published(PROBLEMS) == []
    office.take(jiaxing("2014年1月", ["平湖市", 4, 1, 2, 1, 5, 1, 3, 1]), "2014.xlsx")
    assert dict(office.published(PROBLEMS))["F5"] == "第5行“本年累计/合计”(F5)累计 5,一月第5行“当月/合计”(B5)为 4"


def test_months__month_larger_than_the_year_to_date(office: Office) -> None:
    office.take(jilin(["南关区", 6, 7, 0, 7, 0, 48.5, 2, 0, 2, 0, 3]), "表七.xlsx")
    assert dict(office.published(PROBLEMS))["B4"] == "第4行“当年累计”(B4)累计 6,少于第4行“月累计”(C4) 7"


def test_months__rows_shifted_against_their_names_are_said(office: Office) -> None:
    names = ["海宁市", "桐乡市", "嘉善县"]
    january = [[10, 2, 5, 3, 10, 2, 5, 3], [40, 10, 20, 10, 40, 10, 20, 10], [70, 20, 30, 20, 70, 20, 30, 20]]
    february = [[10, 2, 5, 3, 20, 4, 10, 6], [40, 10, 20, 10, 80, 20, 40, 20], [70, 20, 30, 20, 140, 40, 60, 40]]
    office.take(jiaxing("2013年1月", *([name, *row] for name, row in zip(names, january, strict=True))), "1月.xlsx")
    shifted = february[1:] + february[:1]
    office.take(jiaxing("2013年2月", *([name, *row] for name, row in zip(names, shifted, strict=True))), "2月.xlsx")
    rows = office.published("SELECT DISTINCT row_number FROM official_totals WHERE problem LIKE '%累计%' ORDER BY 1")
    assert rows == [(5,), (6,), (7,)]


def test_growth__on_a_base_of_none_is_a_dash_and_no_value(office: Office) -> None:
    rows = [["平湖市", 4, 1, 2, 1, 4, 1, 2, 1, 0, "-"], ["海宁市", 6, 2, 2, 2, 6, 2, 2, 2, 4, 50]]
    office.take(jiaxing("2013年1月", *rows), "1月.xlsx")
    assert office.published(PROBLEMS) == []
    assert office.published("SELECT count(*) FROM official_totals") == [(18,)]
    assert office.published("SELECT value FROM official_totals WHERE period = 'same_period_last_year' ORDER BY 1") == [(0,), (4,)]


def test_growth__that_does_not_fit_its_counts(office: Office) -> None:
    office.take(jiaxing("2013年1月", ["海宁市", 6, 2, 2, 2, 6, 2, 2, 2, 4, "60.0%"]), "1月.xlsx")
    assert office.published(PROBLEMS) == [("F5", "第5行“同比增长(%)”(K5)为 60.0%,算得 50.00%")]


def test_growth__rounded_cut_or_stored_as_a_fraction_fits(office: Office) -> None:
    rows = [["海宁市", 5, 1, 2, 2, 5, 1, 2, 2, 3, "66.7"], ["桐乡市", 5, 1, 2, 2, 5, 1, 2, 2, 3, "66.6%"],
            ["嘉善县", 5, 1, 2, 2, 5, 1, 2, 2, 3, 0.667], ["海盐县", 3, 1, 1, 1, 3, 1, 1, 1, 4, -25]]  # fmt: skip
    office.take(jiaxing("2013年1月", *rows), "1月.xlsx")
    assert office.published(PROBLEMS) == []


def test_values__text_negative_and_broken_counts(office: Office) -> None:
    office.take(jiaxing("2013年1月", ["平湖市", 4, 1, "约2", 1, 4, 1, 2, 1], ["海宁市", 1.5, 1, 1, -1, 6, 2, 2, 2]), "1月.xlsx")
    problems = dict(office.published(PROBLEMS))
    assert problems["D5"] == "第5行“当月/实用新型”(D5)不是数字:“约2”"
    assert problems["B6"].startswith("第6行“当月/合计”(B6)不是整数:1.5")
    assert "第6行“当月/外观设计”(E6)是负数:-1" in problems["E6"]
    assert office.published("SELECT value FROM official_totals WHERE cell = 'D5'") == [(None,)]


def test_tables_after_the_release_month__are_not_in_it(office: Office) -> None:
    office.take(jiaxing("2013年1月", ["平湖市", 4, 1, 2, 1, 4, 1, 2, 1]), "1月.xlsx")
    office.take(jiaxing("2013年2月", ["平湖市", 3, 1, 1, 1, 7, 2, 3, 2]), "2月.xlsx")
    assert office.published("SELECT DISTINCT month FROM official_totals", month="2013-01") == [("2013-01",)]


def test_parts__larger_than_their_whole_though_no_sum_can_be_made(office: Office) -> None:
    rows: list[list[Cell]] = [
        ["国内发明专利授权状况表(2012年10月)"],
        ["地区", "当月累计", "当年累计", "同比增长", "总累计"],
        ["广东", 60, 400, "-", 5000],
        ["广州", 61, 100, "-", 900],
    ]
    office.take(book({"表2": rows}), "表2.xlsx")
    assert office.published(PROBLEMS) == [("B4", "第4行“当月累计”(B4)为 61,大于它所属的第3行“当月累计”(B3) 60")]


def test_months__total_since_the_beginning_goes_on_over_the_year(office: Office) -> None:
    def table(month: str, total: int) -> bytes:
        return book({"表2": [[f"国内发明专利授权状况表({month})"], ["地区", "当月累计", "当年累计", "同比增长", "总累计"],
                            ["浙江", 10, 10, "-", total]]})  # fmt: skip

    office.take(table("2012年12月", 1000), "12.xlsx")
    office.take(table("2013年1月", 1011), "1.xlsx")
    assert dict(office.published(PROBLEMS))["E3"] == (
        "第3行“总累计”(E3)累计 1011,上月累计 1000(12.xlsx 第3行“总累计”(E3))加本月 10 为 1010"
    )
