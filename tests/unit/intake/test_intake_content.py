"""Content that is not what the ending claims."""

import pytest
from made_files import HEADER, feed, ole, record, sheet, workbook
from taking_in import Intake

BOOK = workbook(lambda book: sheet(book, [HEADER, record(1)]))


@pytest.mark.parametrize(
    ("name", "content", "found"),
    [
        ("a.xls", b"%PDF-1.4\n", "PDF"),
        ("a.xls", b"<html><body><table><tr><td>1</td></tr></table>", "HTML"),
        ("a.xls", "\ufeff\n<!DOCTYPE html>".encode(), "HTML"),
        ("a.xls", b'<?xml version="1.0"?><Workbook/>', "XML"),
        ("a.xls", feed().encode(), "文本"),
        ("a.XLSX", feed().encode(), "文本"),
        ("a.csv", BOOK, "Excel 工作簿(.xlsx)"),
        ("a.txt", ole(b"", "Workbook"), "Excel 工作簿(.xls)"),
        ("a.xls", ole(b"", "WordDocument"), "Word 文档"),
        ("a.xlsx", BOOK.replace(b"xl/workbook.xml", b"word/documentxm"), "Word 文档"),
        ("a.csv", b"\x89PNG\r\n\x1a\n", "图片"),
        ("a.csv", b"Rar!\x1a\x07", "RAR"),
        ("a.docx", BOOK, ".docx 不在可读之列"),
        ("无后缀", feed().encode(), "(无后缀)"),
    ],
)
def test_content__contradicting_the_ending_is_held(intake: Intake, name: str, content: bytes, found: str) -> None:
    held = intake.held(content, name)
    assert found in held.reason
    assert "另存为" in held.remedy


def test_content__under_a_name_inside_a_zip(intake: Intake) -> None:
    assert intake.rows(feed(), "一月.zip/受理_201301.csv").height == 3
