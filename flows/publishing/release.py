"""What a release is called, and which of several is the latest."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from flows.months import OFFICE_TIME
from transforms.errors import Refused

_RELEASE_ID = re.compile(r"(\d{4}-(?:0[1-9]|1[0-2]))\.([1-9]\d*)")


@dataclass(frozen=True)
class Release:
    """One month's frozen result; `published_at` is the time on the clock in Asia/Shanghai, without zone."""

    release_id: str
    month: str
    revision: int
    as_of: date
    published_at: datetime

    def __post_init__(self) -> None:
        if split_release_id(self.release_id) != (self.month, self.revision):
            raise Refused(f"发布版编号 {self.release_id} 与月份 {self.month}、修订序号 {self.revision} 不符")

    @property
    def rank(self) -> tuple[str, int]:
        """Order of releases: by month, then revision."""
        return (self.month, self.revision)

    def to_manifest(self) -> dict[str, Any]:
        """The fields as they stand in `manifest.json`."""
        return {
            "release_id": self.release_id,
            "month": self.month,
            "revision": self.revision,
            "as_of": self.as_of.isoformat(),
            "published_at": self.published_at.isoformat(sep=" ", timespec="seconds"),
        }


def release_from_manifest(fields: dict[str, Any]) -> Release:
    """A release from its fields in `manifest.json`; KeyError, TypeError or ValueError for damaged ones."""
    return Release(
        release_id=fields["release_id"],
        month=fields["month"],
        revision=fields["revision"],
        as_of=date.fromisoformat(fields["as_of"]),
        published_at=datetime.fromisoformat(fields["published_at"]),
    )


def split_release_id(name: str) -> tuple[str, int] | None:
    """Month and revision of an id such as 2013-09.1; None where the name is no release id."""
    match = _RELEASE_ID.fullmatch(name)
    return (match[1], int(match[2])) if match else None


def next_release(published_dir: Path, month: str, as_of: date) -> Release:
    """What the month's next release is called, if it is published now."""
    now = datetime.now(OFFICE_TIME).replace(tzinfo=None, microsecond=0)
    revision = next_revision(published_dir, month)
    return Release(f"{month}.{revision}", month, revision, as_of, now)


def next_revision(published_dir: Path, month: str) -> int:
    """One more than the month's highest revision under `published/releases`, damaged ones counted; else 1."""
    folder = published_dir / "releases"
    names = [path.name for path in folder.iterdir()] if folder.is_dir() else []
    taken = [split for name in names if (split := split_release_id(name)) and split[0] == month]
    return max((revision for _, revision in taken), default=0) + 1
