"""Published figures against the month's own files: one difference explained to the row, one left without explanation."""

import io
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from tests.flows.office import Office, application_row, feed

JANUARY, FEBRUARY = "平湖市专利申请受理明细_201301.csv", "平湖市专利申请受理明细_201302.csv"
OUTSIDE = "浙江省海盐县武原街道测试路1号"
# January: three of ours, one of another county, one set aside; February: one late of January, one again, one of its own.
ROWS_OF_JANUARY = (
    application_row("201320000001.7"),
    application_row("201320000012", kind="实用新型"),
    application_row("201310000013", kind="发明", accepted="2012-12-28", filed="2012-12-20"),
    application_row("201330000014", kind="外观设计", address=OUTSIDE),
    application_row("201310000015.0", kind="发明"),
)
ROWS_OF_FEBRUARY = (
    application_row("201310000021", kind="发明", accepted="2013-01-30"),
    application_row("201320000001.7"),
    application_row("201320000022", accepted="2013-02-08"),
)
# all, inventions, utility models, designs of the month and of the year to date, as the county table has them
PUBLISHED = {"2013-01": (5, 2, 2, 1, 5, 2, 2, 1), "2013-02": (8, 1, 4, 3, 13, 3, 6, 4)}


def county_table(month: str) -> bytes:
    """The level above's table of applications, with the one line that matters here."""
    year, number = month.split("-")
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "申请受理"
    types = ("合计", "发明", "实用新型", "外观设计")
    for row in (
        (f"嘉兴市各县(市、区)专利申请受理情况统计表({year}年{int(number)}月)",),
        ("单位:件",),
        ("县(市、区)", "当月", None, None, None, "本年累计", None, None, None, "上年同期", "同比增长(%)"),
        (None, *types, *types),
        ("平湖市", *PUBLISHED[month], 0, None),
    ):
        sheet.append(row)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    office = Office(tmp_path_factory.mktemp("office") / "home")
    for month, name, rows, day in (
        ("2013-01", JANUARY, ROWS_OF_JANUARY, date(2013, 2, 15)),
        ("2013-02", FEBRUARY, ROWS_OF_FEBRUARY, date(2013, 3, 15)),
    ):
        office.write(name, feed(*rows))
        office.write(f"嘉兴市各县市区专利情况_{month.replace('-', '')}.xlsx", county_table(month))
        office.run(month, day)
    return office


def line(office: Office, month: str, kind: str | None = None, release: str | None = None) -> tuple[float, ...]:
    wanted = "IS NULL" if kind is None else f"= '{kind}'"
    (found,) = office.rows(
        "SELECT ours, ours_by_reported_month, official, late_arrivals, quarantined, out_of_territory, repeats, unexplained"
        f" FROM reconciliation WHERE month = '{month}' AND period = 'month' AND patent_type {wanted}",
        release,
    )
    return found


def test_explained_to_the_row(office: Office) -> None:
    # came down: 1, 12, 13 (of December), 14 (elsewhere), 15 (set aside); ours: 1, 12 and, late, 21
    assert line(office, "2013-01") == (3, 3, 5, 0, -1, -1, 0, 0)
    assert line(office, "2013-01", kind="invention") == (1, 1, 2, 0, -1, 0, 0, 0)
    rows = office.rows(
        """SELECT cause, effect, patent_id, file_name, row_number FROM reconciliation_rows JOIN deliveries USING (delivery_id)
        WHERE reconciliation_rows.month = '2013-01' ORDER BY ALL"""
    )
    assert [(cause, effect, (number or "")[:12], file, row) for cause, effect, number, file, row in rows] == [
        ("late_arrival", -1, "201310000013", JANUARY, 4),
        ("late_arrival", 1, "201310000021", FEBRUARY, 2),
        ("out_of_territory", -1, "201330000014", JANUARY, 5),
        ("quarantined", -1, "", JANUARY, 6),
    ]


def test_what_was_known_then(office: Office) -> None:
    assert line(office, "2013-01", release="2013-01.1") == (2, 3, 5, -1, -1, -1, 0, 0)


def test_left_without_explanation(office: Office) -> None:
    # came down: 21, 1 again, 22; published: 8
    assert line(office, "2013-02") == (1, 2, 8, -1, 0, 0, -1, -5)
    assert "其余少5件没有解释" in office.value("SELECT explanation FROM reconciliation WHERE official = 8")


def test_counts_are_never_bent(office: Office, tmp_path: Path) -> None:
    plain = Office(tmp_path / "home")
    plain.write(JANUARY, feed(*ROWS_OF_JANUARY))
    plain.write(FEBRUARY, feed(*ROWS_OF_FEBRUARY))
    plain.run("2013-02", date(2013, 3, 15))
    assert plain.rows("FROM monthly_counts") == office.rows("FROM monthly_counts")


def test_file_replaced_after_the_table_came(office: Office) -> None:
    office.write("更正_" + JANUARY, feed(*ROWS_OF_JANUARY[:2]))
    office.write("更正_" + JANUARY + ".yml", "relation: replaces\n")
    office.run("2013-02", date(2013, 4, 15))
    # application 1 still stands where it first came down; 13 came down in the old file only
    assert line(office, "2013-01") == (3, 2, 5, 1, 0, 0, 0, -2)
    rows = office.rows("SELECT month, effect, patent_id FROM reconciliation_rows WHERE cause = 'replaced'")
    assert [(month, effect, number[:12]) for month, effect, number in rows] == [("2013-01", -1, "201310000013")]
    assert line(office, "2013-02") == (1, 2, 8, -1, 0, 0, -1, -5), "application 1 comes again in February, as before"
