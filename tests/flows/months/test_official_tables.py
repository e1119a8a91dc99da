"""Published tables through the whole run: accounted for, published as of the day, compared in the scorecard."""

import io
import json
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from flows.commands.demo import SAMPLES
from flows.home import data_folder
from flows.months import usual_day
from flows.rebuild import rebuild
from flows.reference import load_reference
from tests.flows.office import Office

TRUTH: dict[str, Any] = json.loads((SAMPLES.parent / "TRUTH.json").read_text(encoding="utf-8"))
MONTHS = ("2013-01", "2013-02")
FATES = "rows_read, rows_accepted, rows_repeated, rows_quarantined, rows_out_of_scope"


def sample_files(month: str) -> list[Path]:
    digits = month.replace("-", "")
    return [path for path in SAMPLES.iterdir() if digits in path.name and path.name.startswith(("平湖市专利", "嘉兴市"))]


def county_table(month: str) -> str:
    return f"嘉兴市各县市区专利情况_{month.replace('-', '')}.xlsx"


def with_cell(name: str, cell: str, value: object) -> bytes:
    """A sample table with one cell of its first sheet changed."""
    book = openpyxl.load_workbook(SAMPLES / name)
    book.worksheets[0][cell] = value
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    office = Office(tmp_path_factory.mktemp("official"))
    for month in MONTHS:
        office.receive(*sample_files(month))
        office.run(month, usual_day(month))
    return office


@pytest.mark.parametrize("month", MONTHS)
def test_scorecard__official_value_beside_ours(office: Office, month: str) -> None:
    truth = TRUTH["official"]["year_to_date"][month]
    values = dict(
        office.rows(f"SELECT target_id, official_value FROM scorecard WHERE month = '{month}' AND unit_code = '330482'")
    )
    assert values["patent_applications"] == truth["applications"]
    assert values["patent_grants"] == truth["grants"]
    assert values["invention_share"] == truth["inventions"] / truth["applications"]
    assert values["new_demonstration_enterprises"] is None


def test_rows__of_a_table_by_fate(office: Office) -> None:
    for month in MONTHS:
        fates = TRUTH["files"][county_table(month)]["fates"]
        expected = tuple(fates[name] for name in ("rows", "accepted", "repeated", "quarantined", "out_of_scope"))
        said = office.rows(
            f"SELECT state, basis, source, month, {FATES} FROM deliveries WHERE file_name = '{county_table(month)}'"
        )
        assert said == [("accepted", "official_aggregate", "official_jiaxing_counties", month, *expected)]


def test_totals__all_regions_traced_to_their_cells(office: Office) -> None:
    assert office.value("SELECT count(*) FROM official_totals WHERE problem IS NOT NULL") == 0
    assert office.value("SELECT count(DISTINCT region) FROM official_totals") == 9
    by_hand = openpyxl.load_workbook(SAMPLES / county_table("2013-02"))["授权"]
    found = office.rows("SELECT cell, value FROM official_totals WHERE sheet = '授权' AND month = '2013-02'")
    assert len(found) == 9 * 9
    assert [(cell, value) for cell, value in found if by_hand[cell].value != value] == []
    assert office.rows("SELECT DISTINCT part_of FROM official_totals WHERE region_name = '南湖区'") == [("330401",)]


def test_totals__are_as_of_the_release(office: Office) -> None:
    assert office.rows("SELECT DISTINCT month FROM official_totals", "2013-01.1") == [("2013-01",)]
    assert office.rows("SELECT DISTINCT month FROM official_totals ORDER BY 1", "2013-02.1") == [("2013-01",), ("2013-02",)]


def test_second_table_of_a_month__replaces_only_when_told(office: Office) -> None:
    """The replacing table breaks its own sums: that is said of it, and it no longer gives the official value."""
    name = "嘉兴_201302_更正.xlsx"
    office.write(name, with_cell(county_table("2013-02"), "F10", 300))
    ran = office.run("2013-02", date(2013, 3, 20))
    assert ran.state(name) == "held" and "relation: replaces" in ran.message(name)
    office.write(f"{name}.yml", "relation: replaces\n")
    office.run("2013-02", date(2013, 3, 21))
    problems = dict(office.rows("SELECT cell, problem FROM official_totals WHERE month = '2013-02' AND problem IS NOT NULL"))
    assert "第10行“本年累计/合计”(F10)为 300,三种专利之和为 278" in problems["F10"]
    assert office.value("SELECT count(DISTINCT delivery_id) FROM official_totals WHERE month = '2013-02'") == 1
    official = "SELECT official_value FROM scorecard WHERE month = '2013-02' AND target_id = 'patent_applications'"
    assert office.rows(official) == [(None,)]
    assert office.rows(official, "2013-02.1") == [(278,)]


def test_rebuilt_warehouse__has_the_same_totals(office: Office) -> None:
    before = office.rows("SELECT * FROM official_totals ORDER BY ALL")
    rebuild(office.home, load_reference(data_folder()))
    assert not office.run("2013-02", date(2013, 3, 21)).published.is_new
    assert office.rows("SELECT * FROM official_totals ORDER BY ALL") == before


def test_bad_tables__are_held_or_flagged_and_others_unharmed(tmp_path_factory: pytest.TempPathFactory) -> None:
    office = Office(tmp_path_factory.mktemp("bad_tables"))
    name = county_table("2013-01")
    office.write("错行.xlsx", with_cell(name, "A8", None))
    office.write("无单位.xlsx", with_cell(name, "A2", None))
    office.write("改表头.xlsx", with_cell(name, "D4", "实用型"))
    office.write("有文字.xlsx", with_cell(county_table("2013-02"), "E7", "缺"))
    ran = office.run("2013-02", usual_day("2013-02"))
    assert "第8行有数字而没有地区名(A8)" in ran.message("错行.xlsx")
    assert "没有写明计量单位" in ran.message("无单位.xlsx")
    assert "没有:当月/实用新型" in ran.message("改表头.xlsx")
    assert ran.state("有文字.xlsx") == "accepted"
    assert office.rows("SELECT row_number, reason FROM row_warnings") == [
        (7, "第7行“当月/外观设计”(E7)不是数字:“缺”。这些数按空白收录,请与原表核对。")
    ]
    assert office.rows("SELECT value, problem FROM official_totals WHERE cell = 'E7' AND sheet = '申请受理'") == [
        (None, "第7行“当月/外观设计”(E7)不是数字:“缺”")
    ]
