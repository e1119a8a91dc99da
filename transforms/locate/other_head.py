"""Another province, city or county where an address begins."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

import polars as pl

from transforms.locate.divisions import Divisions
from transforms.locate.words import GAP, HEAD, NOT_MARKET, NOT_ROAD_OR_VILLAGE, ZONE_WORDS, any_of

# Characters that are looked through for names: to compile the expression of all names takes as long as some ten times this.
_MOST_READ = 20_000


@dataclass(frozen=True)
class OtherHead:
    """The expression of all places but home where an address begins, whichever way they are written.

    There are thousands of names, and a month's file has a handful of addresses that name none of home.
    """

    places: Divisions

    def within(self, texts: pl.Series) -> str:
        """What finds the same in `texts` (no nulls) as the expression of all names does; of few texts it is a small one."""
        if (texts.str.len_chars().sum() or 0) > _MOST_READ:
            return self._of_all
        said = "\n".join(texts)
        begun = {*said, *map("".join, zip(said, said[1:], strict=False))}
        # a name whose first two characters occur nowhere cannot be found
        return self._of(lambda names: any_of(name for name in names if name[:2] in begun))

    @cached_property
    def _of_all(self) -> str:
        return self._of(any_of)

    def _of(self, named: Callable[[Iterable[str]], str]) -> str:
        places = self.places
        short_siblings = named(places.neighbours["short_name"])
        after_city = named((*places.neighbours["former_county"], *places.neighbours["zone"]))
        return (
            rf"{HEAD}(?:{named((*places.other_provinces, *places.alone))}{NOT_ROAD_OR_VILLAGE}"
            rf"|{places.upper}*(?:{named(places.other_full)}{NOT_MARKET}|{short_siblings}{NOT_ROAD_OR_VILLAGE})"
            rf"|{places.province}{GAP}{named(places.province_short_names)}{NOT_ROAD_OR_VILLAGE}"
            rf"|(?:{places.province}{GAP})?(?:{places.city}{GAP})+{after_city}"
            rf"|{named(places.pairs)}{NOT_ROAD_OR_VILLAGE}"
            rf"|{named(places.prefectures_short)}{ZONE_WORDS})"
        )
