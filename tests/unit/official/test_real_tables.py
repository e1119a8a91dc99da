"""Two tables as they were really published: every number is there, and their own arithmetic is confirmed."""

import os
from pathlib import Path

import openpyxl
import pytest
from published_tables import Office

REAL = os.environ.get("IPSTATS_REAL_FILES")
pytestmark = pytest.mark.skipif(REAL is None, reason="IPSTATS_REAL_FILES is not set")
FOLDER = Path(REAL or "") / "statistics"
JILIN = "表七 2013年5月份吉林省各县(区)专利授权状况统计表.xlsx"
CHANGDE = "常德市2017年专利申请授权情况统计表.xlsx"


def lines(name: str) -> list[list[object]]:
    sheet = openpyxl.load_workbook(FOLDER / name).worksheets[0]
    return [list(line) for line in sheet.iter_rows(values_only=True)]


def number(cell: object) -> int:
    return int(str(cell)) if cell not in (None, "") else 0


def test_jilin__every_number_and_its_sums(office: Office) -> None:
    rows = [line for line in lines(JILIN) if isinstance(line[0], str) and len([cell for cell in line if cell is not None]) == 12]
    counties = rows[1:]
    assert len(counties) == 45
    for line in counties:
        total, invention, utility_model, design = map(number, line[2:6])
        assert total == invention + utility_model + design == sum(map(number, line[7:12])), line[0]
    office.take((FOLDER / JILIN).read_bytes(), JILIN)
    assert office.published("SELECT count(*), count(problem) FROM official_totals") == [(45 * 10, 0)]
    sums = [sum(number(line[column]) for line in counties) for column in (1, 2, 3, 4, 5, 7, 8, 9, 10, 11)]
    published = office.published(
        "SELECT sum(value)::BIGINT FROM official_totals GROUP BY left(cell, 1) ORDER BY left(cell, 1)"
    )
    assert [value for (value,) in published] == sums
    assert office.published(
        "SELECT value, month FROM official_totals WHERE region = '220104' AND period = 'year_to_date'"
    ) == [(863, "2013-05")]


def test_changde__every_number_and_its_sums(office: Office) -> None:
    rows = lines(CHANGDE)[3:]
    city, counties = rows[0], rows[1:]
    counts = [1, 2, 3, 4, 5, 7, 8, 10, 11, 12, 13, 14, 16, 17]
    for column in counts:
        assert number(city[column]) == sum(number(line[column]) for line in counties), column
    for line in rows:
        assert number(line[1]) == sum(map(number, line[2:5])) and number(line[10]) == sum(map(number, line[11:14]))
    office.take((FOLDER / CHANGDE).read_bytes(), CHANGDE, "month: 2017-07\n")
    assert office.published("SELECT count(*), count(problem) FROM official_totals") == [(13 * 14, 0)]
    published = dict(office.published("SELECT cell, value FROM official_totals"))
    for row, line in enumerate(rows, start=4):
        for column in counts:
            assert published[f"{chr(65 + column)}{row}"] == number(line[column])
    assert office.published(
        "SELECT measure, period, patent_type, value FROM official_totals WHERE region = '430725' AND period <> 'month'"
        " ORDER BY ALL"
    ) == [
        ("applications", "same_period_last_year", None, 196),
        ("applications", "year_to_date", "invention", 50),
        ("applications", "year_to_date", None, 316),
        ("grants", "same_period_last_year", None, 126),
        ("grants", "year_to_date", "invention", 28),
        ("grants", "year_to_date", None, 143),
    ]


def test_changde__one_number_changed_is_found(office: Office, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(FOLDER / CHANGDE)
    book.worksheets[0]["H11"] = 317
    book.save(tmp_path / "changed.xlsx")
    office.take((tmp_path / "changed.xlsx").read_bytes(), CHANGDE, "month: 2017-07\n")
    problems = dict(office.published("SELECT cell, problem FROM official_totals WHERE problem IS NOT NULL"))
    assert problems == {
        "H4": "第4行“申请/年申请累计”(H4)为 2511,所含 12 个地区之和为 2512",
        "H11": "第11行“申请/增长率”(J11)为 61.2%,算得 61.73%",
    }


def test_changde__says_no_month(office: Office) -> None:
    from transforms.errors import Held

    with pytest.raises(Held, match="哪个月份"):
        office.plan((FOLDER / CHANGDE).read_bytes(), CHANGDE)
