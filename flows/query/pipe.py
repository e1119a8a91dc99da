"""What the process of a query answers, frame by frame, within its time."""

from __future__ import annotations

import json
import os
import selectors
import subprocess
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from flows.query.sentences import death_sentence, error_sentence
from transforms.errors import Refused

if TYPE_CHECKING:
    from flows.query.session import Result

HEADER_BYTES = 5


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
