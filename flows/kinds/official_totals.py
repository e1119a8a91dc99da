"""Rows of tables that the level above published."""

from typing import TYPE_CHECKING

import polars as pl

from flows.kinds.kind import Kind
from transforms.clean.official import RegionNames, clean_official

if TYPE_CHECKING:
    from flows.reference import Reference
    from flows.take_in import Delivery


def _clean(raw: pl.DataFrame, delivery: "Delivery", reference: "Reference") -> pl.DataFrame:
    layout = delivery.plan.profile.layout
    assert layout is not None, "a profile of this table has a layout"
    sheet = next(sheet for sheet in delivery.plan.sheets if sheet.sheet == raw["sheet"][0])
    return clean_official(raw, sheet, layout, delivery.plan.feed_month, _region_names(reference))


def _place(rows: pl.DataFrame, _delivery: "Delivery", _reference: "Reference") -> pl.DataFrame:
    """A row says its region itself."""
    return rows


def _region_names(reference: "Reference") -> RegionNames:
    places = reference.gazetteer
    named = pl.concat(
        [
            places.units.select(name=column, code="unit_code") for column in ("unit_name", "unit_label")
        ]
        + [places.aliases.filter(pl.col("alias_confidence") == 3, pl.col("alias_rule") != "former_town").select(
            name="alias", code="alias_unit")]
    )
    return RegionNames(places.divisions, named.unique(), places.territory.county_code)


KIND = Kind(_clean, _place, "insert_official_records")
