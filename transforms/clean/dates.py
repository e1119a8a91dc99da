"""Dates as offices and databases write them, once a distinct text."""

from collections.abc import Mapping
from datetime import date

import polars as pl

from transforms.clean.distinct import OnceAText
from transforms.clean.text import BLANK_WORDS

# 2013.1.8, 2013-01-08, 2013/1/8, 2013、1、8, 2013年1月8日, 二〇一三年一月八日, 20130108; a year of two digits is no date.
SEPARATED = r"^([0-9]{4})[-./、,]([0-9]{1,2})[-./、,]([0-9]{1,2})[日号.。,]?$"
CHINESE = r"^([0-9]{4})年([0-9]{1,2})月([0-9]{1,2})[日号]?[.。,]?$"
SOLID = r"^([0-9]{4})([0-9]{2})([0-9]{2})(?:\.0|000000)?$"
# 2013-01-08 下午 2:30, 2013年1月8日(星期二)
TIME_OF_DAY = r"(?:[T\s]\s*(?:[上下]午\s*)?[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?(?:Z|[+-][0-9:]+)?)$"
WEEKDAY = r"([0-9日号])\s*\(?(?:星期|周)[一二三四五六日天]\)?$"
# An instant in universal time: in China, eight hours ahead, the day is the next one (2013-01-31T16:00:00.000Z).
NEXT_DAY_HERE = r"[0-9]T(?:1[6-9]|2[0-3]):[0-9:.]+Z$"
NUMERALS = "〇一二三四五六七八九"
WRITTEN_OUT = r"^([〇○零一二三四五六七八九]{4})年(十?[一二三四五六七八九十])月([一二三]?十?[一二三四五六七八九十])[日号]?$"
EXCEL_SERIAL = r"^([0-9]{5})(?:\.[0-9]+)?$"
EXCEL_EPOCH = date(1899, 12, 30)
ZERO_DATES = ("0", "00000000", "0000-00-00", "0000-00-0000:00:00", "1900-01-00")
# The office opened in 1985; nothing a county counts lies before it.
FIRST_DAY, LAST_DAY = date(1985, 1, 1), date(2099, 12, 31)


def _calendar_day(text: pl.Expr) -> pl.Expr:
    parts = [text.str.extract_groups(form) for form in (SEPARATED, CHINESE, SOLID)]
    year, month, day = (pl.coalesce(*(part.struct.field(str(number)) for part in parts)) for number in (1, 2, 3))
    iso = pl.concat_str(year, pl.lit("-"), month.str.zfill(2), pl.lit("-"), day.str.zfill(2))
    return iso.str.to_date("%Y-%m-%d", strict=False)


def _numeral(number: int) -> str:
    """One to thirty-one as they are written: 十, 十一, 二十, 三十一."""
    tens, ones = divmod(number, 10)
    return ("" if tens < 2 else NUMERALS[tens]) + ("十" if tens else "") + (NUMERALS[ones] if ones else "")


_NUMBERS = {_numeral(number): f"{number:02d}" for number in range(1, 32)}


def _written_out(text: pl.Expr) -> pl.Expr:
    parts = text.str.extract_groups(WRITTEN_OUT)
    year = parts.struct.field("1").str.replace_many(["○", "零", *NUMERALS], ["0", "0", *"0123456789"])
    month, day = (
        parts.struct.field(part).replace_strict(_NUMBERS, default=None, return_dtype=pl.String) for part in "23"
    )
    return pl.concat_str(year, month, day, separator="-").str.to_date("%Y-%m-%d", strict=False)


@OnceAText
def _day(keys: pl.DataFrame) -> pl.DataFrame:
    bare = pl.col("text").str.normalize("NFKC").str.strip_chars().str.replace_all(r"\p{Pd}", "-")
    days_later = bare.str.contains(NEXT_DAY_HERE).cast(pl.Int64)
    bare = bare.str.replace(TIME_OF_DAY, "").str.replace(WEEKDAY, "$1").str.replace_all(r"[\s\p{Cf}'\"]+", "")
    serial = pl.col("bare").str.extract(EXCEL_SERIAL, 1).cast(pl.Int64)
    by_serial = pl.lit(EXCEL_EPOCH) + pl.duration(days=serial)
    blank = pl.col("bare").str.to_uppercase().is_in((*BLANK_WORDS, *ZERO_DATES))
    keys = keys.with_columns(bare=bare, later=pl.duration(days=days_later)).with_columns(
        day=pl.coalesce(_calendar_day(pl.col("bare")) + pl.col("later"), by_serial, _written_out(pl.col("bare"))), blank=blank
    )
    day = pl.when(pl.col("day").is_between(FIRST_DAY, LAST_DAY)).then("day")
    unreadable = pl.col("text").is_not_null() & ~pl.col("blank") & day.is_null()
    return keys.select("text", day=day, unreadable=unreadable)


def dates(text: pl.Series) -> pl.DataFrame:
    """Columns day (Date) and unreadable (there is text, but no day between 1985 and 2099) of a text column.

    Excel's day numbers are read (31048 is 1985-01-01); zeros and signs such as `-` are blanks, not mistakes.
    """
    return _day(text)


def grant_dates(text: pl.Series) -> pl.DataFrame:
    """`dates` of a grant column, where a bare `1` is a database's flag for granted and says no day."""
    return dates(text.set(text == "1", None))


def unreadable_dates(raw: pl.DataFrame, read: Mapping[str, pl.DataFrame]) -> pl.Series:
    """What stands in date fields and is no date, told by the field: `acceptance_date写作“13-01-08”、…`; else null.

    `read` holds what `dates` made of the fields of `raw`.
    """
    told = [
        pl.when(pl.lit(frame["unreadable"])).then(pl.format("{}写作“{}”", pl.lit(name), pl.lit(raw[name]).str.slice(0, 40)))
        for name, frame in read.items()
        if frame["unreadable"].any()
    ]
    if not told:
        return pl.Series("unreadable_dates", [None], dtype=pl.String).new_from_index(0, raw.height)
    joined = pl.concat_str(told, separator="、", ignore_nulls=True)
    return raw.select(unreadable_dates=pl.when(joined != "").then(joined))["unreadable_dates"]
