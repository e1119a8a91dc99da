"""bulletin.docx as python-docx reads it."""

from datetime import date
from io import BytesIO
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn

from tests.unit.bulletin.made_bulletin import LONG_FIRM, MANY, SCRIPT, make_bulletin
from transforms.bulletin.charts import draw
from transforms.bulletin.document import bulletin_document
from transforms.bulletin.document_tables import add_table
from transforms.bulletin.model import Bulletin, Column, Table


def bytes_of(bulletin: Bulletin) -> bytes:
    return bulletin_document(bulletin, {chart.key: draw(chart) for chart in bulletin.charts})


@pytest.fixture(scope="module")
def packed() -> bytes:
    return bytes_of(make_bulletin())


@pytest.fixture(scope="module")
def document(packed: bytes) -> Any:
    return Document(BytesIO(packed))


def test_document__head_and_foot_of_an_official_paper(document: Any) -> None:
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    for words in (
        "平湖市专利统计月报", "2013年第9期", "编制单位:平湖市科学技术局知识产权科", "审核:____", "报送范围:市委;各镇",
        "制表日期:2013年10月15日", "数据截至:2013年10月15日(发布版2013-09.1)", "1—9月,全市专利申请量1621件。", "二、企业(内部)",
    ):  # fmt: skip
        assert words in text


def test_document__a4_with_marks_on_every_page_and_page_number(document: Any) -> None:
    (page,) = document.sections
    assert (round(page.page_width.mm), round(page.page_height.mm)) == (210, 297)
    assert page.header.paragraphs[0].text.split() == ["示例数据", "内部资料", "注意保存"]
    assert "PAGE" in page.footer.paragraphs[0]._p.xml


def test_document__tables_repeat_their_head_rows(document: Any) -> None:
    heads = [
        sum(row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows if row._tr.trPr is not None)
        for table in document.tables
    ]
    assert heads == [2, 2, 2]
    assert len(document.tables[1].rows) == MANY + 2


def test_document__cells_as_written(document: Any) -> None:
    rows = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    assert rows[:2] == [["镇(街道)", "专利申请", "专利申请", "同比"], ["镇(街道)", "本年", "占比", "同比"]]
    assert rows[2:] == [
        [SCRIPT, "3", "9.99%", "增长25.0%"],
        [LONG_FIRM, "—", "—", "—"],
        ["=1+1 控制符", "12", "10.00%", "-0.5"],
    ]
    assert document.tables[2].rows[2].cells[0].text == "本年尚无事项"


def test_document__chinese_fonts_by_their_east_asian_names(document: Any) -> None:
    fonts = {font.get(qn("w:eastAsia")) for font in document.element.iter(qn("w:rFonts"))}
    assert fonts == {"仿宋", "黑体", "宋体"}
    assert {one.get(qn("w:eastAsia")) for one in document.styles.element.iter(qn("w:lang"))} == {"zh-CN"}


def test_document__charts_with_alternative_text(document: Any) -> None:
    words = [shape._inline.docPr.get("descr") for shape in document.inline_shapes]
    assert words == ["柱形图", "折线图", "折线图", "横条图"]


def test_document__same_content_same_bytes(packed: bytes) -> None:
    assert bytes_of(make_bulletin()) == packed


def widths_and_cells(*rows: tuple[str, date, str]) -> tuple[list[int], list[list[str]]]:
    """Column widths in fiftieths of a per cent, and the cells of a table of files."""
    columns = (Column("file", "文件", "text"), Column("on", "收到日期", "date"), Column("remedy", "处理办法", "text"))
    document = Document()
    add_table(document, Table("held", "待确认文件", "待确认文件", columns, rows))
    (table,) = document.tables
    cells = [[cell.text for cell in row.cells] for row in table.rows]
    return [int(cell.get(qn("w:w"))) for cell in table.rows[0]._tr.iter(qn("w:tcW"))], cells


def test_document__a_day_is_never_broken_by_long_texts_beside_it() -> None:
    widths, _ = widths_and_cells(("很长的文件名" * 20, date(2013, 7, 15), "很长的办法" * 40))
    # a line of 10 points holds 96 half-width characters; a day has 10, a wider font and the margins take 3.5
    assert widths[1] >= 5000 * 13.5 / 96 - 1


def test_document__lines_of_a_remedy_stay_lines() -> None:
    _, cells = widths_and_cells(
        ("甲.xlsx", date(2013, 7, 15), "内容例如:\n  source: general\n  basis: public_documents")
    )
    assert cells[1][2] == "内容例如:\n  source: general\n  basis: public_documents"
