"""The archive: the bytes of every delivery, and beside them what was decided when it came in. Written once."""

import hashlib
import os
import shutil
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from transforms.errors import Held
from transforms.strict_yaml import FAST_LOADER

_FAST_DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


STILL_WRITTEN = Held("读取期间文件还在变化,可能尚未写完。", "请等文件写完后再次运行。")


@dataclass(frozen=True)
class Arrival:
    """What `delivery.yml` remembers of a delivery: enough to take it in again in the same order with the same result."""

    delivery_id: str
    file_name: str
    received_on: date
    sidecar_name: str | None = None
    sidecar_text: str | None = None
    known_on: date | None = None
    sequence: int | None = None
    profile: str | None = None


def store_bytes(source: Path, archive: Path) -> str:
    """Keep a file's bytes and return their sha256; raises Held for a file that is empty, out of reach or changes meanwhile."""
    try:
        before = source.stat()
        if before.st_size == 0:
            raise Held("文件是空的(0 字节)。", "请向提供单位重新索取该文件。")
        with source.open("rb") as reader:
            delivery_id = hashlib.file_digest(reader, "sha256").hexdigest()
    except (FileNotFoundError, PermissionError) as problem:
        # with its folder away too it is the share that is gone, for a moment perhaps: the run is tried again
        if not source.parent.is_dir():
            raise
        raise Held("文件不存在或没有读取权限。", "请检查文件是否被移走或被其他程序占用,处理后再次运行。") from problem
    place = content(archive, delivery_id)
    if not place.exists():
        draft = _draft(source, place)
    after = source.stat()
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise STILL_WRITTEN
    if not place.exists():
        _settle(draft, place)
    return delivery_id


def store_for_month(archive: Path, delivery_id: str, source: str, month: str) -> str:
    """Keep bytes that the archive has already as a delivery of their own: a list without rows says its month by its name."""
    own_id = hashlib.sha256(f"{delivery_id} {source} {month}".encode()).hexdigest()
    place = content(archive, own_id)
    if not place.exists():
        _settle(_draft(content(archive, delivery_id), place), place)
    return own_id


def _draft(source: Path, place: Path) -> Path:
    place.parent.mkdir(parents=True, exist_ok=True)
    draft = place.with_name(".content")
    shutil.copyfile(source, draft)
    _to_disk(draft)
    return draft


def _settle(draft: Path, place: Path) -> None:
    draft.chmod(0o444)
    draft.rename(place)


def _to_disk(file: Path) -> None:
    with file.open("rb") as handle:
        os.fsync(handle.fileno())


def folder(archive: Path, delivery_id: str) -> Path:
    """The folder of one delivery: archive/ab/ab12..."""
    return archive / delivery_id[:2] / delivery_id


def content(archive: Path, delivery_id: str) -> Path:
    """The original bytes of one delivery."""
    return folder(archive, delivery_id) / "content"


def remember(archive: Path, arrival: Arrival) -> None:
    """Write the delivery's note: `held.yml` before it is taken in, `delivery.yml` once it is accepted (never changed)."""
    place = folder(archive, arrival.delivery_id)
    accepted = place / "delivery.yml"
    if accepted.exists():
        return
    target = accepted if arrival.sequence is not None else place / "held.yml"
    text = yaml.dump(asdict(arrival), Dumper=_FAST_DUMPER, allow_unicode=True, sort_keys=False)
    draft = place / f".{target.name}"
    draft.write_text(text, encoding="utf-8")
    _to_disk(draft)
    draft.replace(target)


def write_note(target: Path, fields: Mapping[str, Any]) -> None:
    """Write fields beside archived bytes, whole or not at all."""
    draft = target.with_name(f".{target.name}")
    draft.write_text(yaml.dump(dict(fields), Dumper=_FAST_DUMPER, allow_unicode=True, sort_keys=False), encoding="utf-8")
    _to_disk(draft)
    draft.replace(target)


def read_note(note: Path) -> dict[str, Any]:
    """The fields of a note."""
    fields: dict[str, Any] = yaml.load(note.read_text(encoding="utf-8"), Loader=FAST_LOADER)
    return fields


def is_noted(archive: Path, delivery_id: str) -> bool:
    """Whether the archive knows that the delivery was accepted."""
    return (folder(archive, delivery_id) / "delivery.yml").exists()


def recall_one(archive: Path, delivery_id: str) -> Arrival:
    """What the archive remembers of one delivery, accepted or waiting."""
    place = folder(archive, delivery_id)
    name = "delivery.yml" if is_noted(archive, delivery_id) else "held.yml"
    return Arrival(**read_note(place / name))


def recall(archive: Path) -> list[Arrival]:
    """All deliveries the archive knows, accepted ones first in the order they were taken in, then the held ones."""
    notes = [recall_one(archive, note.parent.name) for note in archive.glob("*/*/held.yml")]
    return sorted(
        notes,
        key=lambda note: (note.sequence is None, note.known_on or note.received_on, note.sequence or 0, note.file_name),
    )
