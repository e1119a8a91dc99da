"""What an address of this county looks like."""

from collections.abc import Iterable
from dataclasses import dataclass

from transforms.locate.divisions import Divisions
from transforms.locate.names import Aliases
from transforms.locate.territory import Territory
from transforms.locate.words import (
    BUILDING,
    FIRM_AFTER,
    GAP,
    HEAD,
    NOT_MARKET,
    NOT_ROAD,
    NOT_ROAD_OR_VILLAGE,
    VILLAGE_END,
    any_of,
    latin_place,
)


@dataclass(frozen=True)
class HomePatterns:
    """Expressions of home; names with `head` are anchored at the start of the address."""

    ranked_head: str  # ... 平湖市
    ranked_anywhere: str
    context: str  # 浙江, 嘉兴 at the head
    city_context: str  # 嘉兴 at the head
    bare_head: str  # ... 平湖, no road
    building_head: str  # ... 平湖大厦
    rank_below_head: str  # ... 平湖镇
    short_head: str  # ... 平湖新仓
    short_after_county: str
    short_after_context: str
    short_anywhere_head: str
    firm_after_short: str
    village: str
    village_anywhere: str
    road: str
    latin_name: str
    latin_context: str


def home_patterns(territory: Territory, places: Divisions, aliases: Aliases, roads: Iterable[str]) -> HomePatterns:
    """The expressions of home from its names, its units' names and the roads that hint at a unit."""
    short = territory.short_name
    ranked = rf"(?:{places.county}{NOT_MARKET}|{any_of(territory.former_names)})"
    lead = rf"{HEAD}{places.upper}*"
    ranks = {name.removeprefix(short) for name in (places.county, *territory.former_names)}
    county = rf"{short}{any_of(ranks)}?"
    stems = any_of(aliases.short)
    proving = any_of(name for name, alias in aliases.short.items() if alias.proves == "always")
    border = rf"(?:{county}|[号路街道弄巷镇乡村区幢室\]),、。.;:0-9-]){GAP}"
    village = rf"({any_of(aliases.villages)}){VILLAGE_END}"
    return HomePatterns(
        ranked_head=rf"{lead}{ranked}",
        ranked_anywhere=ranked,
        context=rf"{HEAD}(?:{places.province}|{places.city}){NOT_ROAD_OR_VILLAGE}",
        city_context=rf"{HEAD}(?:{places.province}{GAP})*{places.city}{NOT_ROAD_OR_VILLAGE}",
        bare_head=rf"{lead}{short}{NOT_ROAD_OR_VILLAGE}",
        building_head=rf"{lead}{short}{BUILDING}",
        rank_below_head=rf"{lead}{short}(?:镇|乡|街道)",
        short_head=rf"{lead}{short}{GAP}{stems}{NOT_ROAD}",
        short_after_county=rf"{county}{GAP}({stems}){NOT_ROAD}",
        short_after_context=rf"{HEAD}{places.upper}+({proving}){NOT_ROAD}",
        short_anywhere_head=rf"{lead}(?:{county}{GAP})?({stems}){NOT_ROAD}",
        firm_after_short=rf"(?:{county}{GAP}|{HEAD}{places.upper}+){stems}{FIRM_AFTER}",
        village=rf"{border}{village}",
        village_anywhere=rf"(?:{lead}|{border}){village}",
        road=rf"({any_of(roads)})",
        latin_name=latin_place(places.latin_own),
        latin_context=latin_place(places.latin_above),
    )
