"""The formats a result can be written in, each loaded only when it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import BinaryIO, Literal, get_args

from flows.query.session import Result
from transforms.errors import WrongUsage

Form = Literal["table", "csv", "json", "xlsx", "parquet"]
Writer = Callable[[Result, BinaryIO], None]
WRITERS = {
    "table": ("flows.query.table", "write_table"),
    "csv": ("flows.query.text_formats", "write_csv"),
    "json": ("flows.query.text_formats", "write_json"),
    "xlsx": ("flows.query.workbook", "write_workbook"),
    "parquet": ("flows.query.parquet", "write_parquet"),
}


def writer_of(form: Form) -> Writer:
    """The function that writes a result in this format."""
    module, name = WRITERS[form]
    writer: Writer = getattr(import_module(module), name)
    return writer


def form_of(given: Form | None, output: Path | None) -> Form:
    """The format asked for, else the one the output file's ending names, else a table; raises WrongUsage."""
    if given is not None:
        return given
    if output is None:
        return "table"
    ending = output.suffix.lower().lstrip(".")
    for form in get_args(Form):
        if form == ending:
            return form  # type: ignore[no-any-return]
    raise WrongUsage(f"从文件名“{output.name}”看不出格式,请加 --format csv、json、xlsx、parquet 或 table。")
