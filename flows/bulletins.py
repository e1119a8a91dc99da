"""The bulletin of a new release, written before it is frozen: page, document and workbook, each in two editions."""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb

from flows.drawing import begin_drawing, take_drawings
from flows.home import Home
from flows.notes import note_of
from flows.notice import notice_of
from flows.progress import tell
from flows.publishing.release import Release
from flows.reference import Reference
from flows.store.warehouse import open_read_only
from transforms.bulletin.content import build_bulletin, edition_of
from transforms.bulletin.model import Bulletin, Edition
from transforms.bulletin.source import Given, Unit

if TYPE_CHECKING:
    from transforms.bulletin.charts import Drawing

# Some years of a county; further down nobody scrolls, and the tables hold all.
DETAIL_ROWS = 5_000
DETAIL = "detail.xlsx"
SUFFIX: dict[Edition, str] = {"internal": "", "shareable": "-shareable"}
# given by the merging of records, not by a rule file
_OTHER_LABELS = {"conflict_with_earlier_record": "与先前记录不一致"}


def begin_bulletin(home: Home, candidate: Path, release: Release, reference: Reference) -> None:
    """What needs only the figures, while others still look at them: charts begin to be drawn, the detail is written."""
    folder = _begun(home, release)
    folder.mkdir(parents=True, exist_ok=True)
    with open_read_only(home.work, candidate) as connection:
        connection.execute("SET preserve_insertion_order = true")
        bulletin = build_bulletin(connection, given_for(home, release, reference))
        begin_drawing(bulletin.charts)
        _write_detail(folder, connection, bulletin)


def write_bulletins(
    home: Home, candidate: Path, release: Release, reference: Reference, warnings: Sequence[str] = ()
) -> list[Path]:
    """Files to be attached to the release, in the work folder; raises OSError where the disk is full."""
    folder = home.work / "bulletin"
    folder.mkdir(parents=True, exist_ok=True)
    with open_read_only(home.work, candidate) as connection:
        connection.execute("SET preserve_insertion_order = true")
        bulletin = build_bulletin(connection, given_for(home, release, reference, warnings))
        tell_of_missing_font()
        begin_drawing(bulletin.charts)
        detail = _begun(home, release) / DETAIL
        if not detail.exists():
            detail = _write_detail(folder, connection, bulletin)
    # what has no charts is written while they are drawn
    return [detail, *_write_workbooks(folder, bulletin), *_write_pages(folder, bulletin, take_drawings(bulletin.charts))]


def _begun(home: Home, release: Release) -> Path:
    return home.work / "begun" / release.release_id


def _write_workbooks(folder: Path, bulletin: Bulletin) -> list[Path]:
    from transforms.bulletin.workbook import write_workbook

    files = []
    for edition, suffix in SUFFIX.items():
        file = folder / f"bulletin{suffix}.xlsx"
        file.write_bytes(write_workbook(edition_of(bulletin, edition)))
        files.append(file)
    return files


def _write_pages(folder: Path, bulletin: Bulletin, drawings: Mapping[str, "Drawing"]) -> list[Path]:
    """The page and the document of both editions."""
    from transforms.bulletin.document import bulletin_document
    from transforms.bulletin.page import bulletin_page

    files = []
    for edition, suffix in SUFFIX.items():
        shown = edition_of(bulletin, edition)
        page, document = (folder / f"bulletin{suffix}.{ending}" for ending in ("html", "docx"))
        page.write_text(bulletin_page(shown, drawings), encoding="utf-8")
        document.write_bytes(bulletin_document(shown, drawings))
        files += [page, document]
    return files


@cache
def tell_of_missing_font() -> None:
    """Once a process: the pictures of a published release stay as they are."""
    from transforms.bulletin.charts import can_draw_chinese

    if not can_draw_chinese():
        tell(
            "这台机器没有中文字体,月报各图中的汉字显示不出(Word 文档中成为方框)。"
            "请管理员安装中文字体(Debian、Ubuntu 为 fonts-noto-cjk),以后发布的月报即正常。",
            style="red",
        )


def _write_detail(folder: Path, connection: duckdb.DuckDBPyConnection, bulletin: Bulletin) -> Path:
    """Each patent of the year, for the section only."""
    from transforms.bulletin.detail import Stamp, write_detail

    file = folder / DETAIL
    stamp = Stamp(bulletin.month, bulletin.as_of, bulletin.notice)
    file.write_bytes(write_detail(connection, stamp, most_rows=DETAIL_ROWS))
    return file


def given_for(home: Home, release: Release, reference: Reference, warnings: Sequence[str] = ()) -> Given:
    """What a release's tables do not say of its bulletin."""
    territory = reference.gazetteer.territory
    rows = reference.gazetteer.units.select("unit_code", "unit_name", "unit_label").iter_rows()
    units = tuple(Unit(code, name if code == territory.unassigned_code else label) for code, name, label in rows)
    return Given(
        release_id=release.release_id,
        month=release.month,
        as_of=release.as_of,
        city_code=territory.county_code,
        units=units,
        imprint=reference.imprint,
        notice=notice_of(home) or "",
        note=note_of(home, release.month),
        rule_labels={rule.rule: rule.label_zh for rule in reference.rules} | _OTHER_LABELS,
        table_labels={contract.table: contract.label_zh for contract in reference.contracts},
        warnings=tuple(warnings),
    )
