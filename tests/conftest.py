"""How the tests share a machine: a worker of several takes one core, and files that make the same office stay together."""

import os
from typing import Any

import duckdb
import pytest
from xdist.scheduler import LoadFileScheduling  # type: ignore[import-untyped]

# Folders whose files share an office that takes a minute to make (tests/flows/site/conftest.py).
_TOGETHER = ("tests/flows/site",)
# Minutes each: begun first, so that no worker is left alone with one at the end.
_LONGEST = ("tests/flows/serving/", "tests/flows/months/test_samples.py", "tests/flows/site/", "tests/flows/alerts/")


class _ByOffice(LoadFileScheduling):  # type: ignore[misc]
    def _split_scope(self, nodeid: str) -> str:
        folder = next((folder for folder in _TOGETHER if nodeid.startswith(f"{folder}/")), None)
        return folder or str(super()._split_scope(nodeid))


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Files to workers as `--dist loadfile` does, some folders as one."""
    return _ByOffice(config, log)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest first."""
    items.sort(key=lambda item: not item.nodeid.startswith(_LONGEST))


def pytest_configure() -> None:
    """DuckDB in a worker of several: a quarter less processor time than with threads that wait for one another."""
    if int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1")) < 2:
        return
    connect = duckdb.connect

    def on_one_core(*args: Any, **kwargs: Any) -> duckdb.DuckDBPyConnection:
        kwargs["config"] = {"threads": 1, **kwargs.get("config", {})}
        return connect(*args, **kwargs)

    duckdb.connect = on_one_core
