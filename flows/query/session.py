"""Runs one query in the sandbox and hands its rows on as they come; kills what takes too long."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from flows.query.pipe import Pipe
from flows.query.releases import MONTH_SQL
from flows.query.sentences import death_sentence
from transforms.errors import Refused

CHECKOUT = Path(__file__).resolve().parents[2]
START_CHILD = f"import sys; sys.path.insert(0, {str(CHECKOUT)!r}); from flows.query.child import main; main()"


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
