"""A plain reading of the sample files, knowing neither the program that made them nor the pipeline.

Only what an officer would do by hand: find the header, take each row, mend its number and dates, look for the town.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import openpyxl

HEADERS = {
    "申请号": "number", "专利申请号": "number", "专利号": "number", "申请日": "filed", "申请日期": "filed",
    "受理日": "accepted", "受理日期": "accepted", "授权公告日": "announced", "授权公告号": "publication",
    "申请人": "applicants", "申请(专利权)人": "applicants", "专利权人": "applicants", "地址": "address",
    "申请人地址": "address", "详细地址": "address", "序号": "serial",
}  # fmt: skip
ELSEWHERE = re.compile("深圳|古田|太湖|马鞍山|罗田|长春|上海|海盐|南湖区|嘉善")
TOWNS = (
    ("当湖街道|城关镇", "当湖街道"), ("钟埭街道|平湖经济", "钟埭街道"), ("曹桥街道|马厩村|九里亭村", "曹桥街道"),
    ("乍浦镇", "乍浦镇"), ("新埭镇", "新埭镇"), ("新仓镇", "新仓镇"), ("广陈镇", "广陈镇"), ("林埭镇", "林埭镇"),
    ("独山港|黄姑镇|全塘镇", "独山港镇"), ("", "未归属"),
)  # fmt: skip
KINDS = (
    ("企业", "(公司|厂|店|商行|经营部|合作社|合伙企业[(]有限合伙[)])$"),
    ("机关团体", "(医院|卫生院|局|小学|幼儿园|中专|协会|商会|村委会)$"),
    ("大专院校", "(大学|学院|高等专科学校|研究生院)$"),
    ("科研单位", "研究[院所]"),
    ("个人", "^.{2,4}$|·"),
    ("未分类", ""),
)
TYPES = {"1": "invention", "8": "invention", "2": "utility_model", "9": "utility_model", "3": "design"}
Cells = dict[str, object]


def plain(cell: object) -> str:
    """Return the text of a cell in half width and without spaces (line breaks are kept)."""
    return re.sub(r"[ \t\u3000]", "", unicodedata.normalize("NFKC", "" if cell is None else str(cell)))


def sheets_of(path: Path) -> Iterator[list[list[object]]]:
    """Yield the lines of every worksheet of a workbook, of a text file, or of the text file in a zip file."""
    if path.suffix == ".xlsx":
        for sheet in openpyxl.load_workbook(path, read_only=True):
            yield [list(line) for line in sheet.iter_rows(values_only=True)]
        return
    content = path.read_bytes()
    if path.suffix == ".zip":
        with zipfile.ZipFile(path) as archive:
            content = archive.read(archive.namelist()[0])
    bom = {b"\xef\xbb": "utf-8-sig", b"\xff\xfe": "utf-16"}
    text = content.decode(bom.get(content[:2], "gb18030"))
    yield [[cell or None for cell in line] for line in csv.reader(io.StringIO(text, newline=""))]


def rows_of(path: Path) -> Iterator[Cells | None]:
    """Yield every line below a header as cells by field; None for a blank line."""
    for lines in sheets_of(path):
        header = next(i for i, line in enumerate(lines) if plain(line[0]) == "序号")
        names = [HEADERS.get(plain(cell), "") for cell in lines[header]]
        for line in lines[header + 1 :]:
            cells = dict(zip(names, line, strict=False))
            yield cells if any(cell is not None for cell in line) else None


def checked_number(cell: object) -> str | None:
    """Return the 12 digits of an application number; None if they are lost or the check digit is wrong."""
    found = re.fullmatch(r"(?:ZL|CN)?(\d{12})\.?([\dX])?", plain(cell).upper())
    if not found or found[1][4] not in TYPES:
        return None
    total = sum(
        int(digit) * weight for digit, weight in zip(found[1], [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5], strict=True)
    )
    return found[1] if found[2] in (None, "0123456789X"[total % 11]) else None


def day(cell: object) -> date | str | None:
    """Return the day a cell names, None for a blank cell, 'bad' for what is no day."""
    if isinstance(cell, datetime):
        return cell.date()
    parts = re.fullmatch(r"(\d{4})\D?(\d{1,2})\D?(\d{1,2})日?", plain(cell))
    if not parts:
        return "bad" if plain(cell) else None
    try:
        return date(int(parts[1]), int(parts[2]), int(parts[3]))
    except ValueError:
        return "bad"


def unit_of(address: str) -> str | None:
    """Return the reporting unit of an address; None if it lies elsewhere."""
    return None if ELSEWHERE.search(address) else next(unit for words, unit in TOWNS if re.search(words, address))


def kind_of(applicant: str) -> str:
    """Return the applicant kind of a name."""
    return next(kind for kind, words in KINDS if re.search(words, applicant))


def first_of(applicants: str) -> str:
    """Return the first of several applicants."""
    return re.split(r"[;|\n、]", applicants)[0].strip()
