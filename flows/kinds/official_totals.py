"""Rows of tables that the level above published."""

from typing import TYPE_CHECKING

import polars as pl

from flows.kinds.kind import Kind
from transforms.clean.official import clean_official
from transforms.locate import region_names

if TYPE_CHECKING:
    from flows.reference import Reference
    from flows.take_in import RecognisedFile


def _clean(raw: pl.DataFrame, file: "RecognisedFile", reference: "Reference") -> pl.DataFrame:
    layout = file.plan.profile.layout
    assert layout is not None, "a profile of this table has a layout"
    sheet = next(sheet for sheet in file.plan.sheets if sheet.sheet == raw["sheet"][0])
    return clean_official(raw, sheet, layout, file.plan.feed_month, region_names(reference.gazetteer))


def _place(rows: pl.DataFrame, _file: "RecognisedFile", _reference: "Reference") -> pl.DataFrame:
    """A row says its region itself."""
    return rows


KIND = Kind(_clean, _place, "insert_official_records")
