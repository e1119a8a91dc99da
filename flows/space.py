"""Whether the home's disk has room: a run that cannot write leaves the last release standing, but wastes everybody's time."""

import shutil

from flows.home import Home
from transforms.errors import Refused

_MEGABYTE = 1_000_000
# What the smallest run writes: Prefect's state, the warehouse, a release with its pages.
_LEAST = 50 * _MEGABYTE
# What is known is written again as candidate and release, and about as much as Parquet and in the warehouse.
_TIMES_KNOWN = 4
_FULL = _MEGABYTE
_WORDS_OF_FULL = ("No space left", "disk is full", "Could not write all bytes")


def require_space(home: Home) -> None:
    """Refuse a run for which the disk has visibly no room."""
    known = home.current_file.stat().st_size if home.current_file.exists() else 0
    needed = _LEAST + _TIMES_KNOWN * known
    free = shutil.disk_usage(home.root).free
    if free < needed:
        raise Refused(
            f"磁盘空间不足:{home.root} 所在的盘只剩 {free // _MEGABYTE} MB,一次运行约需 {needed // _MEGABYTE} MB。"
            "请腾出空间后再运行;已发布的各版不受影响。"
        )


def ran_out(home: Home, error: BaseException) -> bool:
    """Whether an error of any part (DuckDB, SQLite, Prefect's server) comes from a disk that is full."""
    if any(words in str(error) for words in _WORDS_OF_FULL):
        return True
    # a home that is gone is another matter
    return home.root.exists() and shutil.disk_usage(home.root).free < _FULL
