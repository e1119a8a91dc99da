"""Building the site beside the one that stands, then putting it in place in one step."""

import shutil
from pathlib import Path
from typing import Any

import duckdb

from flows.bulletins import given_for
from flows.home import Home
from flows.notice import notice_of
from flows.progress import tell
from flows.publishing.exchange import put_in_place
from flows.publishing.freeze import UNFINISHED
from flows.publishing.release import Release
from flows.publishing.repair import complete_releases, latest
from flows.reference import Reference
from flows.site.entries import linked, write_releases
from flows.site.methods import methods
from flows.site.pages import render
from flows.site.questions import ask, open_release
from flows.site.tables import write_tables
from transforms.bulletin.content import build_bulletin, edition_of
from transforms.bulletin.model import Bulletin, Table

SITE = "site"
Pages = dict[str, tuple[str, dict[str, Any]]]


def build_site(home: Home, reference: Reference) -> Path | None:
    """Make `published/site/` anew from the published releases; None where there is no release yet.

    Who reads it meanwhile sees the old site or the new one. The writer's lock must be held.
    """
    releases = complete_releases(home.published)
    current = latest(releases)
    if current is None:
        return None
    new = home.published / f"{UNFINISHED}{SITE}"
    shutil.rmtree(new, ignore_errors=True)
    new.mkdir()
    entries = write_releases(home.published, releases, reference.gazetteer.territory.county_code, new)
    pages = {**_pages_of_release(home, current, reference, new), **_pages_of_code(reference)}
    pages["index.html"][1]["entries"] = entries
    pages["alerts.html"][1]["alerts"] = linked(pages["alerts.html"][1]["alerts"], entries)
    imprint = reference.imprint
    common = {"notice": notice_of(home) or "", "issuer": imprint.issuer, "current": current}
    for name, (template, facts) in pages.items():
        page = render(template, name, site_title=f"{imprint.city}{imprint.title}", **common, **facts)
        (new / name).write_text(page, encoding="utf-8")
    put_in_place(new, home.published / SITE)
    return home.published / SITE


def _pages_of_release(home: Home, current: Release, reference: Reference, site: Path) -> Pages:
    """Pages that say what the latest release says, and its count tables."""
    with open_release(home.published / "releases" / current.release_id) as connection:
        (intake,) = ask(connection, "intake")
        labels = {contract.table: contract.label_zh for contract in reference.contracts}
        front = _front(_bulletin(connection, home, current, reference))
        return {
            "index.html": ("index", {"title": "首页", "intake": intake, **front}),
            "data.html": ("data", {"title": "数据表", "tables": write_tables(connection, site)}),
            "checks.html": ("checks", {"title": "核验", "checks": ask(connection, "checks"), "labels": labels}),
            "alerts.html": ("alerts", {"title": "预警", "alerts": ask(connection, "alerts")}),
        }


def _pages_of_code(reference: Reference) -> Pages:
    """Pages on tables and methods, the same for every release."""
    pages: Pages = {"dictionary.html": ("dictionary", {"title": "数据字典", "contracts": reference.contracts})}
    for one in methods():
        pages[one.name] = ("methods", {"title": one.title, "body": one.body, "others": methods()[1:]})
    return pages


def _bulletin(
    connection: duckdb.DuckDBPyConnection, home: Home, current: Release, reference: Reference
) -> Bulletin | None:
    try:
        return edition_of(build_bulletin(connection, given_for(home, current, reference)), "shareable")
    except duckdb.Error as error:
        # published by an older program, whose tables lack what is asked for today: its documents stand all the same
        tell(f"发布版 {current.release_id} 由旧版程序发布,首页暂无摘要({type(error).__name__})。")
        return None


def _front(bulletin: Bulletin | None) -> dict[str, Any]:
    """The headline and the table of targets."""
    parts = [part for section in bulletin.sections if section.key == "scorecard" for part in section.parts] if bulletin else []
    targets = next((part for part in parts if isinstance(part, Table)), None)
    return {"headline": bulletin.headline if bulletin else None, "targets": targets}
