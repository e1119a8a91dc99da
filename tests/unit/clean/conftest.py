"""The reference data of the checkout, and one-row batches to clean."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from transforms.clean import (
    CLEAN_REFERENCE_FILES,
    CleanReference,
    RowContext,
    clean_enterprises,
    clean_records,
    parse_clean_reference,
)

REFERENCE = Path(__file__).parents[3] / "data" / "reference"
CleanOne = Callable[..., dict[str, Any]]


@pytest.fixture(scope="session")
def reference_files() -> dict[str, str]:
    return {name: (REFERENCE / name).read_text(encoding="utf-8") for name in CLEAN_REFERENCE_FILES}


@pytest.fixture(scope="session")
def reference(reference_files: dict[str, str]) -> CleanReference:
    return parse_clean_reference(reference_files)


def batch(columns: dict[str, list[str | None]]) -> pl.DataFrame:
    """A raw batch of these columns, as the intake hands it over."""
    frame = pl.DataFrame(columns, schema=dict.fromkeys(columns, pl.String))
    rows = pl.int_range(2, frame.height + 2, dtype=pl.Int64, eager=True).alias("row_number")
    return frame.select(
        pl.lit("Sheet1").alias("sheet"),
        rows,
        pl.lit(None, dtype=pl.String).alias("out_of_scope"),
        pl.struct(pl.all()).alias("original"),
        pl.all(),
    )


def context(
    events: tuple[str, ...] = ("application", "publication", "grant"),
    feed_month: str | None = None,
    received_on: date = date(2024, 1, 15),
) -> RowContext:
    return RowContext("test", "receipt_records", events, feed_month, received_on)


@pytest.fixture(scope="session")
def clean(reference: CleanReference) -> CleanOne:
    """Clean one record given by its cells; keywords of `context` come as `events`, `feed_month`, `received_on`."""

    def one(cells: dict[str, str | None], **about: Any) -> dict[str, Any]:
        raw = batch({name: [text] for name, text in cells.items()})
        return clean_records(raw, context(**about), reference).row(0, named=True)

    return one


@pytest.fixture(scope="session")
def clean_enterprise(reference: CleanReference) -> CleanOne:
    def one(cells: dict[str, str | None]) -> dict[str, Any]:
        raw = batch({name: [text] for name, text in cells.items()})
        return clean_enterprises(raw, context(), reference).row(0, named=True)

    return one
