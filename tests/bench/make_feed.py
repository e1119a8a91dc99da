"""Makes a record feed of any length, the same bytes for the same arguments: `make_feed.py FOLDER ROWS`.

One CSV in the shape of the application detail sheet. Every value comes from mixing the number of the row or
of its application, so nothing depends on the order of drawing or on a random generator's version.
"""

import argparse
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
import polars as pl

from tests.bench import feed_words as words
from tests.bench.feed_columns import (
    DAYS_BEFORE,
    Numbers,
    address_texts,
    applicant_texts,
    date_texts,
    draw,
    number_texts,
    pick,
    title_texts,
)

BLOCK_ROWS = 250_000
REPEAT_EVERY = 50  # each 50th row repeats an earlier application: 2 %
SLOT_STEP = 2_654_435_761  # a prime beyond any size here: steps through all applications in no visible order


@dataclass(frozen=True)
class Population:
    """Applications 0 to size - 1, accepted evenly between two days; each year's serials start anew."""

    size: int
    first_day: date
    last_day: date
    first_serial: int
    salt: int


def acceptance(population: Population, application: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """Gives acceptance day (0: the population's first), number year and serial of each application."""
    days = (population.last_day - population.first_day).days + 1
    slot = application * SLOT_STEP % population.size
    day = slot * days // population.size
    years = np.arange(population.first_day.year, population.last_day.year + 1)
    new_year_days = np.array([max(0, (date(int(y), 1, 1) - population.first_day).days) for y in years])
    first_slots = -(-new_year_days * population.size // days)
    which = np.searchsorted(new_year_days, day, side="right") - 1
    return day, years[which], slot - first_slots[which] + population.first_serial


def sheet(population: Population, application: Numbers, row: Numbers) -> pl.DataFrame:
    """Makes the sheet's rows: what an application is hangs on its number, how it is written on the row's."""
    salt = population.salt
    day, year, serial = acceptance(population, application)
    bounds = np.cumsum(words.TYPE_SHARES)[:-1] * 1_000_000
    kind = np.searchsorted(bounds, draw(application, salt, 1_000_000), side="right")
    digit = np.array(words.TYPE_DIGITS)[kind]
    filed = day + DAYS_BEFORE - draw(application, salt + 1, 25)
    return pl.DataFrame({
        "序号": row + 1,
        "申请号": number_texts(year * 10**8 + digit * 10**7 + serial, row, salt + 10),
        "申请日": date_texts(population.first_day, filed, draw(row, salt + 20, 6)),
        "受理日": date_texts(population.first_day, day + DAYS_BEFORE, draw(row, salt + 21, 6)),
        "专利类型": pick(words.TYPE_WORDS, kind * 2 + draw(row, salt + 22, 2)),
        "发明名称": title_texts(application, salt + 30),
        "申请人": applicant_texts(application, salt + 40),
        "地址": address_texts(application, salt + 50),
        "邮编": pick(words.POSTCODES, draw(application, salt + 60, len(words.POSTCODES))),
        "代理机构": pick(words.AGENCIES, draw(application, salt + 61, len(words.AGENCIES))),
    })  # fmt: skip


def whole_years(rows: int) -> Population:
    """Names the applications of a feed of `rows` rows: 2004 to September 2013."""
    size = rows - rows // REPEAT_EVERY
    return Population(size, date(2004, 1, 2), date(2013, 9, 28), first_serial=1, salt=1_000)


def next_month(rows: int) -> Population:
    """Names the new applications of the month after: accepted late in September or in October 2013."""
    size = rows - rows // REPEAT_EVERY
    return Population(size, date(2013, 9, 20), date(2013, 10, 31), first_serial=5_000_001, salt=2_000)


def applications_of(row: Numbers) -> Numbers:
    """Says which application each row of a feed tells about: every fiftieth repeats any earlier one."""
    group, place = np.divmod(row, REPEAT_EVERY)
    fresh = REPEAT_EVERY - 1
    repeated = draw(row, 77, 1 << 40) % (fresh * group + fresh)
    return np.where(place < fresh, fresh * group + place, repeated)


def write_feed(path: Path, population: Population, rows: int, title: str | None = None) -> None:
    """Writes a feed of `rows` rows as UTF-8 CSV, in blocks; `title` becomes a banner line on top."""
    with path.open("wb") as file:
        if title:
            file.write(f"{title}{',' * 9}\n".encode())
        for start in range(0, rows, BLOCK_ROWS):
            row = np.arange(start, min(start + BLOCK_ROWS, rows), dtype=np.int64)
            sheet(population, applications_of(row), row).write_csv(file, include_header=start == 0)


def feed_name(month: str) -> str:
    """Names the file of a month ('2013-09') as offices do."""
    return f"平湖市专利申请受理明细_{month.replace('-', '')}.csv"


def make_feed(folder: Path, rows: int) -> Path:
    """Writes the feed of 2013-09 with `rows` rows that reach back to 2004, and returns its path."""
    path = folder / feed_name("2013-09")
    write_feed(path, whole_years(rows), rows)
    return path


def make_next_month(folder: Path, rows: int, earlier_rows: int) -> Path:
    """Writes the feed of 2013-10; one row in a hundred was in the feed of `earlier_rows` rows already."""
    path = folder / feed_name("2013-10")
    fresh = rows - rows // 100
    write_feed(path, next_month(fresh), fresh)
    row = np.arange(fresh, rows, dtype=np.int64)
    earlier = whole_years(earlier_rows)
    with path.open("ab") as file:
        sheet(earlier, draw(row, 78, earlier.size), row).write_csv(file, include_header=False)
    return path


def main() -> None:
    """Makes one feed from the command line and says its size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("rows", type=int)
    parser.add_argument("--next-month-onto", type=int, metavar="ROWS", help="2013-10, to follow so many rows")
    chosen = parser.parse_args()
    if chosen.next_month_onto:
        path = make_next_month(chosen.folder, chosen.rows, chosen.next_month_onto)
    else:
        path = make_feed(chosen.folder, chosen.rows)
    sys.stdout.write(f"{path} {path.stat().st_size / 1e6:.0f} MB\n")


if __name__ == "__main__":
    main()
