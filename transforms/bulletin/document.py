"""`bulletin.docx`: the bulletin as offices circulate it, on A4 with 期号, 编制单位, 审核, 报送范围 and 制表日期."""

import io
from collections.abc import Mapping
from datetime import datetime, time
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.shared import Mm, Pt

from transforms.bulletin import office_format as form
from transforms.bulletin import wording
from transforms.bulletin.chart_model import Chart
from transforms.bulletin.charts import Drawing
from transforms.bulletin.document_tables import add_table, tone_colour
from transforms.bulletin.model import Bulletin, Paragraph, Part, Section
from transforms.bulletin.office_format import FANGSONG, HEI, RED, SONG, set_spacing, write

_WIDTH, _HEIGHT, _SIDE, _TOP, _BOTTOM = Mm(210), Mm(297), Mm(18), Mm(25), Mm(20)
_INNER = Mm(174)
_HALF_CHART, _WIDE_CHART = Mm(79), Mm(125)
# where the second column of the foot begins: the longer of its sentences still ends on the line
_SECOND = Mm(78)


def bulletin_document(bulletin: Bulletin, drawings: Mapping[str, Drawing]) -> bytes:
    """The document's bytes; `drawings` are its charts by key."""
    document = Document()
    _set_up(document, bulletin)
    _head(document, bulletin)
    for section in bulletin.sections:
        _section(document, section, drawings)
    _foot(document, bulletin)
    packed = io.BytesIO()
    document.save(packed)
    return form.with_fixed_times(packed.getvalue())


def _set_up(document: Any, bulletin: Bulletin) -> None:
    form.set_language(document)
    page = document.sections[0]
    page.page_width, page.page_height = _WIDTH, _HEIGHT
    page.left_margin = page.right_margin = _SIDE
    page.top_margin, page.bottom_margin = _TOP, _BOTTOM
    marks = "    ".join(words for words in (bulletin.notice, bulletin.masthead.mark_zh) if words)
    header = page.header.paragraphs[0]
    header.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    write(header, marks, HEI, 10, colour=RED)
    form.add_page_number(page.footer.paragraphs[0])
    properties, made_at = document.core_properties, datetime.combine(bulletin.masthead.made_on, time())
    properties.title = f"{bulletin.masthead.title_zh} {bulletin.masthead.issue_zh}"
    properties.author, properties.comments = bulletin.masthead.issuer_zh, bulletin.notice
    properties.language, properties.created, properties.modified = "zh-CN", made_at, made_at


def _head(document: Any, bulletin: Bulletin) -> None:
    masthead = bulletin.masthead
    title = document.add_paragraph()
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    set_spacing(title, before=6, after=6)
    write(title, masthead.title_zh, SONG, 32, bold=True, colour=RED)
    issue = document.add_paragraph()
    issue.alignment = WD_ALIGN_PARAGRAPH.CENTER
    write(issue, masthead.issue_zh, FANGSONG, 14)
    imprint = document.add_paragraph()
    imprint.paragraph_format.tab_stops.add_tab_stop(_INNER, WD_TAB_ALIGNMENT.RIGHT)
    write(imprint, f"{masthead.issuer_zh}\t{wording.day_text(masthead.made_on)}", FANGSONG, 14)
    form.underline_red(imprint)
    subject = document.add_paragraph()
    subject.alignment = WD_ALIGN_PARAGRAPH.CENTER
    set_spacing(subject, before=16, after=10)
    write(subject, bulletin.subject_zh, SONG, 20, bold=True)
    _sentence(document, bulletin.headline, 14)


def _section(document: Any, section: Section, drawings: Mapping[str, Drawing]) -> None:
    heading = document.add_heading(level=1)
    set_spacing(heading, before=14, after=6, keep=True)
    write(heading, section.title_zh + ("(内部)" if section.internal else ""), HEI, 15, colour=form.BLACK)
    row: Any = None
    for part in section.parts:
        row = _part(document, part, drawings, row)


def _part(document: Any, part: Part, drawings: Mapping[str, Drawing], row: Any) -> Any:
    """Add one part; returns the paragraph in which a second small chart may stand beside the first."""
    if isinstance(part, Paragraph):
        _sentence(document, part, 12)
        return None
    if not isinstance(part, Chart):
        add_table(document, part)
        return None
    is_second = row is not None and not part.is_wide
    place = row if is_second else document.add_paragraph()
    place.alignment = WD_ALIGN_PARAGRAPH.CENTER
    picture = io.BytesIO(drawings[part.key].png)
    drawn = place.add_run().add_picture(picture, width=_WIDE_CHART if part.is_wide else _HALF_CHART)
    drawn._inline.docPr.set("descr", part.alt_zh)
    return None if part.is_wide or is_second else place


def _sentence(document: Any, sentence: Paragraph, size: float) -> None:
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.first_line_indent = Pt(2 * size)
    set_spacing(paragraph, after=4, line=1.4)
    is_said = sentence.tone != "plain"
    write(paragraph, sentence.text, FANGSONG, size, bold=is_said, colour=tone_colour(sentence.tone))


def _foot(document: Any, bulletin: Bulletin) -> None:
    masthead = bulletin.masthead
    lines = (
        f"编制单位:{masthead.issuer_zh}\t审核:{masthead.reviewer_zh or '__________________'}",
        f"制表日期:{wording.day_text(masthead.made_on)}\t数据截至:{wording.day_text(bulletin.as_of)}(发布版{bulletin.release_id})",
        f"报送范围:{';'.join(masthead.recipients_zh)}",
    )
    for number, line in enumerate(lines):
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.tab_stops.add_tab_stop(_SECOND)
        set_spacing(paragraph, before=18 if number == 0 else 0, after=3, keep=number < len(lines) - 1)
        write(paragraph, line, FANGSONG, 11)
