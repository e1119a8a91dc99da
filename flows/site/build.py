"""Building the site beside the one that stands, then putting it in place in one step."""

import shutil
from pathlib import Path
from typing import Any

from flows.home import Home
from flows.notice import notice_of
from flows.publishing.exchange import put_in_place
from flows.publishing.freeze import UNFINISHED
from flows.publishing.release import Release
from flows.publishing.repair import complete_releases, latest
from flows.reference import Reference
from flows.site.editions import write_releases
from flows.site.entries import Entry
from flows.site.methods import methods
from flows.site.pages import render
from flows.site.questions import ask, open_release
from flows.site.shareable import load_imprint, shareable_bulletin
from flows.site.tables import write_tables
from transforms.bulletin.model import Bulletin, Table

SITE = "site"


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
    entries = write_releases(home, releases, reference, new)
    _write_pages(home, reference, current, entries, new)
    put_in_place(new, home.published / SITE)
    return home.published / SITE


def _write_pages(home: Home, reference: Reference, current: Release, entries: list[Entry], site: Path) -> None:
    imprint = load_imprint()
    common = {
        "notice": notice_of(home) or "",
        "issuer": imprint.issuer,
        "site_title": f"{imprint.city}{imprint.title}",
        "current": current,
    }
    with open_release(home.published / "releases" / current.release_id) as connection:
        tables = write_tables(connection, site)
        (intake,) = ask(connection, "intake")
        checks, alerts = ask(connection, "checks"), ask(connection, "alerts")
        columns = ask(connection, "dictionary")
    bulletin = shareable_bulletin(home, current, reference)
    about = {contract.table: contract for contract in reference.contracts}
    pages: list[tuple[str, str, dict[str, Any]]] = [
        ("index", "index.html", {"title": "首页", "intake": intake, **_front(bulletin, entries)}),
        ("data", "data.html", {"title": "数据表", "tables": tables}),
        ("checks", "checks.html", {"title": "核验", "checks": checks}),
        ("alerts", "alerts.html", {"title": "预警", "alerts": alerts}),
        ("dictionary", "dictionary.html", {"title": "数据字典", "columns": columns, "about": about}),
        *(
            ("methods", one.name, {"title": one.title, "body": one.body, "others": methods()[1:]})
            for one in methods()
        ),
    ]
    for template, name, facts in pages:
        (site / name).write_text(render(template, name, **common, **facts), encoding="utf-8")


def _front(bulletin: Bulletin, entries: list[Entry]) -> dict[str, Any]:
    """The headline, the table of targets and the months; older revisions of a month stand below its latest."""
    scorecard = next(section for section in bulletin.sections if section.key == "scorecard")
    targets = next((part for part in scorecard.parts if isinstance(part, Table)), None)
    return {"headline": bulletin.headline, "targets": targets, "entries": entries, "newest": entries[0]}
