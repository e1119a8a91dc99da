"""The names of regions that published tables use, from the gazetteer."""

import polars as pl

from transforms.clean.official import RegionNames
from transforms.locate.gazetteer import Gazetteer

_SURE = 3  # names of former towns and misspellings are no rows of a table of today's units


def region_names(gazetteer: Gazetteer) -> RegionNames:
    """Return the divisions of China, and the reporting units by name, label, stem (当湖) and zone."""
    aliases = gazetteer.aliases.filter(
        pl.col("alias_confidence") == _SURE, pl.col("alias_rule").is_in(["town_name", "zone_name"]))
    named = [
        gazetteer.units.select(name="unit_name", code="unit_code"),
        gazetteer.units.select(name="unit_label", code="unit_code"),
        gazetteer.units.select(name=pl.col("unit_name").str.replace(r"(?:街道|镇|乡)$", ""), code="unit_code"),
        aliases.select(name="alias", code="alias_unit"),
    ]
    return RegionNames(gazetteer.divisions, pl.concat(named).unique(), gazetteer.territory.county_code)
