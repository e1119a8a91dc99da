"""Rows of a small CSV reference file, every mistake in it named by file and line."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from transforms.errors import DataError

PROVENANCE = ("source", "certainty")
CERTAINTIES = frozenset("ABCDI")


@dataclass(frozen=True)
class ReferenceRow:
    """One line of a reference file; `line` is 1-based as an editor counts."""

    file: str
    line: int
    values: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.values[column]

    def error(self, message: str) -> DataError:
        """The mistake `message` at this line, to be raised by the caller."""
        return DataError(self.file, self.line, message)


def _row(file: str, line: int, header: Sequence[str], cells: list[str], blank_allowed: Sequence[str]) -> ReferenceRow:
    if len(cells) != len(header):
        raise DataError(file, line, f"应有{len(header)}列,实有{len(cells)}列。")
    row = ReferenceRow(file, line, {name: cell.strip() for name, cell in zip(header, cells, strict=True)})
    for name in header:
        if not row[name] and name not in blank_allowed:
            raise row.error(f"“{name}”一列不能为空。")
    if row["certainty"] not in CERTAINTIES:
        raise row.error(f"可信度“{row['certainty']}”应为 A、B、C、D、I 之一。")
    return row


def reference_rows(
    text: str, file: str, columns: Sequence[str], blank_allowed: Sequence[str] = (), *, may_be_empty: bool = False
) -> Iterator[ReferenceRow]:
    """Rows of a CSV whose header is exactly `columns` + source, certainty; raises DataError (file, line)."""
    header = [*columns, *PROVENANCE]
    reader = csv.reader(text.lstrip("\ufeff").splitlines())
    numbered = ((reader.line_num, cells) for cells in reader if cells and not cells[0].startswith("#"))
    line, found = next(numbered, (0, []))
    if found != header:
        raise DataError(file, line, f"表头应为:{','.join(header)};现为:{','.join(found) or '(空文件)'}。")
    count = 0
    for line, cells in numbered:
        count += 1
        yield _row(file, line, header, cells, blank_allowed)
    if not count and not may_be_empty:
        raise DataError(file, 0, "只有表头,没有内容。")
