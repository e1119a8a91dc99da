"""Zip archives: each member is a delivery of its own."""

import zipfile
import zlib
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from transforms.errors import Held
from transforms.leftovers import is_leftover

# Deflate can reach about 1000 : 1; real tables stay below 60 : 1, also very repetitive ones below 200 : 1.
MAX_RATIO = 200
RATIO_MATTERS_ABOVE_BYTES = 100 * 1024**2
MAX_TOTAL_BYTES = 8 * 1024**3
MAX_MEMBERS = 5_000

_ENCRYPTED_FLAG, _UTF8_FLAG = 0x1, 0x800
_COPY_BYTES = 1024**2
_JUNK_FOLDERS = {"__MACOSX"}
_PACKED = (b"PK\x03\x04", b"Rar!", b"7z\xbc\xaf")
_NESTED = (".zip", ".rar", ".7z", ".gz", ".tar")
_REPACK = "请解压后把其中的文件直接放入收件箱。"


def zip_members(path: Path) -> list[str]:
    """Return the member names of a zip in its own order, without folders and system leftovers; Held if unfit."""
    with _opened(path) as archive:
        members = _members(archive)
        _check(members)
        for name, info in members:
            with _content(archive, info, name) as content:
                if _read(content, name)[:4] in _PACKED and not _may_be_workbook(name):
                    raise Held(f"压缩包内的“{name}”又是压缩包。", _REPACK)
    return [name for name, _ in members]


def extract_member(path: Path, member: str, target: Path) -> Path:
    """Write one member's bytes to the file `target` and return it; Held if it is damaged or swells."""
    with _opened(path) as archive:
        found = dict(_members(archive))
        if member not in found:
            raise Held(f"压缩包内没有“{member}”。", "请检查压缩包是否在读取期间被替换。")
        info = found[member]
        written = 0
        with _content(archive, info, member) as content, target.open("wb") as output:
            while block := _read(content, member):
                written += len(block)
                if written > info.file_size:
                    raise Held(f"压缩包内的“{member}”解压后大于其目录所记的大小,疑为恶意文件。", "请联系来源单位核实。")
                output.write(block)
    return target


def _opened(path: Path) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(path)
    except (zipfile.BadZipFile, OSError, ValueError) as problem:
        raise Held("压缩包不完整或已损坏。", "请重新复制或下载后再放入收件箱。") from problem


def _members(archive: zipfile.ZipFile) -> list[tuple[str, zipfile.ZipInfo]]:
    named = [(_name(info), info) for info in archive.infolist() if not info.is_dir()]
    return [(name, info) for name, info in named if not _is_junk(PurePosixPath(name))]


def _name(info: zipfile.ZipInfo) -> str:
    """Undo the cp437 reading of names that Windows wrote in its Chinese code page."""
    if info.flag_bits & _UTF8_FLAG:
        return info.filename
    raw = info.filename.encode("cp437", "surrogateescape")
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding).replace("\\", "/")
        except UnicodeDecodeError:
            continue
    return info.filename


def _is_junk(name: PurePosixPath) -> bool:
    return bool(_JUNK_FOLDERS & set(name.parts)) or is_leftover(name.name)


def _may_be_workbook(name: str) -> bool:
    """An .xlsx is a zip itself; under another table ending the member's own reading says what is wrong."""
    return PurePosixPath(name).suffix.lower() in (".xlsx", ".xls", ".csv", ".txt")


def _check(members: list[tuple[str, zipfile.ZipInfo]]) -> None:
    if not members:
        raise Held("压缩包内没有文件。", "请检查后重新打包。")
    names = [name for name, _ in members]
    repeated = sorted({name for name in names if names.count(name) > 1}) if len(set(names)) < len(names) else []
    if repeated:
        raise Held(f"压缩包内有同名文件:{'、'.join(repeated)}。", _REPACK)
    total = sum(info.file_size for _, info in members)
    if len(members) > MAX_MEMBERS or total > MAX_TOTAL_BYTES:
        raise Held(f"压缩包解压后有 {len(members)} 个文件、{total // 1024**2} MB,超出上限,疑为压缩炸弹。", "请联系来源单位核实。")
    for name, info in members:
        if info.flag_bits & _ENCRYPTED_FLAG:
            raise Held(f"压缩包设有密码,“{name}”不能读取。", "请用密码解压后把文件直接放入收件箱。")
        if PurePosixPath(name).suffix.lower() in _NESTED:
            raise Held(f"压缩包内的“{name}”又是压缩包。", _REPACK)
        ratio = info.file_size / max(info.compress_size, 1)
        if info.file_size > RATIO_MATTERS_ABOVE_BYTES and ratio > MAX_RATIO:
            raise Held(f"压缩包内的“{name}”压缩比达 {ratio:.0f} 倍,疑为压缩炸弹。", "请联系来源单位核实。")


def _content(archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str) -> BinaryIO:
    try:
        return archive.open(info)  # type: ignore[return-value]
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError) as problem:
        raise Held(f"压缩包内的“{name}”不能解压(已损坏,或压缩方式不支持)。", _REPACK) from problem


def _read(content: BinaryIO, name: str) -> bytes:
    try:
        return content.read(_COPY_BYTES)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as problem:
        raise Held(f"压缩包内的“{name}”校验不符,已损坏。", "请重新打包或下载。") from problem
