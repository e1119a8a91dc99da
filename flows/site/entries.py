"""The releases on the site: what each said of its month, and its shareable documents."""

import os
import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from flows.bulletins import SUFFIX
from flows.publishing.release import Release
from flows.site.questions import ask
from transforms.bulletin import wording
from transforms.bulletin.model import Tone
from transforms.bulletin.scores import exact_share
from transforms.bulletin.status import STATUS

# the sentence of a message that says where its bulletin lies
_WHERE = re.compile(r"统计通报:\S*?/bulletin\.html。")
_FORMS = {"html": "网页", "docx": "Word 文档", "xlsx": "Excel 工作簿"}


@dataclass(frozen=True)
class Document:
    """A file of a release: where it lies below the site, and in what form."""

    path: str
    form_zh: str


@dataclass(frozen=True)
class Entry:
    """A release's line in the list of months, as printed."""

    release: Release
    applications: str
    inventions: str
    invention_share: str
    grants: str
    status: str
    tone: Tone
    documents: tuple[Document, ...]


def write_releases(published: Path, releases: list[Release], city_code: str, site: Path) -> list[Entry]:
    """Bring every release's shareable documents to `site/releases/`; returns the entries, newest first.

    The documents are those that were frozen with the release: the site passes on what was published, nothing else.
    """
    files = [published / "releases" / release.release_id / "tables" / "scorecard.parquet" for release in releases]
    with duckdb.connect() as connection:
        rows = ask(connection, "releases", files=[str(file) for file in files], city_code=city_code)
    said = {row["release_id"]: row for row in rows}
    return [
        _entry(release, said.get(release.release_id), _bring(published, release, site))
        for release in reversed(releases)
    ]


def linked(alerts: list[dict[str, Any]], entries: list[Entry]) -> list[dict[str, Any]]:
    """Alerts with the documents of their month's latest release, instead of where these lie inside the office."""
    newest = {entry.release.month: entry.documents for entry in reversed(entries)}
    return [
        {**alert, "message": _WHERE.sub("", alert["message"]), "documents": newest.get(alert["month"], ())}
        for alert in alerts
    ]


def _bring(published: Path, release: Release, site: Path) -> tuple[Document, ...]:
    """The shareable documents that a release has; one made before there were any has none."""
    source, folder = published / "releases" / release.release_id, f"releases/{release.release_id}"
    brought = []
    for ending, form in _FORMS.items():
        frozen, path = source / f"bulletin{SUFFIX['shareable']}.{ending}", f"{folder}/bulletin.{ending}"
        if frozen.is_file():
            (site / folder).mkdir(parents=True, exist_ok=True)
            _link_or_copy(frozen, site / path)
            brought.append(Document(path, form))
    return tuple(brought)


def _link_or_copy(frozen: Path, target: Path) -> None:
    """The same read-only file without its bytes where the file system has links."""
    try:
        os.link(frozen, target)
    except OSError:
        shutil.copy2(frozen, target)


def _entry(release: Release, said: dict[str, Any] | None, documents: tuple[Document, ...]) -> Entry:
    """A release of a year without targets has no scorecard, hence no figures here."""
    if said is None:
        dash = wording.DASH
        return Entry(release, dash, dash, dash, dash, dash, "plain", documents)
    k, n, target = said["inventions"], said["share_of"], said["share_target"]
    known = k is not None and n and target
    status, tone = STATUS[said["share_status"]] if said["share_status"] else (wording.DASH, "plain")
    return Entry(
        release=release,
        applications=wording.count_text(said["applications"]),
        inventions=wording.count_text(k),
        invention_share=wording.share_text(k, n, exact_share(target)) if known else wording.DASH,
        grants=wording.count_text(said["grants"]),
        status=status,
        tone=tone,
        documents=documents,
    )
