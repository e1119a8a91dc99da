"""The document as LibreOffice reads it."""

import re
from pathlib import Path

from tests.flows.bulletin import libreoffice
from tests.unit.bulletin.made_bulletin import make_bulletin
from transforms.bulletin.charts import draw
from transforms.bulletin.document import bulletin_document


@libreoffice.needed
def test_document__opens_in_libreoffice_with_marks_on_every_page(tmp_path: Path) -> None:
    bulletin, file = make_bulletin(), tmp_path / "bulletin.docx"
    file.write_bytes(bulletin_document(bulletin, {chart.key: draw(chart) for chart in bulletin.charts}))
    pages = libreoffice.printed_pages(file)
    assert 3 <= len(pages) <= 8
    for number, text in enumerate(pages, start=1):
        assert "示例数据" in text and "内部资料" in text
        assert f"—{number}—" in re.sub(r"\s", "", text)
    of_long_table = [text for text in pages if re.search(r"第\s*\d+\s*行", text)]
    assert len(of_long_table) >= 2
    assert all("镇(街道)" in text for text in of_long_table)
