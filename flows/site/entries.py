"""One release on the site: its documents in the shareable edition and its line in the list of months."""

import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from flows.publishing.release import Release
from flows.site.questions import ask, open_release
from transforms.bulletin import wording
from transforms.bulletin.model import Tone
from transforms.bulletin.scores import exact_share
from transforms.bulletin.status import STATUS

ENTRY = "entry.json"


@dataclass(frozen=True)
class Entry:
    """A release's line, as printed; `key` names all that its documents were made from, `documents` their files."""

    key: str
    release_id: str
    month: str
    as_of: str
    applications: str
    inventions: str
    invention_share: str
    grants: str
    status: str
    tone: Tone
    documents: tuple[str, ...]

    @property
    def folder(self) -> str:
        """Where its documents lie below the site."""
        return f"releases/{self.release_id}"


def read_entry(folder: Path) -> Entry | None:
    """The entry of a release folder of the site; None where there is none that this program can read."""
    try:
        said = json.loads((folder / ENTRY).read_text(encoding="utf-8"))
        entry = Entry(**{field.name: said[field.name] for field in fields(Entry)})
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return entry


def write_entry(folder: Path, entry: Entry) -> None:
    """Keep an entry beside its documents; it holds nothing that the list of months does not print."""
    (folder / ENTRY).write_text(json.dumps(asdict(entry), ensure_ascii=False, indent=1), encoding="utf-8")


def make_entry(release: Release, release_folder: Path, city_code: str, key: str, documents: tuple[str, ...]) -> Entry:
    """The line of a release from its own scorecard; a year without targets has none of its figures."""
    with open_release(release_folder) as connection:
        (row,) = ask(connection, "months", month=release.month, city_code=city_code)
    k, n, target = row["inventions"], row["share_of"], row["share_target"]
    share = wording.share_text(k, n, exact_share(target)) if k is not None and n and target else wording.DASH
    status, tone = STATUS[row["share_status"]] if row["share_status"] else (wording.DASH, "plain")
    return Entry(
        key=key,
        release_id=release.release_id,
        month=release.month,
        as_of=release.as_of.isoformat(),
        applications=wording.count_text(row["applications"]),
        inventions=wording.count_text(k),
        invention_share=share,
        grants=wording.count_text(row["grants"]),
        status=status,
        tone=tone,
        documents=documents,
    )
