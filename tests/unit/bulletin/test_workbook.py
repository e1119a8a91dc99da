"""`bulletin.xlsx` opened by another program: values, formats, layout, printing, and no text that became a formula."""

import zipfile
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.unit.bulletin.hand_made import AWKWARD, MONTHS, bulletin
from transforms.bulletin.model import Section
from transforms.bulletin.workbook import sheet_names, write_workbook
from transforms.bulletin.workbook_cells import number_to_write, safe_text

INTERNAL = write_workbook(bulletin("internal"))
SHAREABLE = write_workbook(bulletin("shareable"))


@pytest.fixture(scope="module")
def book() -> Any:
    return load_workbook(BytesIO(INTERNAL), rich_text=False)


def test_workbook__a_sheet_for_each_table_and_for_charts_alone(book: Any) -> None:
    names = ["综述", "各镇(街道)", "企业-名单(2013)---", "首次申请", "发明占比", "内部明细", "图表数据"]
    assert book.sheetnames == names
    assert load_workbook(BytesIO(SHAREABLE)).sheetnames == [name for name in names if name != "内部明细"]


def test_workbook__official_layout(book: Any) -> None:
    sheet = book["各镇(街道)"]
    assert sheet["A1"].value == "各镇(街道)专利申请情况"
    assert sheet["A2"].value == "数据截至:2013年10月15日    单位:件、%"
    assert {str(area) for area in sheet.merged_cells.ranges} == {
        "A1:H1", "A2:H2", "A3:A4", "B3:D3", "E3:E4", "F3:F4", "G3:G4", "H3:H4", "A9:H9",
    }  # fmt: skip
    assert [cell.value for cell in sheet[3]][:2] == ["统计单位", "1—9月累计"]
    assert [sheet[f"{letter}4"].value for letter in "BCD"] == ["申请量", "其中发明", "发明占比"]
    assert sheet["A8"].value == "全市"
    assert sheet["A8"].font.b
    assert not sheet["A7"].font.b
    assert (sheet["D5"].font.color.rgb, sheet["D6"].font.color.rgb) == ("FFB00000", "FF000000")
    assert book["首次申请"]["A4"].value == "无"
    assert sheet["A9"].value == "未归属:地址未写明镇(街道)。"
    assert sheet.freeze_panes == "B5"


def test_workbook__values_stay_numbers_in_the_format_of_their_kind(book: Any) -> None:
    sheet = book["各镇(街道)"]
    assert [cell.value for cell in sheet[5]] == ["当湖街道", 2291, 229, 0.0999, 0.1234, 0.52, 1, datetime(2013, 9, 30)]
    assert [cell.value for cell in sheet[6]] == ["新埭镇", 9, 1, 1 / 9, "增加3件", -1.31, 2, "—"]
    assert [cell.value for cell in sheet[7]] == ["广陈镇", "数据未到", 0, "—", "—", "—", "—", "—"]
    assert [cell.value for cell in sheet[8]] == ["全市", 2300, 230, 0.1, -0.0521, 0, "—", datetime(2013, 9, 30)]
    formats = [cell.number_format for cell in sheet[5]]
    assert formats == [
        "@", "0", "0", "0.00%", '"增长"0.0%;"下降"0.0%;"持平"', "+0.00;-0.00;0.00", "0", "yyyy-mm-dd",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "value", "written", "expected"),
    [
        ("percent", 229 / 2291, None, (229 / 2291, "0.00%")),
        ("percent", 229 / 2291, "9.99%", (0.0999, "0.00%")),
        ("percent", 0.123449, "12.34%", (0.123449, "0.00%")),
        ("percent", 2299 / 2300, "99.9%", (0.999, "0.0%")),
        ("percent", 0.5, "—", None),
        ("growth", -0.0521, "下降5.2%", (-0.0521, '"增长"0.0%;"下降"0.0%;"持平"')),
        ("growth", 0.0, "持平", (0.0, '"增长"0.0%;"下降"0.0%;"持平"')),
        ("growth", 0.75, "增加3件", None),
        ("growth", None, "增长7.0%", (0.07, '"增长"0.0%;"下降"0.0%;"持平"')),
        ("points", 0.52, "提高0.52个百分点", (0.52, "+0.00;-0.00;0.00")),
        ("points", -1.31, "−1.31", (-1.31, "+0.00;-0.00;0.00")),
        ("count", 1621, "1621件", (1621, '0"件"')),
        ("count", 1621, "1621件以上", None),
        ("count", 0.09996, "9.99%", (0.0999, "0.00%")),
        ("percent", 3, "3", None),
        ("count", None, None, None),
        ("count", None, "数据未到", None),
        ("count", 12345678901234567, None, None),
        ("count", float("nan"), None, None),
        ("text", 7, None, None),
    ],
)  # fmt: skip
def test_number_to_write(kind: Any, value: Any, written: str | None, expected: tuple[float, str] | None) -> None:
    found = number_to_write(kind, value, written)
    assert found == (None if expected is None else (pytest.approx(expected[0], abs=1e-12), expected[1]))


def test_workbook__text_is_never_a_formula_a_link_or_markup(book: Any) -> None:
    sheet = book["企业-名单(2013)---"]
    assert sheet["A1"].value == "=企业"
    names = [row[0] for row in sheet.iter_rows(min_row=4, max_row=3 + len(AWKWARD), max_col=1)]
    assert {cell.data_type for cell in names} == {"s"}
    assert all(cell.hyperlink is None for cell in names)
    assert [cell.value for cell in names][:6] == list(AWKWARD[:6])
    assert names[6].value == "坏\ufffd字\ufffd符"
    assert names[8].value == AWKWARD[8]
    assert names[8].alignment.wrap_text
    assert len(names[9].value) == 32_767
    assert names[9].value.endswith("(原文过长,以下从略)")
    assert len(names[10].value.encode("utf-16-le")) // 2 <= 32_767
    with zipfile.ZipFile(BytesIO(INTERNAL)) as parts:
        sheets = [name for name in parts.namelist() if name.startswith("xl/worksheets/sheet")]
        assert len(sheets) == 7
        assert not any(b"<f>" in parts.read(name) or b"<f " in parts.read(name) for name in sheets)
        assert b"_x005F_x0041_" in parts.read("xl/sharedStrings.xml")


def test_safe_text__keeps_what_people_write() -> None:
    assert safe_text("一种=+-@装置\t(甲)\r\n乙") == "一种=+-@装置\t(甲)\n乙"
    assert safe_text("\ud800") == "\ufffd"


def test_workbook__pages(book: Any) -> None:
    for sheet in book:
        assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.page_setup.fitToWidth in (None, 1)
        # a sheet with a chart is one page, others have as many as their rows take
        assert sheet.page_setup.fitToHeight == (None if sheet._charts else 0)
        assert (sheet.oddHeader.left.text, sheet.oddHeader.right.text) == ("示例数据", "内部资料 注意保存")
        assert sheet.oddFooter.left.text == "平湖市科学技术局R&&D科"
        assert sheet.oddFooter.right.text == "数据截至 2013-10-15"
        assert sheet.print_area
    assert book["各镇(街道)"].print_title_rows == "$3:$4"
    assert {sheet.oddHeader.right.text for sheet in load_workbook(BytesIO(SHAREABLE))} == {None}


def test_workbook__charts_are_excels_own_and_read_the_data_sheet(book: Any) -> None:
    charts = {sheet.title: sheet._charts for sheet in book if sheet._charts}
    assert {name: len(found) for name, found in charts.items()} == {"各镇(街道)": 1, "发明占比": 1}
    (lines,) = charts["发明占比"]
    assert [series.val.numRef.f for series in lines.series] == [f"图表数据!${letter}$9:${letter}$11" for letter in "BCDE"]
    rows = [list(row) for row in book["图表数据"].iter_rows(min_row=1, max_row=11, max_col=5, values_only=True)]
    assert rows[:5] == [
        ["各月申请量(件)", None, None, None, None],
        [None, "2013年", "2012年", None, None],
        ["1月", 178, 150, None, None],
        ["2月", None, 160, None, None],
        ["3月", 240, 170, None, None],
    ]
    assert rows[6:9] == [
        ["发明占比(%)", None, None, None, None],
        [None, "累计占比", "目标10%", "正常波动下限", "正常波动上限"],
        ["1月", 0.129, 0.1, 0.06, 0.14],
    ]


def test_workbook__overview_has_all_sentences_and_leads_to_the_sheets(book: Any) -> None:
    sheet = book["综述"]
    texts = [row[0] for row in sheet.iter_rows(values_only=True) if row[0]]
    assert texts[:3] == [
        "平湖市专利统计月报(2013年9月)",
        "第9期    平湖市科学技术局R&D科    2013年10月20日    内部资料 注意保存    示例数据",
        "1—9月,全市专利申请量2300件,占申请总量的10.00%。",
    ]
    assert "按受理日计数。\n数据截至2013年10月15日。" in texts
    assert "仅供科内。" in texts
    links = [cell.hyperlink.location for row in sheet.iter_rows() for cell in row if cell.hyperlink]
    assert links == [f"'{name}'!A1" for name in ("各镇(街道)", "企业-名单(2013)---", "首次申请", "发明占比", "内部明细")]
    shared = [row[0] for row in load_workbook(BytesIO(SHAREABLE))["综述"].iter_rows(values_only=True)]
    assert "仅供科内。" not in shared


def test_workbook__shareable_edition_holds_nothing_internal() -> None:
    with zipfile.ZipFile(BytesIO(SHAREABLE)) as parts:
        for name in parts.namelist():
            assert "未公布的某件".encode() not in parts.read(name), name
            assert "内部".encode() not in parts.read(name), name


def test_workbook__equal_bulletins_give_equal_bytes() -> None:
    assert write_workbook(bulletin("internal")) == INTERNAL


def test_sheet_names__what_excel_refuses() -> None:
    long = "很长的工作表名称" * 5
    names = sheet_names(["表", "表", "A", "a", "'引'", "", "综述", "History", long, long])
    assert names == ["表", "表(2)", "A", "a(2)", "引", "表(3)", "综述(2)", "History(2)", long[:31], long[:27] + "(2)"]


def test_workbook__a_unit_is_written_once() -> None:
    made = replace(bulletin("internal"), sections=(Section("months", "一、逐月", (replace(MONTHS, title_zh="各月申请量(件)"),)),))
    assert load_workbook(BytesIO(write_workbook(made)))["图表数据"]["A1"].value == "各月申请量(件)"
