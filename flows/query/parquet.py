"""A result as Parquet, with every type as DuckDB has it."""

from __future__ import annotations

from typing import BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

from flows.query.session import Result
from flows.query.shape import unique_names
from transforms.errors import Refused


class ArrowSource:
    """The file that pyarrow reads the sandbox's Arrow stream from."""

    closed = False

    def __init__(self, result: Result) -> None:
        self.result = result

    def read(self, count: int = -1) -> bytes:
        """Exactly `count` bytes unless the stream ends before."""
        parts, got = [], 0
        while got < count and (part := self.result.read(count - got)):
            parts.append(part)
            got += len(part)
        return b"".join(parts)

    def close(self) -> None:
        """The pipe is closed by the session."""


def write_parquet(result: Result, stream: BinaryIO) -> None:
    """Write the rows as one Parquet file; raises Refused for a type Parquet has no place for."""
    try:
        with pa.ipc.open_stream(ArrowSource(result)) as reader:
            names = unique_names(reader.schema.names)
            fields = zip(reader.schema, names, strict=True)
            schema = pa.schema([field.with_name(name) for field, name in fields])
            with pq.ParquetWriter(stream, schema, compression="zstd") as writer:
                for batch in reader:
                    result.row_count += batch.num_rows
                    writer.write_batch(batch.rename_columns(names))
            # the stream ends before the query's own end, which may still be an error
            while result.read(1):
                continue
    except (pa.ArrowNotImplementedError, pa.ArrowTypeError, pa.ArrowInvalid) as error:
        raise Refused(f"结果不能写成 Parquet:{error}。请把该列转成文本(CAST(列 AS VARCHAR))。") from error
