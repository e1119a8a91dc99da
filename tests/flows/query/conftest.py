"""The published files that the tests of `query` and `trace` read, made once."""

from pathlib import Path

import pytest
from published import build_home

from flows.home import Home


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """A home with two releases; read-only for all tests."""
    return build_home(tmp_path_factory.mktemp("published_home"))


@pytest.fixture(scope="session")
def published(home: Home) -> Path:
    """The current copy of that home."""
    return home.published / "patents.duckdb"
