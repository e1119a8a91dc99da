"""What the sandbox says to its parent: frames of a letter, a length in four bytes, and a payload.

C columns, R rows, A a piece of an Arrow stream, Z the end, E an error. Payloads are JSON (A: bytes), so that
the parent reads nothing that could make it run code.
"""

from __future__ import annotations

import json
import os
from typing import Any

BATCH_ROWS = 500
BATCH_BYTES = 64 * 1024 * 1024

_pipe = 1


class Stop(Exception):
    """Ends the query: a kind the parent has a sentence for, what belongs into it, the tables there are."""

    def __init__(self, kind: str, detail: str = "", tables: tuple[str, ...] = ()) -> None:
        super().__init__(kind)
        self.kind, self.detail, self.tables = kind, detail, tables


def keep_output_to_frames() -> None:
    """From here on what a library prints goes to standard error."""
    global _pipe
    _pipe = os.dup(1)
    os.dup2(2, 1)


def send(kind: bytes, payload: bytes) -> None:
    """Write one frame to the pipe that was standard output."""
    frame = memoryview(kind + len(payload).to_bytes(4, "big") + payload)
    while frame:
        frame = frame[os.write(_pipe, frame) :]


def as_text(value: object) -> str:
    """The text of a value JSON has no type for: bytes as hexadecimal digits, others as Python prints them."""
    return value.hex() if isinstance(value, bytes) else str(value)


def pairs(value: Any) -> Any:
    """The same value with every map whose keys are no text turned into a list of [key, value]."""
    if isinstance(value, dict):
        if all(isinstance(key, str) for key in value):
            return {key: pairs(item) for key, item in value.items()}
        return [[pairs(key), pairs(item)] for key, item in value.items()]
    if isinstance(value, list | tuple):
        return [pairs(item) for item in value]
    return value


def send_json(kind: bytes, value: object) -> None:
    """Send a value as JSON; raises Stop('too_large') where one batch would fill the parent's memory."""
    try:
        payload = json.dumps(value, default=as_text, ensure_ascii=False).encode("utf-8", "replace")
    except TypeError:
        payload = json.dumps(pairs(value), default=as_text, ensure_ascii=False).encode("utf-8", "replace")
    if len(payload) > BATCH_BYTES:
        raise Stop("too_large")
    send(kind, payload)


def send_rows(cursor: Any, most: int | None, count_all: bool) -> int:
    """Send at most `most` rows; says how many there are, or without `count_all` just whether there is one more."""
    sent = 0
    while True:
        wanted = BATCH_ROWS if most is None else min(BATCH_ROWS, most - sent)
        rows = cursor.fetchmany(wanted) if wanted else []
        if not rows:
            break
        send_json(b"R", rows)
        sent += len(rows)
    while rows := cursor.fetchmany(BATCH_ROWS if count_all else 1):
        sent += len(rows)
        if not count_all:
            break
    return sent


class ArrowSink:
    """The file that pyarrow's stream writer writes into: each write is sent as frames."""

    closed = False

    def write(self, data: Any) -> int:
        """Send the bytes in frames of the size the parent accepts."""
        view = memoryview(data).cast("B")
        for start in range(0, len(view), BATCH_BYTES):
            send(b"A", bytes(view[start : start + BATCH_BYTES]))
        return len(view)

    def flush(self) -> None:
        """Nothing is kept back."""

    def close(self) -> None:
        """The pipe belongs to the process."""


def send_arrow(cursor: Any, most: int | None, count_all: bool) -> int:
    """The same as an Arrow stream, the only form that keeps every type."""
    from pyarrow import ipc

    seen = 0
    reader = cursor.to_arrow_reader(10_000)
    with ipc.new_stream(ArrowSink(), reader.schema) as writer:
        for batch in reader:
            if most is None or seen < most:
                writer.write_batch(batch if most is None else batch.slice(0, most - seen))
            seen += batch.num_rows
            if most is not None and seen > most and not count_all:
                break
    return seen
