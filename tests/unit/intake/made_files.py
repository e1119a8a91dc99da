"""Deliveries made by hand for the intake's tests."""

import io
import struct
import zipfile
from collections.abc import Callable, Sequence

import xlsxwriter

HEADER = ("序号", "申请号", "申请日", "受理日", "专利类型", "发明名称", "申请人", "地址", "邮编")


def record(number: int, **changed: str) -> list[str]:
    """One made-up application in the columns of HEADER."""
    cells = {
        "序号": str(number),
        "申请号": f"20132001{number:04d}.1",
        "申请日": "2013-01-03",
        "受理日": "2013.01.08",
        "专利类型": "实用新型",
        "发明名称": "一种箱包用连接件",
        "申请人": "平湖市某某箱包有限公司",
        "地址": f"浙江省平湖市新仓镇永兴路{number}号",
        "邮编": "314200",
    }
    return list({**cells, **changed}.values())


def csv_text(rows: Sequence[Sequence[str]], separator: str = ",", line_end: str = "\n") -> str:
    """Plain text without quotes."""
    return "".join(separator.join(row) + line_end for row in rows)


def feed(count: int = 3) -> str:
    """A feed as CSV text: a header and so many records."""
    return csv_text([HEADER, *(record(number) for number in range(1, count + 1))])


def workbook(fill: Callable[[xlsxwriter.Workbook], None]) -> bytes:
    """The bytes of an .xlsx that `fill` writes."""
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target)
    fill(book)
    book.close()
    return target.getvalue()


def rewritten(content: bytes, rewrite: Callable[[bytes], bytes]) -> bytes:
    """A workbook whose first sheet's XML was changed as another program would have written it."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(target, "w") as made:
        for part in source.namelist():
            text = source.read(part)
            made.writestr(part, rewrite(text) if part == "xl/worksheets/sheet1.xml" else text)
    return target.getvalue()


def sheet(
    book: xlsxwriter.Workbook, rows: Sequence[Sequence[object]], name: str = "受理明细", top: int = 0, left: int = 0
) -> None:
    """Write rows to a new sheet, `top` rows down and `left` columns to the right."""
    target = book.add_worksheet(name)
    for number, row in enumerate(rows):
        target.write_row(top + number, left, row)


def old_workbook(
    name: str,
    rows: Sequence[Sequence[object]],
    is_locked: bool = False,
    merged: Sequence[tuple[int, int, int, int]] = (),
) -> bytes:
    """The bytes of a minimal .xls (BIFF8 in an OLE container) with one sheet of texts and numbers.

    `merged`: first row, last row, first and last column of merged cells, 0-based.
    """
    start = _biff(0x809, struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 6))
    if is_locked:
        start += _biff(0x2F, b"\x01\0" + b"\0" * 52)
    bound = struct.pack("<BBBB", 0, 0, len(name), 1) + name.encode("utf-16-le")
    offset = len(start) + 4 + 4 + len(bound) + 4
    stream = start + _biff(0x85, struct.pack("<I", offset) + bound) + _biff(0x0A)
    stream += _biff(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 6))
    for row, cells in enumerate(rows):
        for column, value in enumerate(cells):
            place = struct.pack("<HHH", row, column, 0)
            if isinstance(value, str):
                stream += _biff(0x204, place + struct.pack("<HB", len(value), 1) + value.encode("utf-16-le"))
            elif isinstance(value, int | float):
                stream += _biff(0x203, place + struct.pack("<d", value))
    if merged:
        ranges = b"".join(struct.pack("<4H", *cells) for cells in merged)
        stream += _biff(0xE5, struct.pack("<H", len(merged)) + ranges)
    return ole(stream + _biff(0x0A), "Workbook")


def ole(stream: bytes, name: str) -> bytes:
    """An OLE container (version 3, sectors of 512 bytes) that holds one stream."""
    sectors = max(8, -(-len(stream) // 512))
    chain = [0xFFFFFFFD, 0xFFFFFFFE, *range(3, sectors + 2), 0xFFFFFFFE]
    table = struct.pack("<128I", *chain, *[0xFFFFFFFF] * (128 - len(chain)))
    directory = _ole_entry("Root Entry", 5, 1, 0xFFFFFFFE, 0) + _ole_entry(name, 2, 0xFFFFFFFF, 2, sectors * 512)
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16 + struct.pack("<5H", 0x3E, 3, 0xFFFE, 9, 6) + b"\0" * 6
    head += struct.pack("<10I", 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0, 0) + b"\xff" * 432
    return head + table + directory.ljust(512, b"\0") + stream.ljust(sectors * 512, b"\0")


def _biff(kind: int, body: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def _ole_entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    text = name.encode("utf-16-le")
    place = struct.pack("<HBBIII", len(text) + 2, kind, 1, 0xFFFFFFFF, 0xFFFFFFFF, child)
    return text.ljust(64, b"\0") + place + b"\0" * 36 + struct.pack("<IQ", start, size)
