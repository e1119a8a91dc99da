"""Which part of a sheet a workbook uses and merges, before it is loaded: one stray cell far away would cost all memory."""

import re
import xml.etree.ElementTree as ElementTree
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook

from transforms.errors import Held
from transforms.intake.merged_cells import MergedRows, column_index, merged_rows
from transforms.intake.sheet_xml import sheet_blocks
from transforms.intake.tables import MAX_COLUMNS

# The reader holds the rectangle around all content, 32 bytes a cell: 40 million cells are about 1.3 GB.
MAX_CELLS = 40_000_000
MAX_SHEET_BYTES = 4 * 1024**3
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_FILLED_CELL = re.compile(rb'<c r="([A-Z]{1,3})(\d+)"[^>]*(?<!/)>')
# Excel writes the true range here, others often only "A1": believed only where it names a single-letter column.
_NARROW_DIMENSION = re.compile(rb'<dimension ref="[A-Z]+\d+:[B-Z]\d+"')
# A formula that nobody computed is read as blank; one whose value is the empty text is marked as text.
_UNCOMPUTED = re.compile(
    rb'<c r="([A-Z]{1,3}\d+)"(?![^>]*\bt="str")[^>]*>\s*<f\b(?:[^>]*/>|[^>]*>[^<]*</f>)\s*(?:<v\s*/>|<v>\s*</v>)?\s*</c>'
)
_FILLED_WIDE_CELL = re.compile(rb'<c r="([A-Z]{2,3})(\d+)"[^>]*(?<!/)>')


@dataclass(frozen=True)
class UsedRange:
    """The 0-based first column with content of a sheet, and its cells merged over several rows."""

    first_column: int = 0
    merged: tuple[MergedRows, ...] = ()


def used_ranges(path: Path) -> dict[str, UsedRange]:
    """Return what each sheet of a workbook uses; Held if a sheet of an .xlsx is too sparse to load."""
    if not zipfile.is_zipfile(path):
        return _of_old_workbook(path)
    try:
        with zipfile.ZipFile(path) as archive:
            return {sheet: _measured(archive, part, sheet) for sheet, part in _sheet_parts(archive)}
    except (zipfile.BadZipFile, zlib.error, ElementTree.ParseError, OSError, EOFError, RuntimeError, ValueError) as problem:
        raise Held("工作簿不完整或已损坏。", "请用 Excel 打开核对,另存为新的 .xlsx 后再放入收件箱。") from problem


def _of_old_workbook(path: Path) -> dict[str, UsedRange]:
    """Return the same of an .xls (65,536 x 256 cells at most); nothing of one that cannot be read: its loading says why."""
    try:
        with path.open("rb") as file:
            book = CalamineWorkbook.from_filelike(file)
            sheets = {name: book.get_sheet_by_name(name) for name in book.sheet_names}
    except BaseException as problem:
        if isinstance(problem, CalamineError) or is_panic(problem):
            return {}
        raise
    return {name: UsedRange(_first_column(sheet), tuple(_merged_rows(sheet))) for name, sheet in sheets.items()}


def _first_column(sheet: CalamineSheet) -> int:
    return sheet.start[1] if sheet.start else 0


def _merged_rows(sheet: CalamineSheet) -> Iterator[MergedRows]:
    for (first_row, column), (last_row, _) in sheet.merged_cell_ranges or ():
        if last_row > first_row:
            yield MergedRows(column, first_row + 1, last_row + 1)


def is_panic(problem: BaseException) -> bool:
    """Say whether the reader, which is written in Rust, gave up: that is no Exception."""
    return type(problem).__name__ == "PanicException"


def _sheet_parts(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    names = set(archive.namelist())
    relations = "xl/_rels/workbook.xml.rels"
    if relations not in names:
        return
    targets = {item.get("Id"): item.get("Target") for item in ElementTree.fromstring(archive.read(relations))}
    for element in ElementTree.fromstring(archive.read("xl/workbook.xml")).iter():
        target = targets.get(element.get(_RELATION)) if element.tag.endswith("}sheet") else None
        part = "" if target is None else target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        if part in names:
            yield str(element.get("name")), part


def _measured(archive: zipfile.ZipFile, part: str, sheet: str) -> UsedRange:
    if archive.getinfo(part).file_size > MAX_SHEET_BYTES:
        raise Held(f"工作表“{sheet}”过大,不能读取。", "请分成几个文件,或另存为 .csv。")
    last_row, last_column, first_column = 0, 0, -1
    farthest = ""
    merged: list[MergedRows] = []
    is_narrow: bool | None = None
    for block in sheet_blocks(archive, part):
        is_narrow = _NARROW_DIMENSION.search(block) is not None if is_narrow is None else is_narrow
        if first_column != 0:
            found = min((column_index(cell[1]) for cell in _FILLED_CELL.finditer(block)), default=-1)
            first_column = found if first_column < 0 else min(first_column, found) if found >= 0 else first_column
        for cell in () if is_narrow else _FILLED_WIDE_CELL.finditer(block):
            if column_index(cell[1]) > last_column:
                last_column, farthest = column_index(cell[1]), (cell[1] + cell[2]).decode()
        _check_computed(block, sheet)
        last_row = max(last_row, _last_filled_row(block))
        merged += merged_rows(block)
    # single-letter columns are not measured one by one
    if last_column >= MAX_COLUMNS or last_row * max(last_column + 1, 26) > MAX_CELLS:
        raise Held(
            f"工作表“{sheet}”的内容散布到第 {last_row} 行{f'、{farthest} 单元格' if farthest else ''},范围过大,不能读取。",
            "请删除远离表格的单元格(或清除多余的行和列)后另存,或另存为 .csv。",
        )
    return UsedRange(max(first_column, 0), tuple(merged))


def _check_computed(block: bytes, sheet: str) -> None:
    if b"<f" in block and (cell := _UNCOMPUTED.search(block)):
        raise Held(
            f"工作表“{sheet}”的 {cell[1].decode()} 单元格是公式,但文件里没有算出的值,读出来是空的。",
            "请用 Excel 或 WPS 打开该文件,待公式算出后保存,再放入收件箱。",
        )


def _last_filled_row(block: bytes) -> int:
    end = block.rfind(b"</c>")
    while end >= 0:
        start = block.rfind(b"<c ", 0, end)
        if start < 0:
            return 0
        cell = _FILLED_CELL.match(block, start)
        if cell is not None:
            return int(cell[2])
        end = block.rfind(b"</c>", 0, start)
    return 0
