"""The gate on real runs: what is critical stops the publication, what is a warning is printed and published."""

import json
import re
from datetime import date
from pathlib import Path

import duckdb
import pytest

from flows import release_steps
from flows.checking.gate import NotPublished
from flows.home import Home
from flows.reference import Reference
from flows.release import Published
from tests.flows.office import Office, application_row, feed

DAY = date(2013, 2, 15)
FEED = "平湖市专利申请受理明细_201301.csv"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """January with a sheet whose total row promises three rows and has two."""
    office = Office(tmp_path_factory.mktemp("gate"), with_great_expectations=True)
    rows = application_row("201320000001.7"), application_row("201310000002.6", kind="发明")
    office.write(FEED, feed(*rows) + "合计,3件,,,,,,,,\n")
    return office


@pytest.fixture(scope="module")
def published(office: Office) -> Published:
    """January's release, made once; who takes it finds it published."""
    return office.run("2013-01", DAY).published


def test_warning__is_returned_published_and_in_the_manifest(office: Office, published: Published) -> None:
    assert any("合计行写3,实有2行" in warning for warning in published.warnings)
    ((severity, count, message, examples),) = office.rows(
        "SELECT severity, failing_rows, message, examples FROM checks WHERE expectation = 'stated_total' AND NOT success"
    )
    assert (severity, count, message) == ("warning", 1, "新到文件的合计行与其行数相符:1处不符。")
    assert examples == f"{FEED} 的合计行写3,实有2行。"
    manifest = json.loads((published.folder / "manifest.json").read_text(encoding="utf-8"))
    passed, warned = office.rows("SELECT count(*) FILTER (success), count(*) FILTER (NOT success) FROM checks")[0]
    assert passed > 150
    assert (manifest["checks"]["passed"], manifest["checks"]["warned"]) == (passed, warned)
    assert "deliveries.stated_total" in manifest["checks"]["warnings"]


@pytest.mark.usefixtures("published")
def test_pages__stand_beside_the_releases_and_need_no_network(office: Office) -> None:
    release_steps.document_checks.fn(office.home.root)
    release = office.home.published / "releases" / "2013-01.1"
    start = (release / json.loads((release / "manifest.json").read_text("utf-8"))["data_docs"]).resolve()
    assert start == office.home.published / "docs" / "index.html"
    pages = {page.name: page.read_text(encoding="utf-8") for page in start.parent.iterdir()}
    assert "2013-01 发布前核验" in pages["index.html"]
    assert "新到文件的合计行与其行数相符(stated_total)" in pages["deliveries.html"]
    assert "合计行写3,实有2行" in pages["deliveries.html"]
    for name, page in pages.items():
        assert not re.search(r"https?://|<script|<img|<link", page), name
        for link in re.findall(r'href="([^#"]+)"', page):
            assert link in pages, name


@pytest.mark.usefixtures("published")
def test_checks_command__counts_and_names_what_did_not_pass(office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    from flows.commands.checks import checks

    assert checks(home=office.home.root, release="2013-01.1") == 0
    said = capsys.readouterr().out
    assert re.search(r"核验 \d+ 项:通过 \d+ 项,提示 \d+ 项。", said)
    assert "【提示】新到文件的合计行与其行数相符:1处不符。(deliveries.stated_total)" in said
    assert "合计行写3,实有2行" in said


@pytest.mark.usefixtures("published")
def test_critical__stops_the_publication_and_the_last_release_stands(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = (office.home.published / "patents.duckdb").read_bytes()
    count_and_score = release_steps.count_and_score

    def count_wrongly(home: Home, file: Path, month: str, as_of: date, reference: Reference) -> None:
        count_and_score(home, file, month, as_of, reference)
        with duckdb.connect(str(file)) as connection:
            connection.execute("UPDATE monthly_counts SET applications = applications + 1")

    monkeypatch.setattr(release_steps, "count_and_score", count_wrongly)
    with pytest.raises(NotPublished) as refused:
        office.run("2013-02", date(2013, 3, 15))
    message = str(refused.value)
    assert "现行发布版仍为 2013-01.1" in message
    assert "monthly_counts.counts_equal_events" in message
    assert re.search(r"2013-01 330482\d{3} invention .* 统计为 2、0、0,由事件计得 1、0、0", message)
    assert "月度统计等于专利事件分组计数" in refused.value.labels
    assert (office.home.published / "patents.duckdb").read_bytes() == before
    assert [folder.name for folder in (office.home.published / "releases").iterdir()] == ["2013-01.1"]
