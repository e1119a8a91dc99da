"""Addresses without blanks, and postcodes: in a column of their own or in front of the address."""

import polars as pl

from transforms.clean.distinct import OnceAText
from transforms.clean.text import BLANK_SPELLINGS, compact, without_space

LEADING_POSTCODE = r"^[(\[]?(?:邮编:?)?([0-9]{6})[)\]]?[,:;]?(\p{Han}.*)$"


def addresses(text: pl.Series) -> pl.DataFrame:
    """Columns address (NFKC, no white space, no postcode in front) and in_front (that postcode, else null)."""
    frame = compact(text).to_frame("address").select(pl.when(~pl.col("address").is_in(BLANK_SPELLINGS)).then("address"))
    starts = frame["address"].str.contains(r"^(?:[0-9(\[]|邮编)").fill_null(False)
    if not starts.any():
        return frame.with_columns(in_front=pl.lit(None, dtype=pl.String))
    split = frame.select(groups=pl.when(starts).then("address").str.extract_groups(LEADING_POSTCODE))
    rest, in_front = (split.select(pl.col("groups").struct.field(name))[name] for name in ("2", "1"))
    return pl.DataFrame({"address": pl.select(pl.coalesce(rest, frame["address"]))[:, 0], "in_front": in_front})


@OnceAText
def _postcode(keys: pl.DataFrame) -> pl.DataFrame:
    digits = without_space(pl.col("text")).str.extract(r"^(?:邮编:?)?([0-9]{6})(?:\.0+)?$", 1)
    return keys.with_columns(postcode=digits)


def postcodes(text: pl.Series) -> pl.Series:
    """Six digits of a postcode column (`314200.0` too), null for anything else."""
    return _postcode(text)["postcode"]
