"""`detail.xlsx` of a hand-made release: every patent with its file and row, and a clear sentence where rows are left out."""

from datetime import date, datetime
from io import BytesIO
from typing import Any

import duckdb
import pytest
from openpyxl import load_workbook

from expectations.contracts import load_contracts
from flows.publishing.describe import create_table
from transforms.bulletin.detail import Stamp, write_detail

STAMP = Stamp("2013-09", date(2013, 10, 15), "示例数据")
FILE = "明细_201309.xlsx"
# patent, event, day, month, basis, in_territory, row
EVENTS = (
    ("201310000001.1", "application", date(2013, 9, 2), "2013-09", "receipt_records", True, 7),
    ("201210000002.2", "application", date(2012, 12, 30), "2012-12", "receipt_records", True, 8),
    ("201110000003.3", "grant", date(2013, 1, 9), "2013-01", "receipt_records", True, 9),
    ("201110000003.3", "grant", date(2013, 1, 9), "2013-01", "public_documents", True, 10),
    ("201310000004.4", "application", date(2013, 9, 3), "2013-09", "receipt_records", False, 11),
    ("201310000005.5", "application", date(2013, 10, 1), "2013-10", "receipt_records", True, 12),
)


@pytest.fixture(scope="module")
def release() -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect()
    for contract in load_contracts():
        create_table(connection, contract)
    for patent, event, day, month, basis, inside, row in EVENTS:
        connection.execute(
            "INSERT INTO patent_events BY NAME SELECT ? AS patent_id, ? AS event, ? AS event_on, ? AS counting_month,"
            " ? AS reported_month, ? AS basis, 'invention' AS patent_type, '=甲公司' AS first_applicant,"
            " '企业' AS applicant_kind, '当湖街道' AS unit_name, 'town_name' AS location_rule,"
            " 'high' AS location_confidence, ? AS in_territory, 'd1' AS delivery_id, '受理' AS sheet, ? AS row_number",
            [patent, event, day, month, month, basis, inside, row],
        )
    connection.execute(
        "INSERT INTO patents BY NAME SELECT DISTINCT patent_id, patent_id AS application_number,"
        " '-一种' || chr(7) || '装置' AS title, patent_type, applicant_kind, in_territory, basis AS bases FROM patent_events"
        " WHERE patent_id <> '201110000003.3' OR basis = 'receipt_records'"
    )
    connection.execute(
        "INSERT INTO deliveries BY NAME SELECT 'd1' AS delivery_id, ? AS file_name, DATE '2013-10-15' AS received_on,"
        " 'accepted' AS state, 9 AS rows_read UNION ALL BY NAME SELECT 'd2' AS delivery_id, '看不懂.xlsx' AS file_name,"
        " DATE '2013-10-15' AS received_on, 'held' AS state, '没有已知来源' AS reason, '放一个旁注' AS remedy",
        [FILE],
    )
    connection.execute(
        "INSERT INTO quarantine VALUES ('d1', ?, '受理', 20, 'wrong_check_digit', '校验位不符', '{\"名称\":\"@甲\"}')", [FILE]
    )
    connection.execute(
        "INSERT INTO deductions BY NAME SELECT '201310000001.1' AS patent_id, 'application' AS event,"
        " '2013-09' AS counting_month, '2013-10' AS reported_month, '视为撤回' AS reason, DATE '2013-10-10' AS received_on,"
        " DATE '2013-10-08' AS deducted_on, DATE '2013-10-10' AS known_on, '企业' AS applicant_kind, 'x' AS counting_rule,"
        " 'invention' AS patent_type, true AS effective, 'd1' AS delivery_id, '' AS sheet, 3 AS row_number"
    )
    connection.execute(
        "INSERT INTO reconciliation_rows BY NAME SELECT '2013-09' AS month, 'applications' AS measure,"
        " 'late_arrival' AS cause, 1 AS effect, '201310000001.1' AS patent_id,"
        " '2013-10' AS reported_month, 'd1' AS delivery_id, '' AS sheet, 7 AS row_number"
    )
    return connection


def written(release: duckdb.DuckDBPyConnection, most_rows: int = 1000) -> Any:
    return load_workbook(BytesIO(write_detail(release, STAMP, most_rows)))


def rows_of(book: Any, sheet: str, *columns: str) -> list[tuple[Any, ...]]:
    _, header, *rows = book[sheet].iter_rows(values_only=True)
    return [tuple(row[header.index(column)] for column in columns) for row in rows]


def test_detail__each_patent_of_the_year_with_file_and_row(release: duckdb.DuckDBPyConnection) -> None:
    book = written(release)
    assert book.sheetnames == [
        "申请", "授权", "公布", "不属本市", "扣减", "对账明细", "待核记录", "行提示", "待确认文件", "收到的文件",
    ]  # fmt: skip
    place = ("事件日期", "申请号", "专利类型", "数据来源口径", "文件名", "工作表", "行号")
    day = datetime(2013, 9, 2)
    assert rows_of(book, "申请", *place) == [(day, "201310000001.1", "发明", "受理授权明细", FILE, "受理", 7)]
    assert rows_of(book, "授权", "申请号", "数据来源口径", "行号") == [
        ("201110000003.3", "公开文献", 10),
        ("201110000003.3", "受理授权明细", 9),
    ]
    assert rows_of(book, "公布", "申请号") == []
    assert rows_of(book, "不属本市", "事件", "申请号", "行号") == [("申请", "201310000004.4", 11)]
    assert rows_of(book, "扣减", "申请号", "扣减原因", "是否扣减", "行号") == [("201310000001.1", "视为撤回", "是", 3)]
    assert rows_of(book, "对账明细", "指标", "差额原因", "影响", "申请号") == [("申请量", "跨月下发", 1, "201310000001.1")]
    assert rows_of(book, "待核记录", "文件名", "行号", "规则", "原始内容") == [(FILE, 20, "wrong_check_digit", '{"名称":"@甲"}')]
    assert rows_of(book, "待确认文件", "文件名", "原因", "处理办法") == [("看不懂.xlsx", "没有已知来源", "放一个旁注")]
    assert rows_of(book, "收到的文件", "文件名", "读入行数") == [(FILE, 9)]


def test_detail__marked_frozen_filtered_and_no_formula(release: duckdb.DuckDBPyConnection) -> None:
    book = written(release)
    for sheet in book:
        assert sheet["A1"].value.startswith("内部资料 注意保存  示例数据  ")
        assert (sheet.freeze_panes, sheet.print_title_rows) == ("A3", "$2:$2")
        assert (sheet.oddHeader.left.text, sheet.oddHeader.right.text) == ("示例数据", "内部资料 注意保存")
        assert sheet.auto_filter.ref.startswith("A2:")
        assert not [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    assert rows_of(book, "申请", "名称", "第一申请人") == [("-一种\ufffd装置", "=甲公司")]


def test_detail__says_what_it_leaves_out(release: duckdb.DuckDBPyConnection) -> None:
    book = written(release, most_rows=1)
    assert len(rows_of(book, "授权", "行号")) == 1
    assert book["授权"]["A1"].value == (
        "内部资料 注意保存  示例数据  本年专利授权(2013-09,数据截至2013-10-15)  共2行  本表只列前1行,其余1行未列;"
        "全部内容在发布版文件夹的 tables 中,或用 ipstats query --format parquet 取出"
    )
    assert book["申请"]["A1"].value.endswith("共1行")


def test_detail__equal_releases_give_equal_bytes(release: duckdb.DuckDBPyConnection) -> None:
    assert write_detail(release, STAMP, 1000) == write_detail(release, STAMP, 1000)
