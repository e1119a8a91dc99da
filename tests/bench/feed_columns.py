"""The columns of a made-up record feed, each computed from numbers by mixing (no random generator, no order).

`application` numbers what a row is about, `row` the row itself: the form a value is written in hangs on that.
"""

from collections.abc import Sequence
from datetime import date, timedelta

import numpy as np
import numpy.typing as npt
import polars as pl

from tests.bench import feed_words as words

Numbers = npt.NDArray[np.int64]

WRONG_CHECK_EVERY = 1_000
ELSEWHERE_PER_HUNDRED = 3
FIRM_COUNT = 20_000
CHECK_WEIGHTS = (2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5)
DAYS_BEFORE = 40  # filing dates reach this far before the first acceptance


def draw(numbers: Numbers, salt: int, below: int) -> Numbers:
    """Gives each number a fixed value from 0 to below - 1 that looks random (splitmix64 finaliser)."""
    mixed = numbers.astype(np.uint64) + np.uint64(salt * 0x9E3779B97F4A7C15 & 0xFFFFFFFFFFFFFFFF)
    for shift, factor in ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB)):
        mixed = (mixed ^ (mixed >> np.uint64(shift))) * np.uint64(factor)
    return ((mixed ^ (mixed >> np.uint64(31))) % np.uint64(below)).astype(np.int64)


def pick(choices: Sequence[str | None], index: Numbers) -> pl.Series:
    """Looks each index up among the choices."""
    return pl.Series(choices, dtype=pl.String).gather(index)


def check_values(base: Numbers) -> Numbers:
    """Computes the check value 0 to 10 (10 is written X) of twelve-digit numbers by ZC 0006-2003."""
    total = np.zeros_like(base)
    for place, weight in enumerate(CHECK_WEIGHTS):
        total += base // 10 ** (11 - place) % 10 * weight
    return total % 11


def number_texts(base: Numbers, row: Numbers, salt: int) -> pl.Series:
    """Writes application numbers the ways offices write them; one in a thousand with a wrong check digit."""
    right = check_values(base)
    is_wrong = draw(row, salt + 1, WRONG_CHECK_EVERY) == 0
    check = pick([*"0123456789X"], np.where(is_wrong, (right + 1 + draw(row, salt + 2, 10)) % 11, right))
    form = draw(row, salt + 3, 100)
    form[is_wrong & (form >= 99)] = 0  # without its check digit no number could be wrong
    digits = pl.col("base").cast(pl.String)
    dotted = pl.concat_str(digits, pl.lit("."), "check")
    spaced = pl.concat_str(digits.str.slice(0, 4), pl.lit(" "), digits.str.slice(4, 1), pl.lit(" "),
                           digits.str.slice(5), pl.lit("."), "check")  # fmt: skip
    wide = dotted.str.replace_many([*"0123456789."], [*"０１２３４５６７８９．"])
    text = (
        pl.when(pl.col("form") < 62).then(dotted)
        .when(pl.col("form") < 70).then(pl.concat_str(pl.lit("CN"), dotted))
        .when(pl.col("form") < 74).then(pl.concat_str(pl.lit("ZL"), dotted))
        .when(pl.col("form") < 81).then(spaced)
        .when(pl.col("form") < 91).then(pl.concat_str(digits, "check"))
        .when(pl.col("form") < 95).then(wide)
        .when(pl.col("form") < 99).then(dotted.str.to_lowercase())
        .otherwise(digits)
    )  # fmt: skip
    return pl.DataFrame({"base": base, "check": check, "form": form}).select(text=text).to_series()


def date_texts(first_day: date, day: Numbers, form: Numbers) -> pl.Series:
    """Writes days, counted from DAYS_BEFORE days before `first_day`, in six forms."""
    first = first_day - timedelta(days=DAYS_BEFORE)
    texts = []
    for offset in range(int(day.max(initial=0)) + 1):
        it = first + timedelta(days=offset)
        texts += [it.isoformat(), f"{it:%Y.%m.%d}", f"{it:%Y/%m/%d}", f"{it:%Y%m%d}",
                  f"{it.year}年{it.month}月{it.day}日", f"{it.year}/{it.month}/{it.day}"]  # fmt: skip
    return pick(texts, day * 6 + form)


def firm_names() -> list[str]:
    """Makes the distinct names of the firms."""
    lists = (words.FIRM_PLACES, words.SYLLABLES, words.SYLLABLES, words.TRADES, words.FIRM_ENDINGS)
    total = int(np.prod([len(choices) for choices in lists]))
    names = []
    for firm in range(FIRM_COUNT):
        rest = firm * 7_919 % total
        name = ""
        for choices in lists:
            rest, index = divmod(rest, len(choices))
            name += choices[index]
        names.append(name)
    return names


def applicant_texts(application: Numbers, salt: int) -> pl.Series:
    """Makes applicants: two thirds firms (a few with many applications), then persons and institutions."""
    persons = [a + b + c for a in words.SURNAMES for b in words.GIVEN_NAMES for c in ("", *words.GIVEN_NAMES)]
    names = [*firm_names(), *persons, *words.INSTITUTIONS]
    firm = draw(application, salt, 1_000_003) ** 2 * FIRM_COUNT // 1_000_003**2
    person = FIRM_COUNT + draw(application, salt + 1, len(persons))
    institution = FIRM_COUNT + len(persons) + draw(application, salt + 2, len(words.INSTITUTIONS))
    share = draw(application, salt + 3, 100)
    first = pick(names, np.select([share < 66, share < 91], [firm, person], institution))
    second = pick(names, draw(application, salt + 4, len(names)))
    separator = pick([*words.SEPARATORS, *[None] * 37], draw(application, salt + 5, 40))
    columns = pl.DataFrame({"first": first, "separator": separator, "second": second})
    both = pl.concat_str("first", "separator", "second")
    return columns.select(both.fill_null(pl.col("first"))).to_series()


def address_texts(application: Numbers, salt: int) -> pl.Series:
    """Makes addresses with mostly distinct house numbers; three in a hundred lie elsewhere, few are blank."""
    home, away = len(words.HOME_PLACES), len(words.ELSEWHERE_PLACES)
    is_away = draw(application, salt, 100) < ELSEWHERE_PER_HUNDRED
    place = np.where(is_away, home + draw(application, salt + 1, away), draw(application, salt + 1, home))
    place[draw(application, salt + 2, 1_000) == 0] = home + away
    columns = pl.DataFrame({
        "place": pick([*words.HOME_PLACES, *words.ELSEWHERE_PLACES, None], place),
        "road": pick(words.ROADS, draw(application, salt + 3, len(words.ROADS))),
        "house": 1 + draw(application, salt + 4, 2_999),
        "room": pick(words.ROOMS, draw(application, salt + 5, len(words.ROOMS))),
    })  # fmt: skip
    return columns.select(pl.concat_str("place", "road", "house", pl.lit("号"), "room")).to_series()


def title_texts(application: Numbers, salt: int) -> pl.Series:
    """Makes titles; a few hold commas and quotation marks, as real ones do."""
    lists = (words.QUALITIES, words.GOODS, words.QUALITIES, words.PARTS)
    drawn = [pick(choices, draw(application, salt + n, len(choices))) for n, choices in enumerate(lists)]
    columns = pl.DataFrame(dict(zip("abcd", drawn, strict=True)))
    return columns.select(pl.concat_str(pl.lit("一种用于"), "a", "b", pl.lit("的"), "c", "d")).to_series()
