"""Work done once a distinct value instead of once a row: dates, names and words repeat."""

from collections.abc import Callable

import polars as pl


def by_distinct(text: pl.Series, derive: Callable[[pl.DataFrame], pl.DataFrame]) -> pl.DataFrame:
    """The columns `derive` adds to a frame of the distinct values (column `text`), for all rows in their order."""
    keys = text.alias("text").to_frame()
    if text.null_count() == len(text):
        one = derive(pl.DataFrame({"text": [None]}, schema={"text": pl.String})).drop("text")
        return pl.DataFrame([column.new_from_index(0, len(text)) for column in one])
    derived = derive(keys.unique())
    joined = keys.join(derived, on="text", how="left", nulls_equal=True, maintain_order="left")
    return joined.drop("text")


def where_needed(text: pl.Series, needed: pl.Series, fix: Callable[[pl.Series], pl.Series]) -> pl.Series:
    """`text` with `fix` applied only to the rows marked in `needed` (null counts as not marked)."""
    rows = needed.arg_true()
    # scatter writes into the series it is called on
    return text if rows.is_empty() else text.clone().scatter(rows, fix(text.gather(rows)))
