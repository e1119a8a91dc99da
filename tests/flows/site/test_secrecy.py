"""Nothing of an unpublished application and no natural person's name is in any file of the site (DECISIONS 22)."""

import shutil
import zipfile
from pathlib import Path

import pytest

from tests.flows.office import Office
from tests.flows.site.secrets import leaks, secrets_of


def test_secrecy__the_sample_data_hold_secrets_of_every_kind(office: Office) -> None:
    counts = {kind: len(known) for kind, known in secrets_of(office, "2013-09.1").items()}
    assert counts["title"] > 100
    assert counts["number"] > 1000
    assert counts["address"] > 100
    assert counts["firm"] >= 1
    assert counts["person"] > 100


@pytest.mark.parametrize("release", ["2013-08.1", "2013-09.1"])
def test_secrecy__no_file_of_the_site_holds_any(office: Office, site: Path, release: str) -> None:
    assert len([path for path in site.rglob("*") if path.is_file()]) > 15
    assert leaks(site, secrets_of(office, release)) == []


@pytest.mark.parametrize("kind", ["title", "number", "address", "firm", "person"])
@pytest.mark.parametrize("file", ["index.html", "tables/counts_by_unit.csv", "releases/2013-09.1/bulletin.xlsx"])
def test_secrecy__a_planted_secret_is_found(office: Office, site: Path, tmp_path: Path, kind: str, file: str) -> None:
    copy = Path(shutil.copytree(site, tmp_path / "site"))
    secrets = secrets_of(office, "2013-09.1")
    planted = max(secrets[kind])
    if file.endswith(".xlsx"):
        with zipfile.ZipFile(copy / file, "a") as parts:
            parts.writestr("xl/comments1.xml", f"<t>{planted[:2]}</t><t>{planted[2:]}</t>")
    else:
        with (copy / file).open("a", encoding="utf-8") as stream:
            stream.write(f"\n{planted}\n")
    assert (file, kind, planted) in leaks(copy, secrets)


def test_secrecy__the_sections_own_bulletin_would_be_caught(office: Office, tmp_path: Path) -> None:
    from flows.home import data_folder
    from flows.publishing.repair import complete_releases
    from flows.reference import load_reference
    from flows.site.questions import open_release
    from transforms.bulletin.detail import Stamp, write_detail

    release = complete_releases(office.home.published)[-1]
    assert load_reference(data_folder()).contracts
    with open_release(office.home.published / "releases" / release.release_id) as connection, \
            (tmp_path / "detail.xlsx").open("wb") as stream:  # fmt: skip
        write_detail(connection, stream, Stamp(release.month, release.as_of, ""), tmp_path)
    assert {kind for _, kind, _ in leaks(tmp_path, secrets_of(office, "2013-09.1"))} == {
        "title", "number", "address", "firm", "person",
    }  # fmt: skip
