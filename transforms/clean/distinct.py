"""Work done once a distinct value instead of once a row: dates, names and words repeat."""

from collections.abc import Callable
from typing import Any

import polars as pl

# texts a column's memory holds before it begins anew: some 50 MB of the longest
MOST_REMEMBERED = 250_000


class OnceAText:
    """A function of a text column that works out each distinct text once, and remembers it for the columns to come.

    `derive` adds columns to a frame of distinct texts (column `text`, maybe null among them); it must depend on
    nothing but them and the further arguments `of` of the call, which are told apart by identity: with others than the
    time before, everything is forgotten.
    """

    def __init__(self, derive: Callable[..., pl.DataFrame]) -> None:
        self._derive = derive
        self._memory: tuple[tuple[Any, ...], pl.DataFrame] | None = None

    def __call__(self, text: pl.Series, *of: Any) -> pl.DataFrame:
        """The derived columns for all rows of `text`, in their order."""
        if text.null_count() == len(text):
            one = self._learned(pl.DataFrame({"text": [None]}, schema={"text": pl.String}), of)
            blank = one.filter(pl.col("text").is_null()).drop("text")
            return pl.DataFrame([column.new_from_index(0, len(text)) for column in blank])
        keys = text.alias("text").to_frame()
        known = self._learned(keys.unique(), of)
        return keys.join(known, on="text", how="left", nulls_equal=True, maintain_order="left").drop("text")

    def _learned(self, texts: pl.DataFrame, of: tuple[Any, ...]) -> pl.DataFrame:
        """What is known of texts, of these and maybe of others."""
        known = self._remembered(of)
        if known is None or known.height > MOST_REMEMBERED:
            known = self._derive(texts, *of)
        else:
            unseen = texts.join(known, on="text", how="anti", nulls_equal=True)
            if unseen.height:
                known = pl.concat([known, self._derive(unseen, *of)])
        self._memory = of, known  # at once: threads may share it
        return known

    def _remembered(self, of: tuple[Any, ...]) -> pl.DataFrame | None:
        if self._memory is None:
            return None
        before, known = self._memory
        return known if [*map(id, of)] == [*map(id, before)] else None


def where_needed(text: pl.Series, needed: pl.Series, fix: Callable[[pl.Series], pl.Series]) -> pl.Series:
    """`text` with `fix` applied only to the rows marked in `needed` (null counts as not marked)."""
    rows = needed.arg_true()
    # scatter writes into the series it is called on
    return text if rows.is_empty() else text.clone().scatter(rows, fix(text.gather(rows)))
