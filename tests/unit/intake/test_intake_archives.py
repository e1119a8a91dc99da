"""Zip archives: members, names, and archives that are not opened."""

import io
import zipfile
from pathlib import Path

import pytest

from transforms.errors import Held
from transforms.intake import archives, extract_member, zip_members


def packed(folder: Path, members: dict[str, bytes]) -> Path:
    path = folder / "一月.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def held(path: Path) -> str:
    with pytest.raises(Held) as caught:
        zip_members(path)
    return caught.value.reason


def test_members__without_folders_and_leftovers(tmp_path: Path) -> None:
    path = packed(
        tmp_path,
        {
            "市/": b"",
            "市/受理.csv": b"a",
            "b.XLSX": b"PK\x03\x04",
            "__MACOSX/市/._受理.csv": b"x",
            "~$b.xlsx": b"x",
            "市/.DS_Store": b"x",
            "b.yml": b"month: 2013-01",
        },
    )
    assert zip_members(path) == ["市/受理.csv", "b.XLSX", "b.yml"]


def test_member__bytes_come_out_as_they_went_in(tmp_path: Path) -> None:
    path = packed(tmp_path, {"受理.csv": b"1,2\r\n" * 1000})
    target = extract_member(path, "受理.csv", tmp_path / "out")
    assert target.read_bytes() == b"1,2\r\n" * 1000


def test_member__name_in_the_chinese_code_page_of_windows(tmp_path: Path) -> None:
    path = packed(tmp_path, {"ABCDEFGH.csv": b"x"})
    path.write_bytes(path.read_bytes().replace(b"ABCDEFGH", "受理明细".encode("gbk")))
    assert zip_members(path) == ["受理明细.csv"]
    assert extract_member(path, "受理明细.csv", tmp_path / "out").read_bytes() == b"x"


def test_nested__zip_in_zip_by_name_or_by_content(tmp_path: Path) -> None:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("a.csv", "x")
    assert "“内.zip”又是压缩包" in held(packed(tmp_path, {"内.zip": inner.getvalue()}))
    assert "“内.dat”又是压缩包" in held(packed(tmp_path, {"内.dat": inner.getvalue()}))


def test_encrypted__is_held(tmp_path: Path) -> None:
    path = packed(tmp_path, {"a.csv": b"x"})
    content = bytearray(path.read_bytes())
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(content)
    assert "设有密码" in held(path)


def test_bomb__by_ratio(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = packed(tmp_path, {"a.csv": bytes(1_000_000)})
    assert zip_members(path) == ["a.csv"]
    monkeypatch.setattr(archives, "RATIO_MATTERS_ABOVE_BYTES", 500_000)
    assert "疑为压缩炸弹" in held(path)


def test_bomb__by_total_size(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MAX_TOTAL_BYTES", 10)
    assert "超出上限" in held(packed(tmp_path, {"a.csv": b"12345", "b.csv": b"123456"}))


def test_damage__is_held(tmp_path: Path) -> None:
    path = packed(tmp_path, {"a.csv": b"1,2,3\n" * 100})
    content = path.read_bytes()
    path.write_bytes(content[:40])
    assert "不完整或已损坏" in held(path)
    path.write_bytes(content.replace(content[36:44], bytes(8)))
    assert "损坏" in held(path)
    assert "没有文件" in held(packed(tmp_path, {}))


def test_same_name_twice__is_held(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("a.csv", "1")
        archive.writestr("a.csv", "2")
    assert "同名文件:a.csv" in held(path)
