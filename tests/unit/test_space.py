"""A run for which the disk has no room is refused before it begins; what other parts say of a full disk is understood."""

import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest

from flows.home import Home
from flows.space import ran_out, require_space
from transforms.errors import Refused


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """The disk as the system describes it; tests set what is free."""
    described = SimpleNamespace(free=0)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: described)
    return described


@pytest.mark.parametrize(
    ("known_mb", "free_mb", "is_enough"), [(0, 49, False), (0, 51, True), (100, 449, False), (100, 451, True)]
)
def test_require_space(tmp_path: Path, disk: SimpleNamespace, known_mb: int, free_mb: int, is_enough: bool) -> None:
    home = Home(tmp_path)
    if known_mb:
        home.current_file.parent.mkdir()
        with home.current_file.open("wb") as file:
            file.truncate(known_mb * 1_000_000)
    disk.free = free_mb * 1_000_000
    if is_enough:
        require_space(home)
    else:
        with pytest.raises(Refused, match=f"只剩 {free_mb} MB,一次运行约需 {50 + 4 * known_mb} MB"):
            require_space(home)


def test_ran_out__by_what_is_said_or_by_what_is_free(tmp_path: Path, disk: SimpleNamespace) -> None:
    disk.free = 10_000_000
    assert ran_out(Home(tmp_path), ValueError("(sqlite3.OperationalError) database or disk is full"))
    assert not ran_out(Home(tmp_path), ValueError("no such column"))
    disk.free = 1000
    assert ran_out(Home(tmp_path), ValueError("Server error 500"))
