"""Where a result goes: standard output, or a file that appears only when it is complete."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from flows.file_troubles import file_sentence
from flows.home import Home
from transforms.errors import Refused

BINARY_FORMATS = ("xlsx", "parquet")


def refuse_home_folders(output: Path, home: Home) -> None:
    """Raise Refused for a file among what the system itself keeps (inbox, archive, warehouse, published)."""
    place = output.resolve()
    for folder in (home.inbox, home.archive, home.warehouse, home.published):
        if place.is_relative_to(folder.resolve()):
            raise Refused(f"--output 不能写到 {folder}:那里是系统自己的文件。请写到别的文件夹。")


@contextmanager
def file_destination(output: Path) -> Iterator[BinaryIO]:
    """A new file beside `output` that takes its name at the end, and vanishes when something goes wrong."""
    part = output.with_name(f".{output.name}.{os.getpid()}.part")
    try:
        with part.open("xb") as stream:
            yield stream
        part.replace(output)
    except OSError as error:
        raise Refused(f"写不了文件 {output}:{file_sentence(error)}。") from error
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def destination(output: Path | None, form: str) -> Iterator[BinaryIO]:
    """The stream to write a result of this format to; raises Refused where the file cannot be written."""
    if output is not None:
        with file_destination(output) as stream:
            yield stream
    elif form in BINARY_FORMATS:
        with tempfile.TemporaryFile() as whole:
            yield whole
            whole.seek(0)
            shutil.copyfileobj(whole, sys.stdout.buffer)
    else:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
