"""The regular expressions of one territory, made of its place names; each is applied to whole columns."""

from collections.abc import Mapping
from dataclasses import dataclass

from transforms.clean.reference_rows import ReferenceRow
from transforms.locate.divisions import Divisions, divisions_of
from transforms.locate.names import Aliases
from transforms.locate.territory import Territory
from transforms.locate.words import (
    BUILDING,
    FIRM_AFTER,
    GAP,
    HEAD,
    NOT_MARKET,
    NOT_ROAD,
    NOT_STREET,
    UNLISTED,
    VILLAGE_END,
    ZONE_WORDS,
    any_of,
    latin_word,
)

Rows = Mapping[str, list[ReferenceRow]]


@dataclass(frozen=True)
class HomePatterns:
    """What an address of this county looks like; names with `head` are anchored at the start of the address."""

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


@dataclass(frozen=True)
class ElsewherePatterns:
    """What an address of elsewhere looks like."""

    other_head: str
    foreign_head: str
    guarded_lookalike: str
    lookalike: str
    neighbour_town: str
    unlisted_head: str
    other_anywhere: str
    sibling_anywhere: str
    latin_foreign: str


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
    places = divisions_of(territory, rows["china_divisions.csv"], rows["neighbour_places.csv"])
    return Patterns(
        home=_home(territory, places, aliases, roads),
        elsewhere=_elsewhere(places, rows),
        stated=_stated(territory, places),
    )


def _home(territory: Territory, places: Divisions, aliases: Aliases, roads: dict[str, str]) -> HomePatterns:
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
        context=rf"{HEAD}(?:{places.province}|{places.city}){NOT_ROAD}",
        city_context=rf"{HEAD}(?:{places.province}{GAP})*{places.city}{NOT_ROAD}",
        bare_head=rf"{lead}{short}{NOT_ROAD}",
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
        latin_name=latin_word(territory.latin_names),
        latin_context=latin_word(territory.latin_context),
    )


def _elsewhere(places: Divisions, rows: Rows) -> ElsewherePatterns:
    lookalikes = rows["lookalike_places.csv"]
    guarded = [f"{any_of(row['guard_words'].split('|'))}.*{_stem(row['name'])}" for row in lookalikes]
    foreign = {
        script: [row["name"] for row in rows["foreign_places.csv"] if row["script"] == script]
        for script in ("han", "latin")
    }
    towns = places.neighbours["town"]
    return ElsewherePatterns(
        other_head=_other_head(places),
        foreign_head=rf"{HEAD}{any_of(foreign['han'])}{NOT_STREET}",
        guarded_lookalike="|".join(guarded) or any_of(()),
        lookalike=any_of(row["name"] for row in lookalikes if row["name"] not in _own_names(rows)),
        neighbour_town=rf"{HEAD}(?:{places.upper}+{any_of(towns)}"
        rf"|{any_of(name for name in towns if name.endswith('镇'))})",
        unlisted_head=rf"{HEAD}(?:{places.province}{GAP})?{UNLISTED}",
        other_anywhere=any_of((*places.other_provinces_full, *places.other_prefectures_full)) + NOT_MARKET,
        sibling_anywhere=any_of(places.siblings_full) + NOT_MARKET,
        latin_foreign=latin_word(foreign["latin"]),
    )


def _other_head(places: Divisions) -> str:
    """Another province, city or county where the address begins, whichever way it is written."""
    short_siblings = any_of(places.neighbours["short_name"])
    after_city = any_of((*places.neighbours["former_county"], *places.neighbours["zone"]))
    return (
        rf"{HEAD}(?:{any_of(places.other_provinces)}{NOT_ROAD}"
        rf"|{places.upper}*(?:{any_of(places.other_full)}{NOT_MARKET}|{short_siblings}{NOT_ROAD})"
        rf"|{places.province}{GAP}{any_of(places.province_short_names)}{NOT_ROAD}"
        rf"|(?:{places.province}{GAP})?{places.city}{GAP}{after_city}"
        rf"|{any_of(places.pairs)}{NOT_ROAD}"
        rf"|{any_of(places.prefectures_short)}{ZONE_WORDS})"
    )


def _stem(name: str) -> str:
    for rank in ("街道", "镇", "乡"):
        name = name.removesuffix(rank)
    return name


def _own_names(rows: Rows) -> set[str]:
    return {name for row in rows["town_aliases.csv"] for name in row["alias"].split("|")}


def _stated(territory: Territory, places: Divisions) -> StatedPatterns:
    code = territory.county_code
    names = any_of((places.county, *territory.former_names))
    return StatedPatterns(
        county=rf"{names}|^{territory.short_name}$|{code}",
        upper=rf"{places.city}|{places.province}|^{code[:4]}(?:00)?$|\b{code[:2]}(?:0000)?\b",
        other_province=rf"{any_of(places.other_provinces)}|^[A-Z]{{2}}\b|^\d{{2}}(?:0000)?$",
        other_city=rf"{any_of(places.prefectures_short)}|(?:市|州|盟|地区)$|^\d{{4}}(?:00)?$",
    )
