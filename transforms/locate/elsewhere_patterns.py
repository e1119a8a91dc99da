"""What an address of elsewhere looks like."""

from collections.abc import Mapping
from dataclasses import dataclass

from transforms.locate.divisions import Divisions
from transforms.locate.other_head import OtherHead
from transforms.locate.words import (
    GAP,
    HEAD,
    NOT_MARKET,
    NOT_ROAD,
    NOT_STREET,
    UNLISTED,
    any_of,
    latin_place,
    latin_word,
)
from transforms.reference_rows import ReferenceRow

Rows = Mapping[str, list[ReferenceRow]]


@dataclass(frozen=True)
class ElsewherePatterns:
    """Expressions of other countries, provinces, cities, counties and towns."""

    other_head: OtherHead
    foreign_head: str
    guarded_lookalike: str
    lookalike: str
    neighbour_town: str
    unlisted_head: str
    other_anywhere: str
    sibling_anywhere: str
    latin_foreign: str
    latin_other: str


def elsewhere_patterns(places: Divisions, rows: Rows) -> ElsewherePatterns:
    """The expressions of elsewhere from the divisions and the parsed reference rows by file name."""
    lookalikes = rows["lookalike_places.csv"]
    guarded = [
        rf"{any_of(row['guard_words'].split('|'))}(?:{_stem(row['name'])}|{NOT_ROAD}.*{_stem(row['name'])})"
        for row in lookalikes
    ]
    foreign = {
        script: [row["name"] for row in rows["foreign_places.csv"] if row["script"] == script]
        for script in ("han", "latin")
    }
    towns = places.neighbours["town"]
    return ElsewherePatterns(
        other_head=OtherHead(places),
        foreign_head=rf"{HEAD}{any_of(foreign['han'])}{NOT_STREET}",
        guarded_lookalike="|".join(guarded) or any_of(()),
        lookalike=any_of(row["name"] for row in lookalikes if row["name"] not in _own_names(rows)),
        neighbour_town=rf"{HEAD}(?:{places.upper}+{any_of(towns)}"
        rf"|{any_of(name for name in towns if name.endswith('镇'))})",
        unlisted_head=rf"{HEAD}(?:{places.province}{GAP})?{UNLISTED}",
        other_anywhere=any_of((*places.other_provinces_full, *places.other_prefectures_full)) + NOT_MARKET,
        sibling_anywhere=any_of(places.siblings_full) + NOT_MARKET,
        latin_foreign=latin_word(foreign["latin"]),
        latin_other=latin_place(places.latin_elsewhere),
    )


def _stem(name: str) -> str:
    for rank in ("街道", "镇", "乡"):
        name = name.removesuffix(rank)
    return name


def _own_names(rows: Rows) -> set[str]:
    return {name for row in rows["town_aliases.csv"] for name in row["alias"].split("|")}
