"""What a document kind means: read together with its publication date (ZC 0008-2004 and practice)."""

import polars as pl

from transforms.clean.distinct import OnceAText
from transforms.clean.text import without_space

KIND_CODE = r"^(?:CN-?)?([A-Z][0-9]?)$"
# The first digit of a publication number tells the type as well.
TYPE_OF_DIGIT = {1: "invention", 2: "utility_model", 3: "design", 8: "invention", 9: "utility_model"}
CORRECTIONS = ("correction", "partial_invalidation")


def document_kinds(kind: pl.Series, dated_on: pl.Series, kinds: pl.DataFrame) -> pl.DataFrame:
    """Columns document_type and document_event (publication, grant, announcement, correction ...) of a kind.

    `B` was an announcement before grant until 1992 and is a grant since 2010-04-07. A letter out of its time
    has a type and no event; so has one without date, unless it always meant the same.
    """
    event = pl.lit(None, dtype=pl.String)
    present = kinds.filter(pl.col("document_kind").is_in(kind.unique().implode()))
    for letter, first, last, _, meaning in present.iter_rows():
        in_time = pl.col("dated_on").is_between(first, last)
        if (present["document_kind"] == letter).sum() == 1:
            in_time = in_time.fill_null(True)
        event = pl.when((pl.col("kind") == letter) & in_time).then(pl.lit(meaning)).otherwise(event)
    types = dict(present.select("document_kind", "document_type").iter_rows())
    return pl.DataFrame({"kind": kind, "dated_on": dated_on}).select(
        document_type=pl.col("kind").replace_strict(types, default=None, return_dtype=pl.String),
        document_event=event,
    )


def kind_codes(text: pl.Series) -> pl.Series:
    """Kind letters of a kind column (`A`, `B2`, `CN-U`); null for words such as 发明授权."""
    return _kind_code(text)["kind"]


@OnceAText
def _kind_code(keys: pl.DataFrame) -> pl.DataFrame:
    return keys.with_columns(kind=without_space(pl.col("text")).str.to_uppercase().str.extract(KIND_CODE, 1))


def types_by_word(text: pl.Series, words: pl.DataFrame) -> pl.Series:
    """The patent type a type word names; null for blanks and words that are not in the list."""
    return _type_by_word(text, words)["type_by_word"]


@OnceAText
def _type_by_word(keys: pl.DataFrame, words: pl.DataFrame) -> pl.DataFrame:
    word = without_space(pl.col("text")).str.to_uppercase()
    return keys.with_columns(word=word).join(words, on="word", how="left").drop("word")


def type_of_digit(digit: pl.Expr) -> pl.Expr:
    """Patent type of a type digit 1, 2, 3, 8, 9; null for null."""
    return digit.replace_strict(TYPE_OF_DIGIT, default=None, return_dtype=pl.String)
