"""The program that made the samples makes them again."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

SAMPLES = Path(__file__).parents[3] / "data" / "samples"


@pytest.fixture(scope="module")
def made_again(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder into which the program wrote the samples once more, with another order of sets."""
    folder = tmp_path_factory.mktemp("samples")
    subprocess.run(
        [sys.executable, str(SAMPLES / "make_samples.py"), str(folder)],
        check=True,
        env={"PYTHONHASHSEED": "1", "PYTHONDONTWRITEBYTECODE": "1"},
    )
    return folder


def members(path: Path) -> list[tuple[str, tuple[int, ...], bytes]]:
    """Return name, time and content of what a workbook or zip file holds: compression may differ by machine."""
    with zipfile.ZipFile(path) as archive:
        return [(item.filename, item.date_time, archive.read(item)) for item in archive.infolist()]


def test_samples__same_files_on_every_run(made_again: Path) -> None:
    names = sorted(path.name for path in (SAMPLES / "inbox").iterdir())
    assert sorted(path.name for path in (made_again / "inbox").iterdir()) == names
    for name in names:
        kept, made = SAMPLES / "inbox" / name, made_again / "inbox" / name
        if kept.suffix in (".xlsx", ".zip"):
            assert members(made) == members(kept), name
        else:
            assert made.read_bytes() == kept.read_bytes(), name
    assert (made_again / "TRUTH.json").read_bytes() == (SAMPLES / "TRUTH.json").read_bytes()


def test_samples__small_enough_for_the_repository() -> None:
    sizes = [path.stat().st_size for path in [*(SAMPLES / "inbox").iterdir(), SAMPLES / "TRUTH.json"]]
    assert sum(sizes) < 4_000_000


def test_samples__every_file_has_its_day_of_arrival() -> None:
    inbox = SAMPLES / "inbox"
    files = {path.name for path in inbox.iterdir() if path.suffix != ".yml"}
    assert {f"{name}.yml" for name in files} == {path.name for path in inbox.glob("*.yml")}
    assert all(path.read_text(encoding="utf-8").startswith("received_on: 201") for path in inbox.glob("*.yml"))
