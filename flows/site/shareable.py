"""A release's bulletin in the shareable edition, in all its forms."""

from pathlib import Path

from flows.home import Home, data_folder
from flows.notice import notice_of
from flows.publishing.release import Release
from flows.reference import Reference
from flows.site.questions import open_release
from transforms.bulletin.charts import chart_svg
from transforms.bulletin.content import build_bulletin, edition_of
from transforms.bulletin.imprint import Imprint, parse_imprint
from transforms.bulletin.model import Bulletin, Chart
from transforms.bulletin.page import bulletin_page
from transforms.bulletin.source import Given, Unit
from transforms.bulletin.workbook import write_workbook


def write_documents(home: Home, release: Release, reference: Reference, folder: Path) -> tuple[str, ...]:
    """Write page and workbook into a folder of the site; returns their names."""
    bulletin = shareable_bulletin(home, release, reference)
    charts = [part for section in bulletin.sections for part in section.parts if isinstance(part, Chart)]
    page = bulletin_page(bulletin, {chart.key: chart_svg(chart) for chart in charts})
    (folder / "bulletin.html").write_text(page, encoding="utf-8")
    (folder / "bulletin.xlsx").write_bytes(write_workbook(bulletin))
    return ("bulletin.html", "bulletin.xlsx")


def shareable_bulletin(home: Home, release: Release, reference: Reference) -> Bulletin:
    """The content of a release's bulletin without what is internal."""
    with open_release(home.published / "releases" / release.release_id) as connection:
        return edition_of(build_bulletin(connection, _given(home, release, reference)), "shareable")


def load_imprint() -> Imprint:
    """Who issues the bulletin; raises DataError."""
    file = data_folder() / "bulletin" / "bulletin.yml"
    return parse_imprint(file.read_text(encoding="utf-8"), file.name)


def _given(home: Home, release: Release, reference: Reference) -> Given:
    note = data_folder() / "notes" / f"{release.month}.md"
    return Given(
        release_id=release.release_id,
        month=release.month,
        as_of=release.as_of,
        city_code=reference.gazetteer.territory.county_code,
        units=tuple(Unit(*row) for row in reference.gazetteer.units.select("unit_code", "unit_label").rows()),
        imprint=load_imprint(),
        notice=notice_of(home) or "",
        note=note.read_text(encoding="utf-8") if note.exists() else "",
        rule_labels={},
    )
