"""Which sign separates the cells of a delimited text, told by its first records."""

import csv
import io
import re
from bisect import bisect_left
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice

SEPARATORS = (",", "\t", ";")
_SAMPLE_RECORDS = 200
# A web page's export puts a tab behind each cell, lest Excel take a number for a quantity.
_TAB_BEHIND_CELL = re.compile(r'\t"?[,;]')


def layout(sample: str) -> tuple[str, int]:
    """Return the separator of a sample, and its widest record.

    Separators inside cells (inventors, parts of an address) may divide records into more fields than the columns
    have, but they leave the header whole; among separators that the header does not tell apart the wider one is it.
    """
    fillings = len(_TAB_BEHIND_CELL.findall(sample)) * 2 >= sample.count("\t") > 0
    readings = [_read(sample, separator) for separator in SEPARATORS if not (separator == "\t" and fillings)]
    unbeaten = [one for one in readings if not any(other.leaves_the_header_of(one) for other in readings)]
    best = max(unbeaten or readings, key=lambda one: one.usual_width)
    return best.separator, max(best.widths, default=1)


@dataclass(frozen=True)
class _Reading:
    """The first records of a text as one separator divides them."""

    separator: str
    widths: tuple[int, ...]
    last_lines: tuple[int, ...]  # where each record ends

    @property
    def usual_width(self) -> int:
        """The width that most records with several fields have; 1 without any."""
        common = Counter(width for width in self.widths if width > 1).most_common(1)
        return common[0][0] if common else 1

    @property
    def header_line(self) -> int:
        """Where the first record of the usual width ends."""
        first = next((place for place, width in enumerate(self.widths) if width >= self.usual_width), 0)
        return self.last_lines[first] if self.last_lines else 0

    def divides(self, line: int) -> bool:
        """Say whether the record that holds a line has several fields."""
        place = bisect_left(self.last_lines, line)
        return place < len(self.widths) and self.widths[place] > 1

    def leaves_the_header_of(self, other: "_Reading") -> bool:
        """Say whether `other` stands inside cells only: not in this header, while its first record is divided here."""
        if min(self.usual_width, other.usual_width) < 2:
            return False
        return not other.divides(self.header_line) and self.divides(other.header_line)


def _read(sample: str, separator: str) -> _Reading:
    widths: list[int] = []
    last_lines: list[int] = []
    records = csv.reader(io.StringIO(sample, newline=""), delimiter=separator)
    with suppress(csv.Error):
        for record in islice(records, _SAMPLE_RECORDS):
            widths.append(len(record))
            last_lines.append(records.line_num)
    return _Reading(separator, tuple(widths), tuple(last_lines))
