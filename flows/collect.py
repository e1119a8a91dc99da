"""What lies in the inbox: files, members of zips, and the sidecars beside them. The inbox is only ever read."""

import hashlib
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from flows.home import Home
from transforms.errors import DataError, Held, Refused
from transforms.intake import Sidecar, extract_member, parse_sidecar, zip_members

_SIDECAR_ENDINGS = (".yml", ".yaml")


@dataclass(frozen=True)
class Incoming:
    """One file as it lies in the inbox, or a zip's member extracted from it; `problem` where it cannot even be opened."""

    path: Path
    file_name: str
    received_on: date
    sidecar_name: str | None = None
    sidecar_text: str | None = None
    problem: Held | None = None


def collect(home: Home, received_on: date) -> list[Incoming]:
    """Everything in the inbox that has been received by `received_on`, in the order in which it came.

    A sidecar's `received_on` wins over the run's. Raises Refused when there is no inbox to read.
    """
    if not home.inbox.is_dir():
        raise Refused(f"收件文件夹不存在:{home.inbox}。请先建立该文件夹(可以为空),或用 --home 指明数据目录。")
    try:
        files = sorted(path for path in home.inbox.rglob("*") if path.is_file() and not _is_passing(path.name))
    except OSError as error:
        raise Refused(f"收件文件夹不能读取:{home.inbox}({error.strerror})。请检查权限。") from error
    arrived = [item for path in files if not _is_sidecar(path) for item in _open(path, home.work, received_on)]
    return sorted(
        (item for item in arrived if item.received_on <= received_on),
        key=lambda item: (item.received_on, _counted_up(item.file_name), str(item.path)),
    )


def read_sidecar(item: Incoming) -> Sidecar | None:
    """The parsed sidecar of a file; raises DataError naming file and line."""
    if item.sidecar_text is None or item.sidecar_name is None:
        return None
    return parse_sidecar(item.sidecar_text, item.sidecar_name)


def _counted_up(file_name: str) -> list[tuple[int, str]]:
    """A name's place among those of one day: 2月 before 10月, a sheet before its copy `(2)`."""
    path, _, ending = unicodedata.normalize("NFKC", file_name).rpartition(".")
    parts = re.findall(r"\d+|\D+", path or ending)
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in parts]


def _is_passing(name: str) -> bool:
    """Files that an office program or a sync job leaves behind while it works."""
    return name.startswith((".", "~$")) or name.lower().endswith((".part", ".crdownload", ".tmp"))


def _is_sidecar(path: Path) -> bool:
    if path.suffix.lower() not in _SIDECAR_ENDINGS:
        return False
    return path.with_suffix("").exists() or any(
        other != path and not _is_passing(other.name) and other.suffix.lower() not in _SIDECAR_ENDINGS
        for other in path.parent.glob(f"{_literal(path.stem)}.*")
    )


def _literal(text: str) -> str:
    return "".join(f"[{mark}]" if mark in "[]*?" else mark for mark in text)


def _sidecar_beside(path: Path) -> Path | None:
    candidates = [path.with_name(path.name + ending) for ending in _SIDECAR_ENDINGS]
    candidates += [path.with_suffix(ending) for ending in _SIDECAR_ENDINGS]
    return next((candidate for candidate in candidates if candidate.is_file()), None)


def _open(path: Path, work: Path, received_on: date) -> Iterator[Incoming]:
    if path.suffix.lower() in _SIDECAR_ENDINGS:
        remedy = "请核对文件名:旁注应与所说明的文件同名,例如 受理明细.xlsx.yml。"
        problem = Held("这是旁注文件,但旁边没有它所说明的文件。", remedy)
        yield Incoming(path, path.name, received_on, problem=problem)
        return
    sidecar = _sidecar_beside(path)
    item = _with_sidecar(path, path.name, received_on, sidecar)
    if path.suffix.lower() != ".zip" or item.problem:
        yield item
        return
    try:
        members = zip_members(path)
    except Held as problem:
        yield Incoming(path, path.name, item.received_on, item.sidecar_name, item.sidecar_text, problem)
        return
    beside = {name for name in members if Path(name).suffix.lower() in _SIDECAR_ENDINGS}
    for name in members:
        if name in beside or _is_passing(Path(name).name):
            continue
        notes = [note for note in members if note in beside and note in (f"{name}.yml", f"{name}.yaml")]
        try:
            target = extract_member(path, name, _member_place(path, name, work))
            inner = extract_member(path, notes[0], _member_place(path, notes[0], work)) if notes else sidecar
        except Held as problem:
            # a damaged member waits under its own name; the others are taken in
            yield Incoming(path, f"{path.name}/{name}", item.received_on, item.sidecar_name, item.sidecar_text, problem)
            continue
        yield _with_sidecar(target, f"{path.name}/{name}", received_on, inner)


def _member_place(path: Path, member: str, work: Path) -> Path:
    """A place of its own for each member of each zip; the name keeps nothing that a zip could misuse."""
    digest = hashlib.sha256(f"{path}\0{member}".encode()).hexdigest()
    place = work / "members" / f"{digest[:32]}{Path(member).suffix}"
    place.parent.mkdir(exist_ok=True)
    return place


def _with_sidecar(path: Path, file_name: str, received_on: date, sidecar: Path | None) -> Incoming:
    if sidecar is None:
        return Incoming(path, file_name, received_on)
    try:
        text = sidecar.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        problem = Held(f"旁注文件 {sidecar.name} 读不出(应为 UTF-8 文本)。", "请用 UTF-8 编码另存旁注文件后再次运行。")
        return Incoming(path, file_name, received_on, sidecar.name, None, problem)
    try:
        stated = parse_sidecar(text, sidecar.name).received_on
    except DataError as error:
        problem = Held(f"旁注文件有误:{error}。", "请改正旁注文件后再次运行。")
        return Incoming(path, file_name, received_on, sidecar.name, text, problem)
    return Incoming(path, file_name, stated or received_on, sidecar.name, text)
