"""Runs one query in the sandbox and hands its rows on as they come; kills what takes too long."""

from __future__ import annotations

import json
import os
import selectors
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from flows.query.releases import MONTH_SQL
from flows.query.sentences import death_sentence, error_sentence
from transforms.errors import Refused

CHECKOUT = Path(__file__).resolve().parents[2]
START_CHILD = f"import sys; sys.path.insert(0, {str(CHECKOUT)!r}); from flows.query.child import main; main()"
HEADER_BYTES = 5


@dataclass(frozen=True)
class Request:
    """One query: the published file, the SQL, its named parameters, its bounds, the form of its rows.

    `is_saved`: its $month may not be later than the release's own, of which no number is known.
    """

    database: Path
    sql: str
    parameters: dict[str, Any] = field(default_factory=dict)
    month_sql: str = MONTH_SQL
    seconds: float = 30.0
    most_rows: int | None = None
    count_all: bool = False
    arrow: bool = False
    is_saved: bool = False

    def line(self) -> bytes:
        """The request as the one line the child reads."""
        content = {**self.__dict__, "database": str(self.database)}
        return json.dumps(content, default=str).encode("ascii") + b"\n"


@dataclass(frozen=True)
class Column:
    """A column of a result and its type as DuckDB writes it."""

    name: str
    type: str


@dataclass
class Result:
    """Columns, and either rows (`batches`) or an Arrow stream (`read`).

    After the last row `row_count` is how many came, and `seen` how many there are: all of them where the request
    counts all, else at most one more than came. `is_cut`: the writer shortened some text.
    """

    columns: tuple[Column, ...]
    batches: Iterator[list[list[Any]]]
    read: Callable[[int], bytes] = bytes
    row_count: int = 0
    seen: int = 0
    is_cut: bool = False


class Pipe:
    """Reads the child's frames; only the time spent waiting for the child counts against the limit."""

    def __init__(self, child: subprocess.Popen[bytes], seconds: float) -> None:
        assert child.stdout is not None
        self.child, self.seconds, self.left = child, seconds, seconds
        self.source = child.stdout.fileno()
        self.selector = selectors.DefaultSelector()
        self.selector.register(self.source, selectors.EVENT_READ)
        self.rest = b""

    def some(self, most: int) -> bytes:
        """Up to `most` bytes; raises Refused when the time is up or the child is gone."""
        started = time.monotonic()
        ready = self.selector.select(max(self.left, 0))
        self.left -= time.monotonic() - started
        if not ready:
            raise Refused(f"查询超过{self.seconds:g}秒,已中止。可加条件缩小范围,或用 --timeout 放宽时限。")
        data = os.read(self.source, most)
        if not data:
            raise Refused(death_sentence(self.child.wait(timeout=5)))
        return data

    def exactly(self, count: int) -> bytes:
        """Exactly `count` bytes."""
        parts, got = [], 0
        while got < count:
            parts.append(self.some(min(count - got, 1 << 20)))
            got += len(parts[-1])
        return b"".join(parts)

    def frame(self) -> tuple[bytes, bytes]:
        """The next frame's letter and payload; an error frame raises Refused with its sentence."""
        header = self.exactly(HEADER_BYTES)
        payload = self.exactly(int.from_bytes(header[1:], "big"))
        if header[:1] == b"E":
            raise Refused(error_sentence(*json.loads(payload)))
        return header[:1], payload

    def rows(self, result: Result) -> Iterator[list[list[Any]]]:
        """The batches of rows until the end; the result learns how many there were."""
        while (frame := self.frame())[0] == b"R":
            batch: list[list[Any]] = json.loads(frame[1])
            result.row_count += len(batch)
            yield batch
        result.seen = json.loads(frame[1])

    def arrow(self, result: Result, count: int) -> bytes:
        """Up to `count` bytes of the Arrow stream; empty at its end."""
        while not self.rest:
            letter, payload = self.frame()
            if letter == b"Z":
                result.seen = json.loads(payload)
                return b""
            self.rest = payload
        part, self.rest = self.rest[:count], self.rest[count:]
        return part


@contextmanager
def run_query(request: Request) -> Iterator[Result]:
    """Run a query in the sandbox, whose process ends with this block; raises Refused with a sentence."""
    child = subprocess.Popen(
        [sys.executable, "-I", "-c", START_CHILD],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={"PATH": os.defpath, "TZ": "Asia/Shanghai", "LANG": "C.UTF-8"},
        start_new_session=True,
    )
    assert child.stdin is not None and child.stdout is not None
    try:
        pipe = Pipe(child, request.seconds)
        try:
            child.stdin.write(request.line())
            child.stdin.flush()
        except BrokenPipeError:
            raise Refused(death_sentence(child.wait(timeout=5))) from None
        _, columns = pipe.frame()
        result = Result(tuple(Column(*pair) for pair in json.loads(columns)), iter(()))
        result.batches = pipe.rows(result)
        result.read = partial(pipe.arrow, result)
        yield result
    finally:
        child.kill()
        child.wait()
        child.stdout.close()
        with suppress(BrokenPipeError):
            child.stdin.close()
