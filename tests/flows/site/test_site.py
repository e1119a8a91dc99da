"""The site: complete, relative, without script, equal to its releases, put in place in one step."""

import csv
import hashlib
import json
import shutil
from html.parser import HTMLParser
from pathlib import Path

import pytest

from flows.home import Home, data_folder
from flows.reference import Reference, load_reference
from flows.site import build, build_site, editions
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
    assert {name for name in everything - followed if not name.endswith("entry.json")} == set()


def test_site__no_script_no_request_and_the_notice_on_every_page(site: Path) -> None:
    for path, text in html_files(site).items():
        assert "示例数据" in text, path
        assert "default-src 'none'" in text, path
        assert Links(text).elements & {"script", "iframe", "object", "embed", "form", "link", "img"} == set(), path


def test_site__months_as_each_release_said_it(office: Office, site: Path) -> None:
    for release in ("2013-08.1", "2013-09.1"):
        entry = json.loads((site / "releases" / release / "entry.json").read_text(encoding="utf-8"))
        ((k, n),) = office.rows(
            "SELECT numerator, denominator FROM scorecard"
            f" WHERE month = '{release[:7]}' AND target_id = 'invention_share' AND unit_code = '330482'",
            release,
        )
        assert (entry["inventions"], entry["applications"]) == (str(k), str(n))
        assert f"<td>{n}</td><td>{k}</td><td>{entry['invention_share']}</td>" in (site / "index.html").read_text(encoding="utf-8")


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


def test_site__a_release_is_taken_over_until_code_changes(
    copy_of_home: Home, reference: Reference, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = copy_of_home.published / "site"
    before = digests(site)

    def refuse(*_: object) -> tuple[str, ...]:
        raise AssertionError("rendered again")

    with monkeypatch.context() as patch:
        patch.setattr(editions, "write_documents", refuse)
        assert build_site(copy_of_home, reference) == site
        assert digests(site) == before
        patch.setattr(editions, "_code_hash", lambda: "other code")
        with pytest.raises(AssertionError, match="rendered again"):
            build_site(copy_of_home, reference)


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


def test_site__a_release_of_older_code_keeps_its_pages(
    copy_of_home: Home, reference: Reference, monkeypatch: pytest.MonkeyPatch
) -> None:
    import duckdb

    site = copy_of_home.published / "site"
    before = digests(site)

    def lacks_a_column(*_: object) -> tuple[str, ...]:
        raise duckdb.BinderException("no such column")

    monkeypatch.setattr(editions, "write_documents", lacks_a_column)
    monkeypatch.setattr(editions, "_code_hash", lambda: "newer code")
    build_site(copy_of_home, reference)
    assert digests(site) == before
    shutil.rmtree(site)
    build_site(copy_of_home, reference)
    assert {path.name for path in (site / "releases").iterdir()} == set()
    assert "2013-08.1" in (site / "index.html").read_text(encoding="utf-8")


def test_site__no_release_no_site(tmp_path: Path, reference: Reference) -> None:
    (tmp_path / "published").mkdir()
    assert build_site(Home(tmp_path), reference) is None
    assert list((tmp_path / "published").iterdir()) == []
