"""Work done once a distinct value instead of once a row: dates, names and words repeat."""

from collections.abc import Callable

import polars as pl


def by_distinct(keys: pl.DataFrame, derive: Callable[[pl.DataFrame], pl.DataFrame]) -> pl.DataFrame:
    """The columns `derive` adds to the distinct rows of `keys`, spread over all rows in their order."""
    names = keys.columns
    derived = derive(keys.unique())
    joined = keys.join(derived, on=names, how="left", nulls_equal=True, maintain_order="left")
    return joined.select(pl.exclude(names))


def where_needed(text: pl.Series, needed: pl.Series, fix: Callable[[pl.Series], pl.Series]) -> pl.Series:
    """`text` with `fix` applied only to the rows marked in `needed` (null counts as not marked)."""
    rows = needed.arg_true()
    return text if rows.is_empty() else text.scatter(rows, fix(text.gather(rows)))
