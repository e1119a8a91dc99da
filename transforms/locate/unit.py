"""Which unit of the county an address names, and which it merely suggests."""

import polars as pl

from transforms.locate.county import HIGH, LOW, MEDIUM, TEXT, with_near_text
from transforms.locate.gazetteer import Gazetteer
from transforms.locate.home_patterns import HomePatterns
from transforms.locate.postcode import postcode_unit


def assign_units(inside: pl.DataFrame, gazetteer: Gazetteer) -> pl.DataFrame:
    """Adds unit_code, rule, certainty and suggestion to rows in territory; `county_known` = not by attribution."""
    # a name that proves nothing (城关镇) needs a known county; a zone that the feed attributes does not
    assigning = pl.col("county_known") | (pl.col("alias_proves") != "never") | (pl.col("alias_rule") == "zone_overlay")
    by_name = pl.col("alias_unit").is_not_null() & assigning
    named = inside.filter(by_name).with_columns(
        unit_code=pl.col("alias_unit"),
        rule=pl.col("alias_rule"),
        certainty=_least(
            pl.when("county_known").then("certainty").otherwise(MEDIUM),
            pl.col("alias_confidence"),
            pl.when("alias_conflict").then(MEDIUM).otherwise(HIGH),
        ),
        suggestion=pl.lit(None, pl.String),
    )
    rest = inside.filter(~by_name)
    if rest.is_empty():
        return named
    return pl.concat([named, _by_place_in_text(with_near_text(rest), gazetteer).select(named.columns)])


def _by_place_in_text(place: pl.DataFrame, gazetteer: Gazetteer) -> pl.DataFrame:
    """Short names and villages count in an address whose county is known, and only suggest in any other."""
    home = gazetteer.patterns.home
    known = pl.col("county_known")
    by_column = pl.lit(gazetteer.territory.short_name) + TEXT  # the county stands in its own column
    text = pl.when(known & (pl.col("stated") == "home")).then(by_column).otherwise(TEXT)
    found = place.with_columns(read=text).with_columns(
        short=_unit_of(_short_name(home), gazetteer.short_names),
        village=_unit_of(pl.col("read").str.extract(home.village), gazetteer.villages),
        hint=_weak_hint(gazetteer),
    )
    return found.with_columns(
        unit_code=pl.when(known).then(pl.coalesce("short", "village", pl.lit(gazetteer.territory.unassigned_code)))
        .otherwise(pl.lit(gazetteer.territory.unassigned_code)),
        rule=pl.when(~known & pl.col("blank").fill_null(False)).then(pl.lit("attributed_blank"))
        .when(~known).then(pl.lit("attributed_no_county"))
        .when(pl.col("short").is_not_null()).then(pl.lit("town_short_name"))
        .when(pl.col("village").is_not_null()).then(pl.lit("village_name"))
        .otherwise(pl.lit("county_only")),
        certainty=pl.when(known).then(_least(pl.col("certainty"), pl.lit(MEDIUM))).otherwise(LOW).cast(pl.Int8),
        suggestion=pl.when(known & pl.coalesce("short", "village").is_not_null()).then(None).otherwise("hint"),
    )  # fmt: skip


def _short_name(home: HomePatterns) -> pl.Expr:
    """The short name right after county or context, unless it begins the name of a firm (平湖市新仓某某有限公司)."""
    read = pl.col("read")
    name = pl.coalesce(read.str.extract(home.short_after_county), read.str.extract(home.short_after_context))
    return pl.when(~read.str.contains(home.firm_after_short)).then(name)


def _weak_hint(gazetteer: Gazetteer) -> pl.Expr:
    """Name, village or short name without county, road of the county, postcode: in this order."""
    return pl.coalesce(
        "alias_unit",
        _unit_of(TEXT.str.extract(gazetteer.patterns.home.village_anywhere), gazetteer.villages),
        _unit_of(TEXT.str.extract(gazetteer.patterns.home.short_anywhere_head), gazetteer.short_names),
        pl.when("county_known").then(_unit_of(TEXT.str.extract(gazetteer.patterns.home.road), gazetteer.road_hints)),
        postcode_unit(gazetteer),
    )


def _unit_of(name: pl.Expr, units: dict[str, str]) -> pl.Expr:
    return name.replace_strict(units, default=None, return_dtype=pl.String)


def _least(*levels: pl.Expr) -> pl.Expr:
    return pl.min_horizontal(*levels).cast(pl.Int8)
