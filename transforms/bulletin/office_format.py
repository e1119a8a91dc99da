"""What python-docx has no word for: East Asian fonts and language, a red line, page numbers, fixed bytes."""

import io
import re
import zipfile
from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

SONG, FANGSONG, HEI = "宋体", "仿宋", "黑体"
RED, BLACK = RGBColor(0xA8, 0x17, 0x1A), RGBColor(0, 0, 0)
_LATIN = "Times New Roman"
# characters that XML cannot hold
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_FIRST_DAY_OF_ZIP = (1980, 1, 1, 0, 0, 0)


def legible(text: str) -> str:
    """The text without characters that XML cannot hold."""
    return _ILLEGAL.sub("", text)


def write(
    paragraph: Any, text: str, font: str, size: float, *, bold: bool = False, colour: RGBColor | None = None
) -> Any:
    """Add text to a paragraph in an East Asian font and a size in points."""
    run = paragraph.add_run(legible(text))
    run.font.name, run.font.size, run.font.bold = _LATIN, Pt(size), bold
    run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)
    if colour is not None:
        run.font.color.rgb = colour
    return run


def set_spacing(paragraph: Any, *, before: float = 0, after: float = 0, line: float = 1.0, keep: bool = False) -> None:
    """Space around a paragraph in points, its line pitch, and whether it stays with the next."""
    layout = paragraph.paragraph_format
    layout.space_before, layout.space_after, layout.line_spacing = Pt(before), Pt(after), line
    layout.keep_with_next = keep


def set_language(document: Any) -> None:
    """Chinese as it is set on the mainland: it decides how punctuation stands."""
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:eastAsia"), "zh-CN")


def underline_red(paragraph: Any) -> None:
    """The red line below an official head."""
    edges = OxmlElement("w:pBdr")
    edges.append(_element("w:bottom", val="single", sz="18", space="4", color=str(RED)))
    paragraph._p.get_or_add_pPr().append(edges)


def add_page_number(paragraph: Any) -> None:
    """第 n 页, counted by the office program."""
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    write(paragraph, "— ", SONG, 9)
    run = write(paragraph, "", SONG, 9)
    for kind in ("begin", "separate", "end"):
        if kind == "separate":
            code = OxmlElement("w:instrText")
            code.text = "PAGE"
            run._r.append(code)
        run._r.append(_element("w:fldChar", fldCharType=kind))
    write(paragraph, " —", SONG, 9)


def with_fixed_times(packed: bytes) -> bytes:
    """The same package with the times of its parts set to one day: same content, same bytes."""
    repacked = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as source, zipfile.ZipFile(repacked, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(zipfile.ZipInfo(name, _FIRST_DAY_OF_ZIP), source.read(name), zipfile.ZIP_DEFLATED)
    return repacked.getvalue()


def _element(tag: str, **attributes: str) -> Any:
    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    return element
