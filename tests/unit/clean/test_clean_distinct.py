"""Each distinct text is worked out once, and every row gets its own."""

import polars as pl
import pytest

from transforms.clean import distinct
from transforms.clean.distinct import OnceAText


class Lengths:
    """A derivation that notes which texts it was given; the unit is what it depends on beside the text."""

    def __init__(self) -> None:
        self.asked: list[list[str | None]] = []
        self.function = OnceAText(self._derive)

    def _derive(self, keys: pl.DataFrame, unit: list[int]) -> pl.DataFrame:
        self.asked.append(sorted(keys["text"].to_list(), key=str))
        return keys.with_columns(length=pl.col("text").str.len_chars() * unit[0])

    def __call__(self, texts: list[str | None], unit: list[int]) -> list[int | None]:
        return self.function(pl.Series("any name", texts, dtype=pl.String), unit)["length"].to_list()


def test_text__is_derived_once_for_all_its_rows_and_columns() -> None:
    lengths, unit = Lengths(), [1]
    assert lengths(["a", "bb", "a", None], unit) == [1, 2, 1, None]
    assert lengths(["ccc", None, "bb"], unit) == [3, None, 2]
    assert lengths.asked == [[None, "a", "bb"], ["ccc"]]


def test_column_without_text__has_the_values_of_null() -> None:
    lengths, unit = Lengths(), [1]
    assert lengths([None, None], unit) == [None, None]
    assert lengths([], unit) == []
    assert lengths.asked == [[None]]


def test_other_reference__is_not_answered_from_memory() -> None:
    lengths, metres, feet = Lengths(), [1], [3]
    assert (lengths(["a"], metres), lengths(["a"], feet), lengths(["a"], metres)) == ([1], [3], [1])
    # equal is not the same: what it holds may have been changed since
    assert lengths(["a"], [1]) == [1]
    assert lengths.asked == [["a"]] * 4


def test_full_memory__begins_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(distinct, "MOST_REMEMBERED", 2)
    lengths, unit = Lengths(), [1]
    for text in ("a", "bb", "ccc", "dddd", "a"):
        assert lengths([text], unit) == [len(text)]
    assert lengths(["a", "dddd"], unit) == [1, 4]
    assert lengths.asked == [["a"], ["bb"], ["ccc"], ["dddd"], ["a"]]
