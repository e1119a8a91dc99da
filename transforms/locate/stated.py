"""What the columns province, city and county say, where a database export has them."""

import polars as pl

from transforms.locate.patterns import StatedPatterns

COLUMNS = ("province", "city", "county")
PLACEHOLDER = "市辖区|省直辖|自治区直辖|直辖县|^县$"


def stated_place(frame: pl.DataFrame, patterns: StatedPatterns) -> pl.Series:
    """`home` (this county), `upper` (its city or province, no county), `other`, or null, for each row."""
    present = [name for name in COLUMNS if name in frame.columns and frame[name].null_count() < frame.height]
    if not present:
        return pl.Series("stated", [None] * frame.height, dtype=pl.String)
    texts = frame.select(
        pl.col(name) if name in present else pl.lit(None, pl.String).alias(name) for name in COLUMNS
    ).with_row_index("row")
    stated = texts.group_by(COLUMNS).agg("row").with_columns(stated=_verdict(patterns))
    return stated.select("row", "stated").explode("row").sort("row").get_column("stated")


def _verdict(patterns: StatedPatterns) -> pl.Expr:
    province, city, county = (pl.col(name).fill_null("").str.strip_chars() for name in COLUMNS)
    upper = city.str.contains(patterns.upper) | province.str.contains(patterns.upper)
    other_county = county.str.contains(r"[市县区旗]$|^\d{6}$") & ~county.str.contains(PLACEHOLDER)
    other_city = (
        city.str.contains(patterns.other_city) & ~city.str.contains(patterns.upper) & ~city.str.contains(PLACEHOLDER)
    )
    other_province = (
        province.str.contains(patterns.other_province)
        & ~province.str.contains(patterns.upper)
        & ~province.str.contains(r"^(?:CN|86)\b")
    )
    return (
        pl.when(county.str.contains(patterns.county))
        .then(pl.lit("home"))
        .when(other_county | other_city | other_province)
        .then(pl.lit("other"))
        .when(upper)
        .then(pl.lit("upper"))
    )
