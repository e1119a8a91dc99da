"""The postcode as evidence: its column, else the six digits before the address. It never proves a county."""

import polars as pl

from transforms.locate.gazetteer import Gazetteer

LEADING = r"^[^\p{Han}A-Za-z0-9]*(\d{6})(?:\D|$)"


def postcode_read() -> pl.Expr:
    """Six digits, or null; a column value that is no postcode counts as absent."""
    column = pl.col("postcode")
    stated = pl.when(column.str.contains(r"^\d{6}$")).then(column)
    return pl.coalesce(stated, pl.col("text").str.extract(LEADING))


def postcode_fits(gazetteer: Gazetteer) -> pl.Expr:
    """Whether the postcode belongs to the territory; false without one."""
    fits = pl.lit(False)
    for prefix in gazetteer.territory.postcode_prefixes:
        fits = fits | postcode_read().str.starts_with(prefix)
    return fits.fill_null(False)


def postcode_unit(gazetteer: Gazetteer) -> pl.Expr:
    """The unit that the postcode suggests, or null."""
    return postcode_read().replace_strict(gazetteer.postcode_hints, default=None, return_dtype=pl.String)
