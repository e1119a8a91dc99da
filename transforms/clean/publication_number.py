"""Publication numbers of Chinese documents, and what in their column is none (ZC 0007-2004)."""

import polars as pl

from transforms.clean.distinct import where_needed
from transforms.clean.text import BLANK_WORDS, code_text

COMMON = r"^CN[123][0-9]{8}[A-Z]$"
# Nine digits since August 2007, seven since 1989, before that the eight of the application number. Without
# CN and without a kind letter only nine digits are believed: seven may be a certificate's serial number.
WRITTEN = r"^(?:CN[123][0-9]{6}(?:[0-9]{2})?|[123][0-9]{8}|CN8[5-8][0-9]{6})(?:[A-Z][0-9]?)?$"
SHORT = r"^([123][0-9]{6}|8[5-8][0-9]{6})([A-Z][0-9]?)$"
NONE, BLANK = "?", ""


def _uncommon(text: pl.Series) -> pl.Series:
    raw = pl.col("raw")
    frame = text.to_frame("raw").select(raw.str.normalize("NFKC").str.strip_chars().str.to_uppercase())
    code = code_text(raw).str.replace(r"^([0-9]{9})\.0$", "$1").str.replace(SHORT, "CN$1$2")
    written = pl.col("code").str.contains(WRITTEN)
    number = (
        pl.when(raw.is_in(BLANK_WORDS))
        .then(pl.lit(BLANK))
        .when(written & ~pl.col("code").str.starts_with("CN"))
        .then(pl.lit("CN") + pl.col("code"))
        .when(written)
        .then("code")
        .otherwise(pl.lit(NONE))
    )
    return frame.with_columns(code=code).select(number=number)["number"]


def publication_numbers(text: pl.Series) -> pl.DataFrame:
    """Columns publication_number, publication_stem (without kind), document_kind, is_other, one row a cell.

    `CN 104124744 A`, `CN-103460723-B` and `CN1019873C` become `CN104124744A` and so on; document_kind is null
    where the text has no letter. is_other marks text that is no Chinese publication number: an application
    number with a kind letter (`CN201410411150A`), a foreign document or a slip; the rest is null there.
    """
    common = text.str.contains(COMMON)
    number = where_needed(text, ~common, _uncommon).alias("number")
    good = pl.col("number").str.len_bytes() > len(NONE)
    kind = pl.col("number").str.slice(2).str.strip_chars_start("0123456789")
    return (
        number.to_frame()
        .with_columns(number=pl.when(good).then("number"), is_other=(pl.col("number") == NONE).fill_null(False))
        .with_columns(kind=kind)
        .select(
            publication_number="number",
            publication_stem=pl.col("number").str.head(
                pl.col("number").str.len_bytes() - pl.col("kind").str.len_bytes()
            ),
            document_kind=pl.when(pl.col("kind") != "").then("kind"),
            is_other="is_other",
        )
    )


def foreign_documents(text: pl.Series, foreign_offices: tuple[str, ...]) -> pl.Series:
    """True where a number begins with the two-letter code of another office, or is a PCT number (never null)."""
    code = code_text(pl.col("text").str.normalize("NFKC").str.to_uppercase())
    offices = "|".join(foreign_offices)
    foreign = code.str.contains(rf"^(?:PCT[/]?|(?:{offices})[A-Z/]*)[0-9A-Z/]*[0-9]{{2}}")
    return text.to_frame("text").select(foreign.fill_null(False).alias("foreign"))["foreign"]
