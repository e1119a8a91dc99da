"""Applications that no longer count."""

from typing import TYPE_CHECKING

import polars as pl

from flows.kinds.kind import Kind, row_context
from transforms.clean import clean_deductions

if TYPE_CHECKING:
    from flows.reference import Reference
    from flows.take_in import RecognisedFile


def _clean(raw: pl.DataFrame, file: "RecognisedFile", reference: "Reference") -> pl.DataFrame:
    return clean_deductions(raw, row_context(file), reference.clean)


def _place(rows: pl.DataFrame, _file: "RecognisedFile", _reference: "Reference") -> pl.DataFrame:
    """A deduction is where its application is."""
    return rows


KIND = Kind(_clean, _place, "insert_deductions")
