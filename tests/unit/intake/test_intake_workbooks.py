"""Workbooks: cell values, row numbers, several sheets, and workbooks that cannot be read."""

import io
import re
import zipfile
from datetime import datetime

import pytest
import xlsxwriter
from made_files import HEADER, old_workbook, ole, record, rewritten, sheet, workbook
from taking_in import Intake

NAME = "受理_201301.xlsx"


def test_cells__dates_and_numbers_as_excel_holds_them(intake: Intake) -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet(book, [HEADER])
        target = book.worksheets()[0]
        day, scientific = book.add_format({"num_format": "yyyy/m/d"}), book.add_format({"num_format": "0.00E+00"})
        for row, number in enumerate((201320022825.4, 2013200228254, 201320022825), start=1):
            target.write_row(row, 0, record(row))
            target.write_number(row, 1, number, scientific)
            target.write_datetime(row, 2, datetime(2013, 1, 3), day)
            target.write_datetime(row, 3, datetime(2013, 1, 8, 13, 30), day)
            target.write_number(row, 8, 314200)

    rows = intake.rows(workbook(fill), NAME)
    assert rows["application_number"].to_list() == ["201320022825.4", "2013200228254", "201320022825"]
    assert rows["filing_date"].to_list() == ["2013-01-03"] * 3
    assert rows["acceptance_date"].to_list() == ["2013-01-08"] * 3
    assert rows["postcode"].to_list() == ["314200"] * 3


def test_cells__text_that_was_written_as_a_formula(intake: Intake) -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet(book, [HEADER])
        for column, cell in enumerate(record(1)):
            book.worksheets()[0].write_string(1, column, f'="{cell}"')

    rows = intake.rows(workbook(fill), NAME)
    assert rows["acceptance_date"].to_list() == ["2013.01.08"]
    assert rows["address"].to_list() == ["浙江省平湖市新仓镇永兴路1号"]


def test_formula__without_its_value_is_held_and_named(intake: Intake) -> None:
    """Programs that write workbooks leave the value to Excel; read now, the day would be blank."""

    def fill(book: xlsxwriter.Workbook) -> None:
        sheet(book, [HEADER, record(1), record(2)])
        book.worksheets()[0].write_formula("D3", "=C3", None, "2013-01-08")

    computed = workbook(fill)
    assert intake.rows(computed, NAME)["acceptance_date"].to_list() == ["2013.01.08", "2013-01-08"]
    for value in (b"", b"<v></v>", b"<v/>"):
        without = rewritten(computed, lambda xml, value=value: re.sub(rb' t="str"(><f>C3</f>)<v>.*?</v>', rb"\1" + value, xml))
        held = intake.held(without, NAME)
        assert "工作表“受理明细”的 D3 单元格是公式,但文件里没有算出的值" in held.reason
        assert "保存" in held.remedy


def test_formula__whose_value_is_the_empty_text_is_blank(intake: Intake) -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet(book, [HEADER, record(1)])
        book.worksheets()[0].write_formula("I2", '=IF(A2="","","")', None, "x")

    empty = rewritten(workbook(fill), lambda xml: xml.replace(b"<v>x</v>", b"<v></v>"))
    assert b'<v></v>' in zipfile.ZipFile(io.BytesIO(empty)).read("xl/worksheets/sheet1.xml")
    assert intake.rows(empty, NAME)["postcode"].to_list() == [None]


def test_surplus__a_remark_beside_the_table_is_no_torn_row(intake: Intake) -> None:
    rows = intake.rows(workbook(lambda book: sheet(book, [HEADER, record(1), [*record(2), "重复"]])), NAME)
    assert rows["surplus_cells"].null_count() == 2


def test_row_number__is_excels_under_leading_blank_rows_and_columns(intake: Intake) -> None:
    rows = intake.rows(workbook(lambda book: sheet(book, [HEADER, record(1), [], record(2)], top=5, left=3)), NAME)
    assert rows["row_number"].to_list() == [7, 9]
    assert rows["address"][0] == "浙江省平湖市新仓镇永兴路1号"


def test_column_letters__are_excels_under_leading_blank_columns(intake: Intake) -> None:
    said = "source: application_detail\ncolumns: {E: application_number, G: acceptance_date, J: applicants, K: address}"
    rows = intake.rows(workbook(lambda book: sheet(book, [record(1), record(2)], top=1, left=3)), NAME, said)
    assert rows["application_number"].to_list() == ["201320010001.1", "201320010002.1"]
    assert rows["row_number"].to_list() == [2, 3]


def test_blank_rows__a_million_formatted_ones_cost_nothing(intake: Intake) -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet(book, [HEADER, record(1)])
        yellow = book.add_format({"bg_color": "yellow"})
        for row in (*range(2, 2000), 1_048_575):
            book.worksheets()[0].write_blank(row, 0, None, yellow)

    rows = intake.rows(workbook(fill), NAME)
    assert rows["row_number"].to_list() == [2]


def test_sheets__each_is_read_and_empty_ones_are_ignored(intake: Intake) -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet(book, [HEADER, record(1)], "第一页")
        sheet(book, [], "空")
        sheet(book, [["平湖市专利申请受理明细"], HEADER, record(2), record(3)], "第二页")

    rows = intake.rows(workbook(fill), NAME)
    assert rows.select("sheet", "row_number").rows() == [("第一页", 2), ("第二页", 3), ("第二页", 4)]


def test_sheets__an_unrecognised_one_holds_all_and_is_named(intake: Intake) -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet(book, [HEADER, record(1)])
        sheet(book, [["本表数据为快报数"]], "说明")

    held = intake.held(workbook(fill), NAME)
    assert "工作表“说明”中没有找到表头" in held.reason
    # a sidecar speaks of the whole file, and the file is not to be thrown away
    assert held.remedy.startswith("如果工作表“说明”是说明、透视表或汇总,请把工作簿另存一份,删去这张工作表后放入收件箱")
    assert "source: general" not in held.remedy


def test_sheets__of_two_sources_are_held(intake: Intake) -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet(book, [HEADER, record(1)], "受理")
        sheet(book, [["专利号", "授权公告日", "专利权人"], ["ZL201320010001.1", "2013-05-01", "甲公司"]], "授权")

    reason = intake.held(workbook(fill), NAME).reason
    assert "“受理”是专利申请受理明细" in reason
    assert "“授权”是专利授权明细" in reason


@pytest.mark.parametrize("name", ["受理_201301.xls", "受理_201301.XLS"])
def test_old_workbook__is_read(intake: Intake, name: str) -> None:
    rows = [
        ["2013年1月"],
        [],
        list(HEADER),
        ["1", 201320022825.4, *record(1)[2:]],
        ["2", 201320022825.0, *record(2)[2:]],
    ]
    read = intake.rows(old_workbook("受理", rows), name)
    assert read["application_number"].to_list() == ["201320022825.4", "201320022825"]
    assert read["row_number"].to_list() == [4, 5]


def test_new_workbook__under_the_old_ending_is_still_a_workbook(intake: Intake) -> None:
    content = workbook(lambda book: sheet(book, [HEADER, record(1)]))
    assert intake.rows(content, "受理_201301.xls").height == 1


def test_stray_cell__far_from_the_table_is_held_and_named(intake: Intake) -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet(book, [HEADER, record(1)])
        book.worksheets()[0].write(1_048_575, 16_383, "x")

    assert "XFD1048576" in intake.held(workbook(fill), NAME).reason


@pytest.mark.parametrize(
    ("content", "name", "said"),
    [
        (workbook(lambda book: sheet(book, [HEADER, record(1)]))[:3000], NAME, "缺少结尾的目录"),
        (workbook(lambda book: sheet(book, [])), NAME, "没有任何内容"),
        (old_workbook("受理", [HEADER], is_locked=True), "a.xls", "打开密码"),
        (ole(b"", "EncryptedPackage"), NAME, "打开密码"),
        (old_workbook("受理", [HEADER])[:2000], "a.xls", "不完整或已损坏"),
    ],
    ids=["cut off", "empty", "locked .xls", "encrypted .xlsx", "cut off .xls"],
)
def test_unfit_workbook__is_held_with_what_was_found(intake: Intake, content: bytes, name: str, said: str) -> None:
    assert said in intake.held(content, name).reason


def test_damaged_workbook__broken_sheet_inside_is_held(intake: Intake) -> None:
    content = bytearray(workbook(lambda book: sheet(book, [HEADER, *(record(number) for number in range(1, 200))])))
    place = content.index(b"xl/worksheets/sheet1.xml") + 60
    content[place : place + 40] = bytes(40)
    assert "损坏" in intake.held(bytes(content), NAME).reason
