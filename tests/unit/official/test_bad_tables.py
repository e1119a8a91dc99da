"""Published tables that cannot be believed are held, and the sentence names the cell."""

from collections.abc import Sequence

import pytest
from published_tables import Cell, Office, book

from transforms.errors import DataError, Held
from transforms.intake import parse_profile

BANNER = "表七 2013年5月份吉林省各县(区)专利授权状况统计表"
HEADER = ["县(区)", "当年累计", "月累计", "发明", "实用新型", "外观设计", "同比增长100%", "大专院校", "科研单位", "工矿企业",
          "机关团体", "个人"]  # fmt: skip
ROWS: list[list[Cell]] = [
    ["南关区", 98, 7, 0, 7, 0, 48.5, 2, 0, 2, 0, 3],
    ["宽城区", 75, 18, 3, 15, 0, 59.6, 0, 0, 7, 0, 11],
    ["农安县", 12, 2, 0, 1, 1, 20, 0, 0, 1, 0, 1],
]


def held(office: Office, *rows: Sequence[Cell], name: str = "表七.xlsx", sidecar: str = "") -> Held:
    with pytest.raises(Held) as caught:
        office.take(book({"表七": rows}), name, sidecar)
    return caught.value


def changed(row: int, column: int, value: Cell) -> list[list[Cell]]:
    rows = [list(cells) for cells in ROWS]
    rows[row][column] = value
    return rows


def test_whole_table__is_taken(office: Office) -> None:
    assert office.take(book({"表七": [[BANNER], ["单位:件"], HEADER, *ROWS]}), "表七.xlsx")["region"].to_list() == [
        "220102", "220103", "220122",
    ]  # fmt: skip


def test_names_one_row_down__first_row_has_numbers_and_no_name(office: Office) -> None:
    names = [None, "南关区", "宽城区", "农安县"]
    rows = [[name, *row[1:]] for name, row in zip(names, [*ROWS, [None] * 12], strict=True)]
    problem = held(office, [BANNER], ["单位:件"], HEADER, *rows)
    assert "第4行有数字而没有地区名(A4),可能错行" in problem.reason


def test_columns_one_to_the_right__name_stands_among_the_numbers(office: Office) -> None:
    problem = held(office, [BANNER], ["单位:件"], HEADER, *([number, *row[:-1]] for number, row in enumerate(ROWS, start=1)))
    assert "第4行的地区名是数字“1”(A4),可能错列" in problem.reason


def test_row_of_text__is_named(office: Office) -> None:
    problem = held(office, [BANNER], ["单位:件"], HEADER, ROWS[0], ["宽城区", *["见附表"] * 11], ROWS[2])
    assert "第5行“当年累计”(B5)应为数字,却是“见附表”,整行大多如此" in problem.reason


def test_column_of_text__is_named(office: Office) -> None:
    problem = held(office, [BANNER], ["单位:件"], HEADER, *([*row[:3], "发明", *row[4:]] for row in ROWS))
    assert "第4行“发明”(D4)应为数字,却是“发明”,整列大多如此" in problem.reason


def test_one_text_among_numbers__is_flagged_not_held(office: Office) -> None:
    rows = office.take(book({"表七": [[BANNER], ["单位:件"], HEADER, *changed(1, 4, "十五")]}), "表七.xlsx")
    assert rows["unreadable"].to_list() == [None, "“实用新型”(E5)不是数字:“十五”", None]


def test_region_twice__is_held(office: Office) -> None:
    problem = held(office, [BANNER], ["单位:件"], HEADER, *ROWS, ["南 关区", *ROWS[0][1:]])
    assert "第4行“南关区”和第7行“南 关区”是同一地区" in problem.reason


def test_unit_missing__is_held(office: Office) -> None:
    assert "没有写明计量单位" in held(office, [BANNER], HEADER, *ROWS).reason


def test_other_unit__is_held(office: Office) -> None:
    assert "计量单位是“百件”,不是件" in held(office, [BANNER], ["单位:百件"], HEADER, *ROWS).reason


def test_month_missing__is_held_until_a_sidecar_says_it(office: Office) -> None:
    rows = [[BANNER.replace("2013年5月份", "")], ["单位:件"], HEADER, *ROWS]
    problem = held(office, *rows)
    assert "哪个月份" in problem.reason and "month: 2013-09" in problem.remedy
    assert office.take(book({"表七": rows}), "表七.xlsx", "month: 2013-05\n")["month"].to_list() == ["2013-05"] * 3


def test_span_from_january__is_its_last_month(office: Office) -> None:
    for title in ("2013年1-5月", "2013年1月至5月", "2013年1—5月份"):
        plan = office.plan(book({"表七": [[BANNER.replace("2013年5月份", title)], ["单位:件"], HEADER, *ROWS]}), "表七.xlsx")
        assert plan.feed_month == "2013-05", title
    assert "几个月的合并数据" in held(office, [BANNER.replace("5月份", "3-5月")], ["单位:件"], HEADER, *ROWS).reason


@pytest.mark.parametrize(
    ("old", "new"), [("发明", None), ("发明", "发明专利数"), ("当年累计", "月累计"), ("县(区)", "发明")],
)
def test_header_merged_or_renamed__names_what_is_missing(office: Office, old: str, new: str | None) -> None:
    header = [new if cell == old else cell for cell in HEADER]
    problem = held(office, [BANNER], ["单位:件"], header, *ROWS)
    assert f"第3行的表头里没有:{old}。" in problem.reason
    assert "个人(L)" in problem.reason
    assert "data/sources/" in problem.remedy


def test_title_without_measure__is_held(office: Office) -> None:
    types = ["合计", "发明", "实用新型", "外观设计"]
    problem = held(
        office,
        ["嘉兴市各县(市、区)专利申请受理情况和授权情况(2013年1月)"], ["单位:件"],
        ["县(市、区)", "当月", None, None, None, "本年累计", None, None, None, "上年同期", "同比增长(%)"], [None, *types, *types],
        ["平湖市", 4, 1, 2, 1, 4, 1, 2, 1],
    )  # fmt: skip
    assert "标题看不出是申请还是授权" in problem.reason


def test_word_of_a_row_unknown__is_held(office: Office) -> None:
    rows: list[list[Cell]] = [
        ["国内外三种专利申请受理状况月表(2010年3月)"],
        [None, None, "合计", None, "发明", None, "实用新型", None, "外观设计", None],
        [None, None, *["申请量", "构成"] * 4],
        ["国内", "小计", 8, "100", 3, "100", 3, "100", 2, "100"],
        [None, "其他", 5, "60.5", 2, "73.3", 2, "58.8", 1, "42.8"],
    ]
    assert "第5行的“其他”(B5)不是这种表的分项" in held(office, *rows).reason


def test_two_sheets_of_one_table__are_held(office: Office) -> None:
    sheet = [[BANNER], ["单位:件"], HEADER, *ROWS]
    with pytest.raises(Held, match="同一种表"):
        office.plan(book({"一": sheet, "二": sheet}), "表七.xlsx")


def test_sheet_of_another_kind_beside_it__is_held(office: Office) -> None:
    with pytest.raises(Held, match="工作表“合同”没有认出来"):
        office.plan(book({"表七": [[BANNER], ["单位:件"], HEADER, *ROWS], "合同": [["合同号", "金额"], ["A1", 3]]}), "表七.xlsx")


LAYOUT = """source: official_test
label_zh: 试
provenance: made for a test
basis: official_aggregate
coverage: month
table: official_totals
month_from: [banner]
layout:
  title: 试
  header_rows: 1
  within: '33'
  unit: stated
  labels: {地区: region}
  blanks: zero
  adds_up: none
  columns:
    合计: {measure: grants, period: month}
"""


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("  title: 试", "  title: '('", 9, "正则表达式"),
        ("period: month}", "period: week}", 17, "week"),
        (", period: month", "", 9, "没有说明 period"),
        ("{地区: region}", "{地区: group}", 9, "region"),
        ("  blanks: zero\n", "", 9, "blanks"),
        ("  adds_up: none", "  adds_up: none\n  row_words: {小计: {}}", 9, "row_words"),
        ("period: month}", "period: month}\n    总计: {measure: grants, period: month}", 9, "同一个数"),
        ("layout:", "events: [grant]\nlayout:", 8, "events"),
    ],
)
def test_mistake_in_a_layout__names_file_and_line(old: str, new: str, line: int, said: str) -> None:
    assert parse_profile(LAYOUT, "official_test.yml").layout is not None
    assert old in LAYOUT
    with pytest.raises(DataError) as caught:
        parse_profile(LAYOUT.replace(old, new), "official_test.yml")
    assert (caught.value.file, caught.value.line) == ("official_test.yml", line)
    assert said in str(caught.value)


def test_table_without_rows__is_taken_and_has_none(office: Office) -> None:
    rows = office.take(book({"表七": [[BANNER], ["单位:件"], HEADER, ["填报人:沈某某"]]}), "表七.xlsx")
    assert rows["out_of_scope"].to_list() == ["signature_row"]


def test_office_that_fills_in__is_no_unit(office: Office) -> None:
    office.take(book({"表七": [[BANNER], ["填报单位:吉林省某局", "单位:件"], HEADER, *ROWS]}), "表七.xlsx")
    assert "没有写明计量单位" in held(office, [BANNER], ["填报单位:吉林省某局"], HEADER, *ROWS).reason


def test_text_file__is_read_like_a_workbook(office: Office) -> None:
    lines = [[BANNER], ["单位:件"], HEADER, *ROWS, ["注:本表不含在途件"]]
    text = "\n".join(",".join("" if cell is None else str(cell) for cell in line) for line in lines)
    rows = office.take(text.encode("gb18030"), "表七.csv")
    assert rows["out_of_scope"].to_list() == [None, None, None, "signature_row"]
    assert office.published("SELECT value FROM official_totals WHERE cell = 'B4'") == [(98,)]


def test_sidecar_that_names_columns__is_held(office: Office) -> None:
    problem = held(office, [BANNER], ["单位:件"], HEADER, *ROWS, sidecar="columns: {发明: title}\n")
    assert "统计表不用它们" in problem.reason


def test_footnote_marks__are_no_part_of_a_name(office: Office) -> None:
    rows = office.take(book({"表七": [[BANNER], ["单位:件"], HEADER, *changed(2, 0, "其中:农安县①")]}), "表七.xlsx")
    assert rows["region"].to_list()[2] == "220122"
    assert rows["region_name"].to_list()[2] == "其中:农安县①"


def test_name_missing_in_the_middle__is_held_not_filled(office: Office) -> None:
    assert "第5行有数字而没有地区名(A5)" in held(office, [BANNER], ["单位:件"], HEADER, *changed(1, 0, None)).reason


def test_formula_that_failed__is_no_blank(office: Office) -> None:
    office.profiles = [parse_profile(LAYOUT, "official_test.yml")]
    rows = [["试 2013年5月 单位:件"], ["地区", "合计"], ["平湖市", " #REF!"], ["海宁市", "—"], ["桐乡市", 3]]
    with pytest.raises(Held, match="B3.应为数字,却是“#REF!”"):
        office.take(book({"表": rows}), "试.xlsx")


@pytest.mark.parametrize(("blanks", "values"), [("zero", [0, 0, 3]), ("missing", [3])])
def test_blanks__mean_what_the_layout_says(office: Office, blanks: str, values: list[int]) -> None:
    office.profiles = [parse_profile(LAYOUT.replace("blanks: zero", f"blanks: {blanks}"), "official_test.yml")]
    rows = [["试 2013年5月 单位:件"], ["地区", "合计"], ["平湖市", None], ["海宁市", "—"], ["桐乡市", 3]]
    assert office.take(book({"表": rows}), "试.xlsx").height == 3
    assert office.published("SELECT value FROM official_totals ORDER BY cell") == [(value,) for value in values]
