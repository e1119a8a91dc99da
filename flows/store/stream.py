"""One INSERT for any number of frames: DuckDB pulls them as it writes, so that it fills whole row groups."""

from collections.abc import Iterator
from itertools import chain
from typing import Any

import duckdb
import polars as pl


def insert_stream(
    connection: duckdb.DuckDBPyConnection, statement: str, parameters: dict[str, Any], frames: Iterator[pl.DataFrame]
) -> None:
    """Run an INSERT that reads from `batch`, which is all frames one after another; all have the first one's columns.

    What goes wrong while a frame is made is raised as it is. Without frames nothing is run.
    """
    first = next(frames, None)
    if first is None:
        return
    import pyarrow

    problems: list[BaseException] = []

    def record_batches() -> Iterator[Any]:
        """The frames as Arrow batches; what goes wrong is kept, as DuckDB wraps it."""
        try:
            for frame in chain([first], frames):
                yield from to_arrow(frame).to_batches()
        except BaseException as problem:
            problems.append(problem)
            raise

    reader = pyarrow.RecordBatchReader.from_batches(to_arrow(first.clear()).schema, record_batches())
    connection.register("batch", reader)
    try:
        connection.execute(statement, parameters)
    except duckdb.Error:
        if problems:
            raise problems[0] from None
        raise
    finally:
        connection.unregister("batch")


def to_arrow(frame: pl.DataFrame) -> Any:
    """The frame as an Arrow table, without copying: the newest layout holds text as Polars and DuckDB both do."""
    return frame.to_arrow(compat_level=pl.CompatLevel.newest())
