"""Prefect's own test server, whose database is made already: to make it anew takes half of the start."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

import pytest
from prefect.testing import utilities

from flows.serving.first_state import made_file


@contextmanager
def prefect_server() -> Iterator[None]:
    """Flows run against it meanwhile."""
    folder = mkdtemp()
    if made_file().exists():
        shutil.copyfile(made_file(), Path(folder) / "prefect-test.db")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(utilities, "mkdtemp", lambda: folder)
        with utilities.prefect_test_harness(server_startup_timeout=120):
            yield
