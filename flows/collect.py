"""What lies in the inbox: files, members of zips, and the sidecars beside them. The inbox is only ever read."""

import hashlib
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from types import MappingProxyType

from flows.home import Home
from flows.inbox_files import (
    SIDECAR_ENDINGS,
    closed_folder,
    inbox_files,
    is_passing,
    is_sidecar,
    is_sidecar_name,
    name_of,
    no_delivery,
    sidecar_beside,
    still_written,
)
from flows.months import today
from transforms.errors import DataError, Held
from transforms.intake import Sidecar, extract_member, in_order_of_months, parse_sidecar, zip_members


@dataclass(frozen=True)
class Incoming:
    """One file as it lies in the inbox, or a zip's member extracted from it; `problem` where it cannot even be opened."""

    path: Path
    file_name: str
    received_on: date
    sidecar_name: str | None = None
    sidecar_text: str | None = None
    problem: Held | None = None
    relation: str | None = None  # to an earlier file of its month, as the sidecar says it
    is_not_kept: bool = False  # no file to keep (a lone sidecar, a copy under way): looked at anew each run


def collect(home: Home, received_on: date, supposed: Mapping[Path, date] = MappingProxyType({})) -> list[Incoming]:
    """Everything in the inbox that has been received by `received_on`, in the order in which it came.

    A sidecar's `received_on` wins over the run's; for files in `supposed` that day stands in its place. Of one day's
    files those come last that replace or add to another. Raises Refused when there is no inbox to read.
    """
    found = [item for path in inbox_files(home) if not is_sidecar(path) for item in _open(path, home.work, received_on)]
    arrived = [replace(item, received_on=supposed.get(item.path, item.received_on)) for item in found]
    return sorted(
        (item for item in arrived if item.received_on <= received_on),
        key=lambda item: (item.received_on, item.relation is not None, *_place_in_day(item.file_name), str(item.path)),
    )


def read_sidecar(item: Incoming) -> Sidecar | None:
    """The parsed sidecar of a file; raises Held naming file and line of a mistake."""
    if item.sidecar_text is None or item.sidecar_name is None:
        return None
    try:
        return parse_sidecar(item.sidecar_text, item.sidecar_name)
    except DataError as error:
        raise Held(f"旁注文件有误:{error}。", "请改正旁注文件后再次运行。") from error


def annotated(
    path: Path, file_name: str, received_on: date, sidecar_name: str | None, sidecar_text: str | None
) -> Incoming:
    """A file with what its sidecar says of its arrival; a sidecar with a mistake is the file's problem."""
    plain = Incoming(path, file_name, received_on, sidecar_name, sidecar_text)
    try:
        said = read_sidecar(plain) or Sidecar()
    except Held as problem:
        return replace(plain, problem=problem)
    stated = said.received_on or received_on
    if stated > max(today(), received_on):
        remedy = "请把旁注文件里的 received_on 改为实际收到的日期(年-月-日)后再次运行。"
        return replace(plain, problem=Held(f"旁注写的收到日 {stated} 晚于今天。", remedy))
    return replace(plain, received_on=stated, relation=said.relation)


def _place_in_day(file_name: str) -> tuple[str, list[tuple[int, str]]]:
    """A name's place among those of one day: months in their order (二月 before 三月), a sheet before its copy `(2)`."""
    month, counted_up = in_order_of_months(file_name)
    path, _, ending = counted_up.rpartition(".")
    parts = re.findall(r"\d+|\D+", path or ending)
    return month, [(int(part), "") if part.isdecimal() else (-1, part) for part in parts]


def _open(path: Path, work: Path, received_on: date) -> Iterator[Incoming]:
    if problem := no_delivery(name_of(path)) or closed_folder(path) or still_written(path):
        yield Incoming(path, name_of(path), received_on, problem=problem, is_not_kept=True)
        return
    item = _with_sidecar(path, name_of(path), received_on, sidecar_beside(path))
    if path.suffix.lower() != ".zip" or item.problem:
        yield item
        return
    yield from _members(item, work, received_on)


def _members(item: Incoming, work: Path, received_on: date) -> Iterator[Incoming]:
    """The members of a zip, each with the sidecar beside it in the zip, else with that of the zip."""
    path, outer = item.path, sidecar_beside(item.path)

    def held(file_name: str, problem: Held) -> Incoming:
        """A member, or the zip itself, that waits."""
        return Incoming(path, file_name, item.received_on, item.sidecar_name, item.sidecar_text, problem)

    try:
        members = zip_members(path)
    except Held as problem:
        yield held(item.file_name, problem)
        return
    for name in members:
        if is_sidecar_name(name) or is_passing(Path(name).name):
            continue
        if lost_note := no_delivery(name):
            yield replace(held(f"{item.file_name}/{name}", lost_note), is_not_kept=True)
            continue
        notes = [note for note in members if note in (f"{name}{ending}" for ending in SIDECAR_ENDINGS)]
        try:
            target = extract_member(path, name, _member_place(path, name, work))
            inner = extract_member(path, notes[0], _member_place(path, notes[0], work)) if notes else outer
        except Held as problem:
            # a damaged member waits under its own name; the others are taken in
            yield held(f"{item.file_name}/{name}", problem)
            continue
        yield _with_sidecar(target, f"{item.file_name}/{name}", received_on, inner)


def _member_place(path: Path, member: str, work: Path) -> Path:
    """A place of its own for each member of each zip; the name keeps nothing that a zip could misuse."""
    digest = hashlib.sha256(os.fsencode(f"{path}\0{member}")).hexdigest()
    place = work / "members" / f"{digest[:32]}{Path(member).suffix}"
    place.parent.mkdir(exist_ok=True)
    return place


def _with_sidecar(path: Path, file_name: str, received_on: date, sidecar: Path | None) -> Incoming:
    if sidecar is None:
        return Incoming(path, file_name, received_on)
    note_name = name_of(sidecar)
    try:
        text = sidecar.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        problem = Held(f"旁注文件 {note_name} 读不出(应为 UTF-8 文本)。", "请用 UTF-8 编码另存旁注文件后再次运行。")
        return Incoming(path, file_name, received_on, note_name, None, problem)
    return annotated(path, file_name, received_on, note_name, text)
