"""Delimited text of any encoding, separator and line ending -> a table Polars can stream exactly."""

import csv
import io
import mmap
import re
from collections import Counter
from pathlib import Path

import polars as pl

from transforms.errors import Held
from transforms.intake.encodings import likely_encoding, transcode, utf8_failed
from transforms.intake.irregular_text import regular_copy
from transforms.intake.regular_quotes import has_regular_quotes
from transforms.intake.tables import RawTable, proved

SEPARATORS = (",", "\t", ";")
_SAMPLE_BYTES = 256 * 1024
_SAMPLE_RECORDS = 200
_LONE_CR = re.compile(rb"\r(?!\n)")


class _NotUtf8(Exception):
    """The file was taken for UTF-8 and is not."""


def text_table(path: Path, work_path: Path) -> RawTable:
    """Return the table of a text file; copies in another form are written beside `work_path`. Held if unreadable."""
    encoding = likely_encoding(path)
    if encoding == "utf-8":
        try:
            return _table_of_utf8(path, work_path)
        except _NotUtf8:
            encoding = utf8_failed(path)
    utf8_path = work_path.with_suffix(".utf8.csv")
    transcode(path, encoding, utf8_path)
    return _table_of_utf8(utf8_path, work_path)


def _table_of_utf8(path: Path, work_path: Path) -> RawTable:
    sample = _sample(path)
    separator, width = _layout(sample)
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        quoted = content.find(b'"') >= 0
        lone_cr = content.find(b"\r") >= 0 and _LONE_CR.search(content) is not None
    table = RawTable("", path, "csv", width, separator, quoted)
    try:
        if not lone_cr and (not quoted or has_regular_quotes(path, separator)):
            return proved(table)
    except pl.exceptions.PolarsError as problem:
        if "utf-8" in str(problem).lower():
            raise _NotUtf8 from problem
    return proved(regular_copy(path, separator, work_path.with_suffix(".regular.csv")))


def _sample(path: Path) -> str:
    with path.open("rb") as file:
        sample = file.read(_SAMPLE_BYTES).decode("utf-8-sig", "ignore")
        whole = len(sample) < _SAMPLE_BYTES and not file.read(1)
    if not sample.strip() and whole:
        raise Held("文件里只有空白,没有任何内容。", "请重新导出或向来源单位索取完整文件。")
    # the last line of a cut sample may be half a record
    return sample if whole else sample[: max(sample.rfind("\n"), sample.rfind("\r")) + 1] or sample


def _layout(sample: str) -> tuple[str, int]:
    """Return the separator that divides most sample records into most fields, and the widest record."""
    best: tuple[int, int, str] = (0, 1, ",")
    for separator in SEPARATORS:
        widths = _record_widths(sample, separator)
        usual = Counter(width for width in widths if width).most_common(1)
        ranked = (usual[0][0] if usual else 0, max(widths, default=1), separator)
        if ranked[0] > best[0]:
            best = ranked
    return best[2], max(best[1], 1)


def _record_widths(sample: str, separator: str) -> list[int]:
    widths: list[int] = []
    try:
        for record in csv.reader(io.StringIO(sample, newline=""), delimiter=separator):
            widths.append(len(record))
            if len(widths) == _SAMPLE_RECORDS:
                break
    except csv.Error:
        return widths
    return widths
