"""A folder in place of another in one step, with the kernel's exchange and without."""

import errno
import shutil
import threading
from pathlib import Path

import pytest

from flows.publishing import exchange
from flows.publishing.exchange import put_in_place


def folder(path: Path, text: str) -> Path:
    path.mkdir()
    for number in range(20):
        (path / f"{number}.txt").write_text(text)
    return path


def said(path: Path) -> set[str]:
    return {file.read_text() for file in path.iterdir()}


@pytest.mark.parametrize("can_exchange", [True, False])
def test_put_in_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, can_exchange: bool) -> None:
    if not can_exchange:
        monkeypatch.setattr(exchange, "_exchange", lambda *_: False)
    site = tmp_path / "site"
    put_in_place(folder(tmp_path / ".new-site", "one"), site)
    assert said(site) == {"one"}
    put_in_place(folder(tmp_path / ".new-site", "two"), site)
    assert said(site) == {"two"}
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_put_in_place__readers_always_find_a_whole_folder(tmp_path: Path) -> None:
    site, done = tmp_path / "site", threading.Event()
    folder(site, "0")
    if not exchange._exchange(folder(tmp_path / ".new-site", "0"), site):
        pytest.skip("this file system cannot exchange two names")
    missing: list[str] = []

    def look() -> None:
        while not done.is_set():
            try:
                (site / "7.txt").read_text()
            except FileNotFoundError as error:
                missing.append(str(error))

    reader = threading.Thread(target=look)
    reader.start()
    shutil.rmtree(tmp_path / ".new-site")
    for number in range(1, 40):
        put_in_place(folder(tmp_path / ".new-site", str(number)), site)
    done.set()
    reader.join()
    assert missing == []
    assert said(site) == {"39"}


def test_put_in_place__a_real_failure_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = folder(tmp_path / "site", "old")
    monkeypatch.setattr("ctypes.get_errno", lambda: errno.EACCES)
    monkeypatch.setattr(exchange, "_EXCHANGE", 4711)
    with pytest.raises(PermissionError):
        put_in_place(folder(tmp_path / ".new-site", "new"), site)
    assert said(site) == {"old"}
