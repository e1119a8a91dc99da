"""Text that the fast reader cannot read exactly is copied record by record into a regular form.

Quoted line breaks, stray quotes, lone carriage returns and records wider than the sample end here. It is the
only loop over rows of the intake, in the csv module's C code, and only for such files.
"""

import csv
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from transforms.errors import Held
from transforms.intake.tables import RawTable

# An unclosed quote swallows what follows; no real cell is longer than this many characters.
_LONGEST_CELL = 4 * 1024**2
_BY_THE_BOOK: dict[str, int | bool] = {"strict": True}
_SPACE_BEFORE_QUOTE: dict[str, int | bool] = {"strict": True, "skipinitialspace": True}  # a, "b, c"
_QUOTES_ARE_TEXT: dict[str, int | bool] = {"quoting": csv.QUOTE_NONE}  # "快速"接头,...


@dataclass(frozen=True)
class _Trial:
    """How one way of reading quotes fits a file that was copied with it."""

    width: int
    problem: str | None  # where it broke off
    is_even: bool  # no record is wider than most are
    is_sound_as_text: bool  # a record with a quote in it has the usual width


def regular_copy(path: Path, separator: str, target: Path) -> RawTable:
    """Write `path` (UTF-8) as `target` with row numbers and without blank rows; Held if quotes do not pair."""
    csv.field_size_limit(_LONGEST_CELL)
    trial = _fitting(path, separator, target)
    return RawTable("", target, "numbered_csv", trial.width, quoted=True)


def _fitting(path: Path, separator: str, target: Path) -> _Trial:
    """Copy with the way of reading quotes that fits the whole file and, if possible, leaves no record too wide."""
    strict = _copied(path, separator, _BY_THE_BOOK, target)
    if strict.problem is None and strict.is_even:
        return strict
    spaced = _copied(path, separator, _SPACE_BEFORE_QUOTE, target)
    if spaced.problem is None and spaced.is_even:
        return spaced
    if strict.problem is None:
        return _copied(path, separator, _BY_THE_BOOK, target)
    plain = _copied(path, separator, _QUOTES_ARE_TEXT, target)
    if plain.problem is None and plain.is_even and plain.is_sound_as_text:
        return plain
    raise Held(
        f"{strict.problem}引号不成对,无法确定各列的边界。", "请在原系统重新导出,或用 Excel 打开核对后另存为 .xlsx。"
    )


def _copied(path: Path, separator: str, reading: dict[str, int | bool], target: Path) -> _Trial:
    widths: Counter[int] = Counter()
    quoted_widths: set[int] = set()
    problem = None
    with target.open("w", encoding="utf-8", newline="") as output:
        write = csv.writer(output, lineterminator="\n").writerow
        try:
            for number, record in enumerate(_records(path, separator, reading), start=1):
                widths[len(record)] += 1
                content = "".join(record)
                if content and not content.isspace():
                    write([number, *record])
                if '"' in content:
                    quoted_widths.add(len(record))
        except csv.Error:
            problem = f"第 {widths.total() + 1} 条记录"
    usual = max((width for width in widths if width > 1), key=lambda width: widths[width], default=1)
    widest = max(widths, default=1)
    return _Trial(max(widest, 1), problem, widest <= usual, quoted_widths <= {usual})


def _records(path: Path, separator: str, reading: dict[str, int | bool]) -> Iterator[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        yield from csv.reader(file, delimiter=separator, **reading)  # type: ignore[arg-type]
