"""One query from request to written result, with what is to be said about it."""

from __future__ import annotations

import os
import sys
from codecs import BOM_UTF8
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from flows.home import Home
from flows.interrupt import code_of
from flows.query.destination import destination, refuse_home_folders
from flows.query.formats import Form, form_of, writer_of
from flows.query.session import Request, Result, run_query
from transforms.errors import WrongUsage

TABLE_ROWS = 200


@dataclass(frozen=True)
class Presentation:
    """How the user wants the result: format (None: by the file's ending, else a table), file, most rows."""

    form: Form | None = None
    output: Path | None = None
    limit: int | None = None

    def most_rows(self, form: Form) -> int | None:
        """The bound on the rows: the user's, else 200 for a table that is only looked at."""
        if self.limit is not None:
            return self.limit
        return TABLE_ROWS if form == "table" and self.output is None else None


def say(message: str) -> None:
    """A message to the person at the terminal, apart from the data."""
    sys.stderr.write(message + "\n")


def remark(result: Result) -> str:
    """How many rows there were."""
    if result.seen > result.row_count:
        return f"(只取了前{result.row_count}行,还有更多。--limit 可多取;--format csv 或 --output 可得到全部)"
    return f"({result.row_count}行)" if result.row_count else "(没有符合条件的行)"


def form_to_write(presentation: Presentation, home: Home) -> Form:
    """The format of the result; raises WrongUsage (exit 2) or Refused (exit 1) where it cannot be written as asked."""
    form = form_of(presentation.form, presentation.output)
    if presentation.limit is not None and presentation.limit < 1:
        raise WrongUsage("--limit 应为 1 以上的整数。")
    if presentation.output is not None:
        refuse_home_folders(presentation.output, home)
    return form


def write_answer(request: Request, presentation: Presentation, home: Home) -> Result:
    """Run the request in the sandbox and write its rows; raises Refused (exit 1) or WrongUsage (exit 2)."""
    form = form_to_write(presentation, home)
    request = replace(request, most_rows=presentation.most_rows(form), arrow=form == "parquet")
    with run_query(request) as result:
        write_result(result, form, presentation)
    return result


def write_result(result: Result, form: Form, presentation: Presentation) -> None:
    """Write the rows where they are asked for, and say how many there were."""
    writer = writer_of(form)
    with destination(presentation.output, form) as stream:
        if form == "csv" and presentation.output is not None:
            stream.write(BOM_UTF8)  # Excel takes a file without it for GBK; the tables of a release have it too
        writer(result, stream)
    if presentation.output is not None:
        say(f"已写入 {presentation.output}({result.row_count}行)。")
    if presentation.output is None or result.seen > result.row_count:
        say(remark(result))
    if result.is_cut:
        say("(有的内容过长,以“…”截短;--format csv 或 --output 可得到全文)")


def exit_code(work: Callable[[], int]) -> int:
    """Do the work of a command: wrong usage is said and gives 2, a reader that left (`| head`) is no failure.

    Refused is the caller's to say; Ctrl-C gives its own code.
    """
    try:
        return work()
    except WrongUsage as error:
        say(f"用法有误:{error}")
        return 2
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt as interruption:
        say("已中断。")
        return code_of(interruption)
