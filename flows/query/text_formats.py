"""A result as CSV or JSON, written as it comes, in UTF-8."""

from __future__ import annotations

import csv
import io
import json
import math
from typing import Any, BinaryIO

from flows.query.session import Column, Result
from flows.query.shape import as_cell, unique_names


def write_csv(result: Result, stream: BinaryIO) -> None:
    """Write a header line and the rows; a cell without value is empty."""
    text = io.TextIOWrapper(stream, encoding="utf-8", newline="", write_through=True)
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(column.name for column in result.columns)
    for batch in result.batches:
        writer.writerows([as_cell(value) for value in row] for row in batch)
    text.flush()
    text.detach()


def json_number(value: str) -> int | float:
    """A decimal as a JSON number."""
    return float(value) if "." in value else int(value)


def finite(value: Any) -> Any:
    """The same value with null for what JSON has no number for (NaN, infinity)."""
    if isinstance(value, float) and not math.isfinite(value):
        return None
    if isinstance(value, list):
        return [finite(item) for item in value]
    if isinstance(value, dict):
        return {key: finite(item) for key, item in value.items()}
    return value


def json_value(value: Any, column: Column) -> Any:
    """A value as JSON has it: decimals as numbers, instants with the T of ISO 8601."""
    if isinstance(value, str) and column.type.startswith("TIMESTAMP"):
        return value.replace(" ", "T", 1)
    if isinstance(value, str) and column.type.startswith("DECIMAL") and not column.type.endswith("]"):
        return json_number(value)
    return finite(value)


def write_json(result: Result, stream: BinaryIO) -> None:
    """Write an array of objects, one a line; a repeated column name gets a number."""
    names = unique_names(column.name for column in result.columns)
    before = "[\n"
    for batch in result.batches:
        for row in batch:
            values = [json_value(value, column) for value, column in zip(row, result.columns, strict=True)]
            record = dict(zip(names, values, strict=True))
            stream.write((before + json.dumps(record, ensure_ascii=False, allow_nan=False)).encode("utf-8"))
            before = ",\n"
    stream.write(b"[]\n" if before == "[\n" else b"\n]\n")
