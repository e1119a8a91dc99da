"""Records of applications, publications and grants."""

from typing import TYPE_CHECKING

import polars as pl

from flows.kinds.kind import Kind, row_context
from transforms.clean import clean_records
from transforms.locate import locate

if TYPE_CHECKING:
    from flows.reference import Reference
    from flows.take_in import RecognisedFile


def _clean(raw: pl.DataFrame, file: "RecognisedFile", reference: "Reference") -> pl.DataFrame:
    return clean_records(raw, row_context(file), reference.clean)


def _place(rows: pl.DataFrame, file: "RecognisedFile", reference: "Reference") -> pl.DataFrame:
    return locate(rows, reference.gazetteer, file.attributed_to)


KIND = Kind(_clean, _place, "insert_records")
