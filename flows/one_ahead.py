"""Preparing the next piece of work while the present one is being written."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

Item = TypeVar("Item")


def one_ahead(items: Iterator[Item]) -> Iterator[Item]:
    """The same items in the same order, each made in a second thread while its predecessor is used.

    Polars and DuckDB both work outside the interpreter's lock, so the two overlap. Exceptions arrive in their place.
    """
    with ThreadPoolExecutor(max_workers=1, thread_name_prefix="one-ahead") as worker:
        coming = worker.submit(next, items, None)
        while (item := coming.result()) is not None:
            coming = worker.submit(next, items, None)
            yield item
