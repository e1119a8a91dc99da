"""Text that the fast reader cannot read exactly is copied record by record into a regular form.

Quoted line breaks, stray quotes, lone carriage returns and records wider than the sample end here. It is the
only loop over rows of the intake, in the csv module's C code, and only for such files.
"""

import csv
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from transforms.errors import Held
from transforms.intake.tables import RawTable

# An unclosed quote swallows what follows; no real cell is longer than this many characters.
_LONGEST_CELL = 4 * 1024**2
_READINGS: tuple[dict[str, int | bool], ...] = (
    {"strict": True},
    {"strict": True, "skipinitialspace": True},  # a, "b, c"
    {"quoting": csv.QUOTE_NONE},  # quotes are ordinary characters: "快速"接头,...
)


def regular_copy(path: Path, separator: str, target: Path) -> RawTable:
    """Write `path` (UTF-8) as `target` with row numbers and without blank rows; Held if quotes do not pair."""
    csv.field_size_limit(_LONGEST_CELL)
    reading = _reading(path, separator)
    widest = 1
    with target.open("w", encoding="utf-8", newline="") as output:
        writer = csv.writer(output, lineterminator="\n")
        for number, record in enumerate(_records(path, separator, reading), start=1):
            if any(cell and not cell.isspace() for cell in record):
                widest = max(widest, len(record))
                writer.writerow([number, *record])
    return RawTable("", target, "numbered_csv", widest, quoted=True)


def _records(path: Path, separator: str, reading: dict[str, int | bool]) -> Iterator[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        yield from csv.reader(file, delimiter=separator, **reading)  # type: ignore[arg-type]


def _reading(path: Path, separator: str) -> dict[str, int | bool]:
    """Choose the first way of reading quotes that fits the whole file and leaves no record too wide."""
    fitting: dict[str, int | bool] | None = None
    trouble = ""
    for reading in _READINGS:
        widths: Counter[int] = Counter()
        try:
            widths.update(len(record) for record in _records(path, separator, reading))
        except csv.Error:
            trouble = trouble or f"第 {widths.total() + 1} 条记录"
            continue
        except UnicodeDecodeError as problem:
            raise Held("文字编码有误:文件中有不能按 UTF-8 解码的字节。", "请重新导出,保存为 UTF-8 编码。") from problem
        usual = max((width for width in widths if width > 1), key=lambda width: widths[width], default=1)
        if max(widths, default=1) <= usual and (fitting is None or not reading.get("quoting")):
            return reading
        if fitting is None and (not trouble or max(widths, default=1) <= usual):
            fitting = reading
    if fitting is None:
        raise Held(f"{trouble}起引号不成对,无法确定各列的边界。", "请在原系统重新导出,或用 Excel 打开核对后另存为 .xlsx。")
    return fitting
