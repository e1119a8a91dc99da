"""The workbook as LibreOffice prints it: what a reader sees in the cells, on every page whose it is."""

from pathlib import Path

from tests.flows.bulletin import libreoffice
from tests.unit.bulletin.hand_made import bulletin
from transforms.bulletin.workbook import write_workbook


@libreoffice.needed
def test_workbook__opens_in_libreoffice_and_reads_as_officers_write(tmp_path: Path) -> None:
    file = tmp_path / "bulletin.xlsx"
    file.write_bytes(write_workbook(bulletin("internal")))
    pages = libreoffice.printed_pages(file)
    assert 7 <= len(pages) <= 40
    for number, text in enumerate(pages, start=1):
        assert "示例数据" in text and "内部资料 注意保存" in text and "数据截至 2013-10-15" in text
        assert f"第 {number} 页" in text
    (units,) = [text for text in pages if "各镇(街道)专利申请情况" in text]
    lines = {line.split()[0]: line.split() for line in units.splitlines() if line.strip()}
    assert lines["当湖街道"][:8] == ["当湖街道", "2291", "229", "9.99%", "增长12.3%", "+0.52", "1", "2013-09-30"]
    assert lines["新埭镇"][3:6] == ["11.11%", "增加3件", "-1.31"]
    assert lines["广陈镇"][1:4] == ["数据未到", "0", "—"]
    assert lines["全市"][1:6] == ["2300", "230", "10.00%", "下降5.2%", "0.00"]
    assert "各月申请量" in units  # the chart stands on the page of its table
