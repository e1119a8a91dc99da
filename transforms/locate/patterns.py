"""The regular expressions of one territory, made of its place names; each is applied to whole columns."""

from dataclasses import dataclass

from transforms.locate.divisions import Divisions, divisions_of
from transforms.locate.elsewhere_patterns import ElsewherePatterns, Rows, elsewhere_patterns
from transforms.locate.home_patterns import HomePatterns, home_patterns
from transforms.locate.names import Aliases
from transforms.locate.territory import Territory
from transforms.locate.words import any_of


@dataclass(frozen=True)
class StatedPatterns:
    """What the columns province, city and county may say about home."""

    county: str
    upper: str
    other_province: str
    other_city: str


@dataclass(frozen=True)
class Patterns:
    """All expressions of a territory."""

    home: HomePatterns
    elsewhere: ElsewherePatterns
    stated: StatedPatterns


def build_patterns(territory: Territory, aliases: Aliases, rows: Rows, roads: dict[str, str]) -> Patterns:
    """All expressions for a territory, from the parsed reference rows by file name."""
    places = divisions_of(territory, rows["china_divisions.csv"], rows["neighbour_places.csv"], rows["latin_places.csv"])
    return Patterns(
        home=home_patterns(territory, places, aliases, roads),
        elsewhere=elsewhere_patterns(places, rows),
        stated=_stated(territory, places),
    )


def _stated(territory: Territory, places: Divisions) -> StatedPatterns:
    code = territory.county_code
    names = any_of((places.county, *territory.former_names))
    return StatedPatterns(
        county=rf"{names}|^{territory.short_name}$|{code}",
        upper=rf"{places.city}|{places.province}|^{code[:4]}(?:00)?$|\b{code[:2]}(?:0000)?\b",
        other_province=rf"{any_of(places.other_provinces)}|^[A-Z]{{2}}\b|^\d{{2}}(?:0000)?$",
        other_city=rf"{any_of(places.prefectures_short)}|(?:市|州|盟|地区)$|^\d{{4}}(?:00)?$",
    )
