"""Application numbers of the Chinese office: every written form to one identity (ZC 0006-2003)."""

import polars as pl

from transforms.clean.distinct import where_needed
from transforms.clean.text import BLANK_WORDS, code_text

# The forms nearly every row has; all others take the slow road.
COMMON = r"^(?:ZL|CN)?[0-9]{4} ?[0-9] ?[0-9]{7}\.?[0-9X]$"
WRITTEN = r"^(?:[0-9]{12}|[0-9]{8})(?:\.?[0-9X])?$"
# Behind a number of 13 digits `.0` is a float's, and nothing is lost. `201310699744.0` is another matter: it
# reads as check digit 0, and passes only where 0 is right. If it were forgiven as a float without check
# digit, no damage to a number whose check digit really is 0 would ever be noticed. A letter behind the
# number is a database's document kind.
TAIL = r"^(?:([0-9]{13})\.0|((?:[0-9]{12}|[0-9]{8})(?:\.?[0-9X])?)[ABCDSUY][0-9]?)$"
SCIENTIFIC = r"^[+-]?[0-9](?:[.,][0-9]+)?E\+?[0-9]+$|^#+$"
DESTROYED, MALFORMED = "#", "?"
# Twelve digits since 2003-10-01, eight before; the law is in force since 1985-04-01.
NEW_FORMAT_FROM = 2003
WEIGHTS = (2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5)
TYPE_DIGITS = (1, 2, 3, 8, 9)


def _uncommon(text: pl.Series) -> pl.Series:
    """Digits and check character of the rarer forms; DESTROYED, MALFORMED, or '' for a cell that says nothing."""
    raw = pl.col("raw")
    code = code_text(raw).str.replace(r"^(?:CN|ZL)+[.:]?", "").str.replace(TAIL, "$1$2")
    number = (
        pl.when(raw.is_in(BLANK_WORDS))
        .then(pl.lit(""))
        .when(raw.str.contains(SCIENTIFIC))
        .then(pl.lit(DESTROYED))
        .when(pl.col("code").str.contains(WRITTEN))
        .then(pl.col("code").str.replace(".", "", literal=True))
        .otherwise(pl.lit(MALFORMED))
    )
    frame = text.to_frame("raw").select(raw.str.normalize("NFKC").str.strip_chars().str.to_uppercase())
    return frame.with_columns(code=code).select(number=number)["number"]


def _digits(text: pl.Series) -> pl.Series:
    common = text.str.contains(COMMON)
    bare = text.str.strip_chars_start("ZLCN").str.replace_all(" ", "", literal=True)
    return where_needed(bare.str.replace(".", "", literal=True), ~common, lambda _: _uncommon(text.filter(~common)))


def check_value(base: pl.Expr) -> pl.Expr:
    """Check value 0..10 (10 is written X) of a 12-digit base; an old base of 8 digits is padded with 0000."""
    digits = ((base // 10 ** (11 - place)) % 10 * weight for place, weight in enumerate(WEIGHTS))
    return (pl.sum_horizontal(*digits) % 11).cast(pl.Int8)


def _parts(number: pl.Series, received_year: int) -> pl.DataFrame:
    """Base, check characters, year and type of numbers of 8, 9, 12 or 13 characters; null for other text."""
    text, length = pl.col("number"), pl.col("number").str.len_bytes()
    long, short = length.is_in([12, 13]), length.is_in([8, 9])
    frame = number.to_frame("number").with_columns(
        base=pl.when(long).then(text.str.head(12)).when(short).then(text.str.head(8)),
        given=pl.when(length.is_in([9, 13])).then(text.str.tail(1)),
    )
    value = pl.col("base").cast(pl.Int64, strict=False)
    frame = frame.with_columns(value=pl.when(long).then(value).otherwise(value * 10_000), new=long)
    value, two_digits = pl.col("value"), pl.col("value") // 10**10
    old_year = pl.when(two_digits >= 85).then(two_digits + 1900).otherwise(two_digits + 2000)
    year = pl.when("new").then(value // 10**8).otherwise(old_year)
    kind = pl.when("new").then(value // 10**7 % 10).otherwise(value // 10**9 % 10)
    serial = pl.when("new").then(value % 10**7).otherwise(value % 10**9)
    first = pl.when("new").then(NEW_FORMAT_FROM).otherwise(1985)
    last = pl.when("new").then(received_year).otherwise(min(NEW_FORMAT_FROM, received_year))
    return frame.with_columns(
        check=check_value(value),
        number_year=year.cast(pl.Int16),
        number_type=kind.cast(pl.Int8),
        possible=year.is_between(first, last) & kind.is_in(TYPE_DIGITS) & (serial > 0),
    )


def _state() -> pl.Expr:
    given = pl.when(pl.col("given") == "X").then(10).otherwise(pl.col("given").cast(pl.Int8, strict=False))
    return (
        pl.when(pl.col("number").is_null() | (pl.col("number") == ""))
        .then(pl.lit("missing"))
        .when(pl.col("number") == DESTROYED)
        .then(pl.lit("destroyed"))
        .when(pl.col("possible").not_().fill_null(True))
        .then(pl.lit("malformed"))
        .when(pl.col("given").is_null())
        .then(pl.lit("check_inferred"))
        .when(given == pl.col("check"))
        .then(pl.lit("ok"))
        .otherwise(pl.lit("wrong_check"))
    )


def application_numbers(text: pl.Series, received_year: int) -> pl.DataFrame:
    """Columns application_number, number_state, number_type, number_year of numbers as people write them.

    application_number is `YYYYTNNNNNNN.C` (before October 2003 `YYTNNNNN.C`) where the state is ok or
    check_inferred (no check digit given: it is computed), null where it is wrong_check, destroyed (a
    spreadsheet's 2.02E+12), malformed or missing; number_type and number_year are null with it.
    """
    frame = _parts(_digits(text), received_year).with_columns(number_state=_state())
    good = pl.col("number_state").is_in(["ok", "check_inferred"])
    check = pl.when(pl.col("check") == 10).then(pl.lit("X")).otherwise(pl.col("check").cast(pl.String))
    return frame.select(
        application_number=pl.when(good).then(pl.concat_str("base", pl.lit("."), check)),
        number_state="number_state",
        number_type=pl.when(good).then("number_type"),
        number_year=pl.when(good).then("number_year"),
    )
