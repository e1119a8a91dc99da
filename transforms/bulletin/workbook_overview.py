"""The first sheet: title, headline, every sentence of the bulletin, and where its tables are."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from transforms.bulletin.model import Bulletin, Paragraph, Section
from transforms.bulletin.workbook_cells import TONES, Styles, safe_text
from transforms.bulletin.workbook_pages import print_on_a4
from transforms.bulletin.workbook_table import LINE_HEIGHT, lines_needed

OVERVIEW = "综述"
_WIDTH = 108
_TALLEST = 400


def chinese_date(day: date) -> str:
    """2013年10月15日."""
    return f"{day.year}年{day.month}月{day.day}日"


def fill_overview(
    sheet: Any, styles: Styles, bulletin: Bulletin, sections: Sequence[Section], sheet_names: Sequence[str]
) -> None:
    """Write the overview; the names of the other sheets lead to them."""
    sheet.set_column(0, 0, _WIDTH)
    title = styles.style(font_name="黑体", font_size=18, align="center", font_color="#B00000", text_wrap=True)
    head = bulletin.masthead
    _line(sheet, 0, head.title_zh, title, height=36)
    facts = (head.issue_zh, head.issuer_zh, chinese_date(head.made_on), head.mark_zh, bulletin.notice)
    _line(sheet, 1, "    ".join(fact for fact in facts if fact), styles.style(align="center", bottom=2, bottom_color="#B00000"))
    row = _paragraph(sheet, styles, 3, bulletin.headline, bold=True)
    for section in sections:
        sentences = [part for part in section.parts if isinstance(part, Paragraph)]
        if sentences:
            _line(sheet, row + 1, section.title_zh, styles.style(font_name="黑体", font_size=12))
            row += 2
        for sentence in sentences:
            row = _paragraph(sheet, styles, row, sentence, bold=False)
    # the list of sheets is for the screen
    print_on_a4(sheet, row - 1, 0)
    if sheet_names:
        _line(sheet, row + 1, "本册各表", styles.style(font_name="黑体", font_size=12))
        row += 2
    link = styles.style(font_color="#1F4E79", underline=1)
    for name in sheet_names:
        sheet.write_url(row, 0, "internal:'" + name.replace("'", "''") + "'!A1", link, name)
        row += 1


def _paragraph(sheet: Any, styles: Styles, row: int, paragraph: Paragraph, *, bold: bool) -> int:
    style = styles.style(text_wrap=True, font_color=TONES[paragraph.tone], bold=bold or paragraph.tone != "plain", valign="top")
    text = safe_text(paragraph.text)
    _line(sheet, row, text, style, height=min(_TALLEST, LINE_HEIGHT * lines_needed(text, _WIDTH) + 4))
    return row + 1


def _line(sheet: Any, row: int, text: str, style: Any, height: float = LINE_HEIGHT + 4) -> None:
    sheet.set_row(row, height)
    sheet.write_string(row, 0, safe_text(text), style)
