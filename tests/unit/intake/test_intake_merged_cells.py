"""Cells merged over several rows of a workbook: their value is that of every row."""

import re
from collections.abc import Callable

import pytest
import xlsxwriter
from made_files import HEADER, old_workbook, record, rewritten, sheet, workbook
from taking_in import Intake

NAME = "受理_201301.xlsx"
TITLE = ["平湖市2013年1月专利申请受理明细"]


def merged(*ranges: str, rows: list[list[str]]) -> bytes:
    """A workbook with title and header in rows 1 and 2, where `ranges` are merged over what stands in their first cell."""

    def fill(book: xlsxwriter.Workbook) -> None:
        sheet(book, [TITLE, HEADER, *rows])
        target = book.worksheets()[0]
        for cells in ranges:
            first = cells.split(":")[0]
            target.merge_range(cells, [TITLE, HEADER, *rows][int(first[1:]) - 1][ord(first[0]) - ord("A")])

    return workbook(fill)


def test_merged__applicant_address_and_day_hold_for_each_row(intake: Intake) -> None:
    rows = [record(1), record(2, 受理日="", 申请人="", 地址=""), record(3, 受理日="", 申请人="", 地址=""), record(4)]
    taken = intake.rows(merged("D3:D5", "G3:G5", "H3:H5", rows=rows), NAME)
    assert taken["acceptance_date"].to_list() == ["2013.01.08"] * 4
    assert taken["applicants"].to_list() == ["平湖市某某箱包有限公司"] * 4
    assert taken["address"].to_list() == [
        *["浙江省平湖市新仓镇永兴路1号"] * 3, "浙江省平湖市新仓镇永兴路4号",
    ]  # fmt: skip


def _with_prefixes(xml: bytes) -> bytes:
    return re.sub(rb"<(/?)(?=\w)", rb"<\1x:", xml).replace(b" xmlns=", b" xmlns:x=")


def _in_single_quotes(xml: bytes) -> bytes:
    return re.sub(rb'="([^"]*)"', rb"='\1'", xml)


@pytest.mark.parametrize("rewrite", [_with_prefixes, _in_single_quotes])
def test_merged__in_xml_as_other_programs_write_it(intake: Intake, rewrite: Callable[[bytes], bytes]) -> None:
    rows = [record(1), record(2, 地址=""), record(3)]
    taken = intake.rows(rewritten(merged("H3:H4", rows=rows), rewrite), NAME)
    assert taken["address"].to_list() == [f"浙江省平湖市新仓镇永兴路{number}号" for number in (1, 1, 3)]


@pytest.mark.parametrize("batch_rows", [1, 2, 500_000])
def test_merged__over_the_border_of_two_batches(intake: Intake, batch_rows: int) -> None:
    rows = [record(1), record(2), record(3, 地址=""), record(4, 地址="")]
    taken = intake.rows(merged("H4:H6", rows=rows), NAME, batch_rows=batch_rows)
    assert taken["address"].to_list() == [f"浙江省平湖市新仓镇永兴路{number}号" for number in (1, 2, 2, 2)]


def test_merged__number_of_joint_applicants_is_read_once(intake: Intake) -> None:
    rows = [record(1), record(2, 序号="", 申请号="", 申请人="平湖市某某童车厂")]
    taken = intake.rows(merged("A3:A4", "B3:B4", rows=rows), NAME)
    assert taken["application_number"].to_list() == ["201320010001.1", None]


def test_merged__blank_rows_and_cells_left_blank_stay_so(intake: Intake) -> None:
    rows = [record(1), [], record(2, 地址=""), record(3, 地址="")]
    taken = intake.rows(merged("H3:H5", rows=rows), NAME)
    assert taken["row_number"].to_list() == [3, 5, 6]
    assert taken["address"].to_list() == ["浙江省平湖市新仓镇永兴路1号"] * 2 + [None]


def test_merged__title_and_header_are_not_repeated_below(intake: Intake) -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet(book, [TITLE, [], HEADER, [], record(1, 地址=""), record(2)])
        target = book.worksheets()[0]
        target.merge_range("A1:I2", TITLE[0])
        for column, name in enumerate(HEADER):
            target.merge_range(2, column, 3, column, name)

    taken = intake.rows(workbook(fill), NAME)
    assert taken["row_number"].to_list() == [5, 6]
    assert taken["address"].to_list() == [None, "浙江省平湖市新仓镇永兴路2号"]


def test_merged__under_leading_blank_columns(intake: Intake) -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet(book, [HEADER, record(1), record(2, 地址="")], left=3)
        book.worksheets()[0].merge_range("K2:K3", "浙江省平湖市新仓镇永兴路1号")

    assert intake.rows(workbook(fill), NAME)["address"].to_list() == ["浙江省平湖市新仓镇永兴路1号"] * 2


@pytest.mark.parametrize("left", [0, 2])
def test_merged__in_a_workbook_of_the_old_format(intake: Intake, left: int) -> None:
    lines = [HEADER, record(1), record(2, 地址=""), record(3)]
    rows = [[None] * left + list(line) for line in lines]
    place = left + HEADER.index("地址")
    content = old_workbook("受理明细", rows, merged=[(1, 2, place, place), (0, 0, left, left + 1)])
    assert intake.rows(content, NAME.replace("xlsx", "xls"))["address"].to_list() == [
        f"浙江省平湖市新仓镇永兴路{number}号" for number in (1, 1, 3)
    ]  # fmt: skip
