"""The site: complete, relative, without script, equal to its releases, put in place in one step."""

import csv
import hashlib
import shutil
from datetime import date, datetime
from html.parser import HTMLParser
from pathlib import Path

import duckdb
import pytest

from flows.home import Home, data_folder
from flows.publishing.release import Release
from flows.reference import Reference, load_reference
from flows.site import build, build_site, entries
from tests.flows.office import Office

PAGES = {"index.html", "data.html", "methods.html", "dictionary.html", "checks.html", "alerts.html"}


class Links(HTMLParser):
    """Targets, identities and elements of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.targets: list[str] = []
        self.ids: list[str] = []
        self.elements: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        for name, value in attrs:
            assert not name.startswith("on"), name
            if name in ("href", "src") and value:
                self.targets.append(value)
            if name == "id" and value:
                self.ids.append(value)


def html_files(site: Path) -> dict[Path, str]:
    return {path: path.read_text(encoding="utf-8") for path in sorted(site.rglob("*.html"))}


def digests(site: Path) -> dict[str, str]:
    return {
        str(path.relative_to(site)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


@pytest.fixture
def copy_of_home(office: Office, tmp_path: Path) -> Home:
    """The published part of the home, to be changed."""
    shutil.copytree(office.home.published, tmp_path / "published")
    shutil.copy(office.home.root / "notice.txt", tmp_path)
    return Home(tmp_path)


@pytest.fixture(scope="module")
def reference() -> Reference:
    return load_reference(data_folder())


def test_site__every_link_leads_to_a_file_or_place_of_the_site(site: Path) -> None:
    pages = html_files(site)
    assert {path.name for path in pages} >= PAGES
    followed = set()
    for path, text in pages.items():
        for target in Links(text).targets:
            assert "://" not in target and not target.startswith(("/", "mailto:", "javascript:", "data:")), target
            file, _, place = target.partition("#")
            leads_to = (path.parent / file).resolve() if file else path
            assert leads_to.is_file(), f"{path.name}: {target}"
            assert not place or place in Links(pages[leads_to]).ids, f"{path.name}: {target}"
            followed.add(str(leads_to.relative_to(site)))
    everything = {str(path.relative_to(site)) for path in site.rglob("*") if path.is_file()}
    assert everything - followed == {"index.html"} - followed


def test_site__no_script_no_request_and_the_notice_on_every_page(site: Path) -> None:
    pages = html_files(site)
    assert len(pages) >= 3
    for path, text in pages.items():
        assert "示例数据" in text, path
        assert "default-src 'none'" in text, path
        assert Links(text).elements & {"script", "iframe", "object", "embed", "form", "link", "img"} == set(), path


def test_site__months_as_each_release_said_it(office: Office, site: Path) -> None:
    index = (site / "index.html").read_text(encoding="utf-8")
    for release in ("2013-08.1", "2013-09.1"):
        ((k, n),) = office.rows(
            "SELECT numerator, denominator FROM scorecard"
            f" WHERE month = '{release[:7]}' AND target_id = 'invention_share' AND unit_code = '330482'",
            release,
        )
        line = next(line for line in index.split("<tr>") if f">{release}<" in line)
        assert f"<td>{n}</td><td>{k}</td><td>{100 * k / n:.2f}%</td>" in line.replace("\n", "")
        assert line.count("<a href=") == 3
    assert index.index(">2013-09.1<") < index.index(">2013-08.1<")


def test_site__passes_on_the_shareable_documents_as_they_were_frozen(office: Office, site: Path) -> None:
    for release in ("2013-08.1", "2013-09.1"):
        frozen = office.home.published / "releases" / release
        for ending in ("html", "docx", "xlsx"):
            passed_on = (site / "releases" / release / f"bulletin.{ending}").read_bytes()
            assert passed_on == (frozen / f"bulletin-shareable.{ending}").read_bytes()
            assert passed_on != (frozen / f"bulletin.{ending}").read_bytes()


def test_site__count_tables_add_up_to_the_release(office: Office, site: Path) -> None:
    published = office.rows("SELECT sum(applications), sum(publications), sum(grants) FROM monthly_counts")
    for name, other in (("counts_by_unit", "申请人类型"), ("counts_by_applicant_kind", "统计单位")):
        text = (site / "tables" / f"{name}.csv").read_bytes()
        assert text.startswith(b"\xef\xbb\xbf")
        rows = list(csv.DictReader(text.decode("utf-8-sig").splitlines()))
        assert other not in rows[0]
        assert set(rows[0].values()) - {""} and {row["专利类型"] for row in rows} == {"发明", "实用新型", "外观设计"}
        sums = tuple(sum(int(row[column]) for row in rows) for column in ("申请量", "公布量", "授权量"))
        assert [sums] == published


def test_site__made_again_says_the_same(copy_of_home: Home, reference: Reference) -> None:
    before = digests(copy_of_home.published / "site")
    assert build_site(copy_of_home, reference) == copy_of_home.published / "site"
    assert digests(copy_of_home.published / "site") == before
    assert [path.name for path in copy_of_home.published.glob(".new-*")] == []


def test_site__the_old_one_stands_while_and_after_building_fails(
    copy_of_home: Home, reference: Reference, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = copy_of_home.published / "site"
    before = digests(site)

    def full_disk(*_: object) -> None:
        assert digests(site) == before
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(build, "put_in_place", full_disk)
    with pytest.raises(OSError, match="No space"):
        build_site(copy_of_home, reference)
    assert digests(site) == before


def test_site__releases_of_older_code_are_listed_with_what_they_have(
    copy_of_home: Home, reference: Reference, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lacks_a_column(*_: object) -> None:
        raise duckdb.BinderException("no such column")

    monkeypatch.setattr(build, "build_bulletin", lacks_a_column)
    monkeypatch.setattr(entries, "SUFFIX", {"shareable": "-not-made-then"})
    site = build_site(copy_of_home, reference)
    assert site is not None
    index = (site / "index.html").read_text(encoding="utf-8")
    assert ">2013-08.1<" in index
    assert 'class="headline' not in index
    assert not (site / "releases").exists()
    assert "bulletin." not in index


def test_site__without_hard_links_documents_are_copied(
    copy_of_home: Home, reference: Reference, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = digests(copy_of_home.published / "site")

    def no_links(*_: object) -> None:
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr("os.link", no_links)
    build_site(copy_of_home, reference)
    assert digests(copy_of_home.published / "site") == before


def test_site__no_release_no_site(tmp_path: Path, reference: Reference) -> None:
    (tmp_path / "published").mkdir()
    assert build_site(Home(tmp_path), reference) is None
    assert list((tmp_path / "published").iterdir()) == []


def test_alerts__lead_to_the_documents_of_their_month_not_into_the_office() -> None:
    def entry(release_id: str) -> entries.Entry:
        release = Release(release_id, release_id[:7], int(release_id[8:]), date(2013, 6, 15), datetime(2013, 6, 15))
        documents = (entries.Document(f"releases/{release_id}/bulletin.html", "网页"),)
        return entries.Entry(release, "1", "1", "1", "1", "", "plain", documents)

    alert = {
        "month": "2013-05",
        "message": "占9.39%。统计通报:published/releases/2013-05.1/bulletin.html。数据截至6月15日。",
    }
    (linked,) = entries.linked([alert], [entry("2013-06.1"), entry("2013-05.2"), entry("2013-05.1")])
    assert linked["message"] == "占9.39%。数据截至6月15日。"
    assert [one.path for one in linked["documents"]] == ["releases/2013-05.2/bulletin.html"]
    (without,) = entries.linked([alert], [entry("2013-06.1")])
    assert without["documents"] == ()
