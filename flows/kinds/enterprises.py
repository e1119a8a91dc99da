"""Recognitions, renamings and revocations of demonstration enterprises."""

from typing import TYPE_CHECKING

import polars as pl

from flows.kinds.kind import Kind, row_context
from transforms.clean import clean_enterprises
from transforms.locate import locate

if TYPE_CHECKING:
    from flows.reference import Reference
    from flows.take_in import RecognisedFile


# What a list without a column of events reports of each firm; its title was asked before it was taken in.
_RECOGNITION = "认定"


def _clean(raw: pl.DataFrame, file: "RecognisedFile", reference: "Reference") -> pl.DataFrame:
    sheet = next(sheet for sheet in file.plan.sheets if sheet.sheet == raw["sheet"][0])
    if "event" not in sheet.columns:
        raw = raw.with_columns(pl.col("event").fill_null(_RECOGNITION))
    return clean_enterprises(raw, row_context(file), reference.clean)


def _place(rows: pl.DataFrame, file: "RecognisedFile", reference: "Reference") -> pl.DataFrame:
    """A list names the town, which is an address once the city stands before it."""
    city = pl.lit(f"{reference.gazetteer.territory.short_name}市")
    addressed = rows.with_columns(
        address=pl.format("{}{}", city, pl.col("unit").fill_null("")), postcode=pl.lit(None, dtype=pl.String)
    )
    return locate(addressed, reference.gazetteer, file.attributed_to)


KIND = Kind(_clean, _place, "insert_enterprise_records")
