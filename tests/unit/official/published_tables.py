"""Published tables made by hand, taken in and published the way a run does it, without its store."""

import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import openpyxl
import polars as pl

from transforms.clean.official import RegionNames, clean_official
from transforms.intake import DeliveryPlan, Profile, Synonyms, parse_sidecar, plan_delivery, raw_batches
from transforms.out import make_official_totals

Cell = str | int | float | None | date


def book(sheets: dict[str, Sequence[Sequence[Cell]]], merged: Sequence[str] = ()) -> bytes:
    """The bytes of a workbook; `merged` ranges (A1:C1) are merged on each of its sheets."""
    made = openpyxl.Workbook()
    made.remove(made.worksheets[0])
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
        for place in merged:
            sheet.merge_cells(place)
    target = io.BytesIO()
    made.save(target)
    return target.getvalue()


@dataclass
class Office:
    """Takes published tables in and publishes them."""

    folder: Path
    profiles: Sequence[Profile]
    synonyms: Synonyms
    names: RegionNames
    records: list[pl.DataFrame] = field(default_factory=list)

    def plan(self, content: bytes, name: str, sidecar: str = "") -> DeliveryPlan:
        path = self.folder / f"delivery{len(list(self.folder.iterdir()))}"
        path.write_bytes(content)
        said = parse_sidecar(sidecar, f"{name}.yml") if sidecar else None
        plan = plan_delivery(path, name, self.profiles, self.synonyms, said, self.folder / "work")
        self.last = path
        return plan

    def take(self, content: bytes, name: str, sidecar: str = "") -> pl.DataFrame:
        """All rows of a delivery, cleaned; its numbers join `records`."""
        plan = self.plan(content, name, sidecar)
        layout = plan.profile.layout
        assert layout is not None
        sheets = {sheet.sheet: sheet for sheet in plan.sheets}
        rows = pl.concat(
            clean_official(raw, sheets[raw["sheet"][0]], layout, plan.feed_month, self.names).drop("original")
            for raw in raw_batches(self.last, name, plan, self.folder / "work")
        )
        kept = rows.filter(pl.col("out_of_scope").is_null()).drop("out_of_scope", "unreadable")
        numbers = kept.explode("cells").unnest("cells")
        told = {"delivery_id": name, "source": plan.profile.source, "file_name": name}
        self.records.append(numbers.with_columns(pl.lit(value).alias(key) for key, value in told.items()))
        return rows

    def published(self, query: str, month: str = "2099-12") -> list[tuple[Any, ...]]:
        """The answer of a query over official_totals."""
        with duckdb.connect() as connection:
            connection.execute("CREATE SCHEMA inputs")
            connection.register("given", pl.concat(self.records))
            connection.execute("CREATE TABLE inputs.official_records AS FROM given")
            make_official_totals(connection, month)
            return connection.execute(query).fetchall()
