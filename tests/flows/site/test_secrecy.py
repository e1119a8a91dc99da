"""Nothing of an unpublished application and no natural person's name is in any file of the site (DECISIONS 22)."""

import shutil
import zipfile
from datetime import date
from pathlib import Path

import pytest

from flows.site.questions import open_release
from tests.flows.office import Office
from tests.flows.site.unpublished import leaks, secrets_of
from transforms.bulletin.detail import Stamp, write_detail

KINDS = ("title", "number", "address", "firm", "person")


def test_secrecy__there_are_secrets_of_every_kind(office: Office) -> None:
    secrets = secrets_of(office, "2013-09.1")
    assert len(secrets["number"]) > 1000
    assert len(secrets["person"]) > 100
    assert "201310888001" in secrets["number"]
    assert "一种测试装置" in secrets["title"]
    assert "浙江省平湖市新埭镇保密路7号" in secrets["address"]
    assert "平湖市未公开齿轮研制有限公司" in secrets["firm"]


@pytest.mark.parametrize("release", ["2013-08.1", "2013-09.1"])
def test_secrecy__no_file_of_the_site_holds_any(office: Office, site: Path, release: str) -> None:
    files = {path.suffix for path in site.rglob("*") if path.is_file()}
    assert files >= {".html", ".csv", ".docx", ".xlsx"}
    assert leaks(site, secrets_of(office, release)) == []


@pytest.mark.parametrize(
    "file",
    ["index.html", "tables/counts_by_unit.csv", "releases/2013-09.1/bulletin.xlsx", "releases/2013-09.1/bulletin.docx"],
)
def test_secrecy__a_planted_secret_is_found(office: Office, site: Path, tmp_path: Path, file: str) -> None:
    copy = tmp_path / file
    copy.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(site / file, copy)
    secrets = secrets_of(office, "2013-09.1")
    planted = {kind: max(known) for kind, known in secrets.items()}
    assert leaks(tmp_path, secrets) == []
    for secret in planted.values():
        if file.endswith((".xlsx", ".docx")):
            with zipfile.ZipFile(copy, "a") as parts:
                parts.writestr(f"xl/{secret}.xml", f"<t>{secret[:2]}</t><t>{secret[2:]}</t>")
        else:
            with copy.open("a", encoding="utf-8") as stream:
                stream.write(f"\n{secret}\n")
    assert {(file, kind, secret) for kind, secret in planted.items()} <= set(leaks(tmp_path, secrets))


def test_secrecy__the_sections_own_workbook_would_be_caught(office: Office, tmp_path: Path) -> None:
    with open_release(office.home.published / "releases" / "2013-09.1") as connection:
        content = write_detail(connection, Stamp("2013-09", date(2013, 10, 15), ""), most_rows=2000)
    (tmp_path / "detail.xlsx").write_bytes(content)
    found = {kind for _, kind, _ in leaks(tmp_path, secrets_of(office, "2013-09.1"))}
    assert found == set(KINDS)
