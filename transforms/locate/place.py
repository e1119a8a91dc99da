"""From an address to the reporting unit it belongs to (DECISIONS 9 and 10), with rule and confidence."""

import polars as pl

from transforms.errors import DataError
from transforms.locate.alias import find_aliases
from transforms.locate.county import decide_county
from transforms.locate.gazetteer import Gazetteer
from transforms.locate.postcode import postcode_fits, postcode_unit
from transforms.locate.stated import stated_place
from transforms.locate.unit import assign_units

CONFIDENCE = {3: "high", 2: "medium", 1: "low"}
RESULT = ("unit_code", "unit_name", "location_rule", "location_confidence", "in_territory", "suggested_unit_code")
CORRECTED = "corrected_unit_code"


def locate(frame: pl.DataFrame, gazetteer: Gazetteer, attributed_to: str | None) -> pl.DataFrame:
    """Adds unit_code, unit_name, location_rule, location_confidence, in_territory, suggested_unit_code.

    Reads `address` and `postcode`; `province`, `city`, `county` and `corrected_unit_code` where present. Rows keep
    their order. `attributed_to`: county code of the feed (DECISIONS 9); with null or another county's code, an
    address that names no county is out of territory. A unit is assigned by the leftmost name of a town or zone;
    names of two units lower the confidence. Raises DataError for a corrected_unit_code that is no unit.
    """
    place = find_aliases(_narrow(frame, gazetteer), gazetteer)
    decided = decide_county(place, gazetteer)
    attributed = attributed_to == gazetteer.territory.county_code
    undecided = pl.col("decided").is_null()
    inside = pl.col("decided") == "in"
    inside = inside.fill_null(False) | undecided if attributed else inside.fill_null(False)
    known = decided.filter(inside).with_columns(county_known=pl.col("decided").is_not_null())
    parts = [assign_units(known, gazetteer), _outside(decided.filter(~inside), gazetteer)]
    columns = ("row", "unit_code", "rule", "certainty", "suggestion", "in_territory")
    located = pl.concat([_with_territory(part).select(columns) for part in parts]).sort("row")
    located = _exclude(located, gazetteer)
    if CORRECTED in frame.columns:
        located = _correct(located, frame[CORRECTED], gazetteer)
    return frame.with_columns(_result(located, gazetteer))


def _narrow(frame: pl.DataFrame, gazetteer: Gazetteer) -> pl.DataFrame:
    """Row number, address, postcode and what the columns province, city, county say."""
    return frame.select(
        text=pl.col("address").fill_null(""),
        postcode="postcode",
        stated=stated_place(frame, gazetteer.patterns.stated),
    ).with_row_index("row")


def _outside(place: pl.DataFrame, gazetteer: Gazetteer) -> pl.DataFrame:
    """Rows out of territory; those without any county keep what their weak evidence suggests."""
    undecided = place["decided"].is_null()
    fits, alias = postcode_fits(gazetteer), pl.col("alias_unit")
    weak = (
        pl.when("blank").then(pl.lit("blank")).when("bare").then(pl.lit("bare_name"))
        .when(alias.is_not_null()).then(pl.lit("ambiguous_town")).when(fits).then(pl.lit("postcode_only"))
        .otherwise(pl.lit("no_county"))
    )  # fmt: skip
    by_postcode = pl.coalesce(postcode_unit(gazetteer), pl.lit(gazetteer.territory.unassigned_code))
    settled, open_rows = place.filter(~undecided), place.filter(undecided)
    nothing = pl.lit(None, pl.String)
    return pl.concat(
        [
            settled.with_columns(unit_code=nothing, rule="decided", suggestion=nothing),
            open_rows.with_columns(
                unit_code=nothing, rule=weak, suggestion=pl.coalesce(alias, pl.when(fits).then(by_postcode))
            ),
        ]
    )


def _with_territory(part: pl.DataFrame) -> pl.DataFrame:
    return part.with_columns(in_territory=pl.col("unit_code").is_not_null())


def _exclude(located: pl.DataFrame, gazetteer: Gazetteer) -> pl.DataFrame:
    """Units switched off in territory.yml go out of territory and remain as suggestion."""
    excluded = pl.col("unit_code").is_in(gazetteer.territory.excluded_codes).fill_null(False)
    return located.with_columns(
        unit_code=pl.when(~excluded).then("unit_code"),
        rule=pl.when(excluded).then(pl.lit("excluded_unit")).otherwise("rule"),
        suggestion=pl.when(excluded).then("unit_code").otherwise("suggestion"),
        in_territory=pl.col("in_territory") & ~excluded,
    )


def _correct(located: pl.DataFrame, corrected: pl.Series, gazetteer: Gazetteer) -> pl.DataFrame:
    """A correction wins: a unit (or the unassigned member) is in territory, another county's code is out."""
    given = pl.col(CORRECTED).is_not_null()
    home = pl.col(CORRECTED).str.starts_with(gazetteer.territory.county_code).fill_null(False)
    codes = set(corrected.drop_nulls().to_list())
    units = set(gazetteer.units["unit_code"].to_list())
    elsewhere = {code for code in codes if code.isdecimal() and not code.startswith(gazetteer.territory.county_code)}
    if unknown := sorted(codes - units - elsewhere):
        raise DataError("data/corrections", 0, f"更正写明的单位代码不存在:{'、'.join(unknown)}。")
    return located.with_columns(corrected.alias(CORRECTED)).with_columns(
        unit_code=pl.when(given).then(pl.when(home).then(CORRECTED)).otherwise("unit_code"),
        rule=pl.when(given & home).then(pl.lit("correction")).when(given).then(pl.lit("corrected_out"))
        .otherwise("rule"),
        certainty=pl.when(given).then(3).otherwise("certainty"),
        suggestion=pl.when(~given).then("suggestion"),
        in_territory=pl.when(given).then(home).otherwise("in_territory"),
    )  # fmt: skip


def _result(located: pl.DataFrame, gazetteer: Gazetteer) -> list[pl.Series]:
    names = dict(gazetteer.units.select("unit_code", "unit_name").iter_rows())
    result = located.select(
        "unit_code",
        unit_name=pl.col("unit_code").replace_strict(names, return_dtype=pl.String),
        location_rule="rule",
        location_confidence=pl.col("certainty").replace_strict(CONFIDENCE, return_dtype=pl.String),
        in_territory="in_territory",
        suggested_unit_code="suggestion",
    )
    return [result.get_column(name) for name in RESULT]
