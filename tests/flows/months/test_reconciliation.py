"""Published figures against the month's own files: one difference explained to the row, one left without explanation."""

from datetime import date
from pathlib import Path

import duckdb
import pytest

from flows.release import Published
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
FIGURES = [
    ("330482", "2013-01", "month", None, 5),
    ("330482", "2013-01", "month", "invention", 2),
    ("330482", "2013-02", "month", None, 8),
    ("330482103", "2013-02", "month", None, 2),
]


class OfficeWithFigures(Office):
    """An office to which the level above has published FIGURES."""

    def _release(self, month: str, day: date, tables: tuple[str, ...] = ()) -> Published:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("flows.candidate.build.build_outputs", _with_figures)
            return super()._release(month, day, tables)


def _with_figures(connection: duckdb.DuckDBPyConnection, month: str, as_of: date) -> None:
    from transforms.out import build_outputs

    connection.execute("""CREATE OR REPLACE TABLE main.official_totals (delivery_id VARCHAR, region VARCHAR, month VARCHAR,
        measure VARCHAR, period VARCHAR, patent_type VARCHAR, applicant_kind VARCHAR, value DOUBLE, problem VARCHAR)""")
    connection.executemany(
        """INSERT INTO main.official_totals BY NAME SELECT 'o' AS delivery_id, ? AS region, ? AS month,
        'applications' AS measure, ? AS period, ?::VARCHAR AS patent_type, ? AS value""",
        [list(figure) for figure in FIGURES],
    )
    build_outputs(connection, month, as_of)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    office: Office = OfficeWithFigures(tmp_path_factory.mktemp("office") / "home")
    office.write(JANUARY, feed(*ROWS_OF_JANUARY))
    office.run("2013-01", date(2013, 2, 15))
    office.write(FEBRUARY, feed(*ROWS_OF_FEBRUARY))
    office.run("2013-02", date(2013, 3, 15))
    return office


def line(
    office: Office, month: str, unit: str = "330482", kind: str | None = None, release: str | None = None
) -> tuple[float, ...]:
    wanted = "IS NULL" if kind is None else f"= '{kind}'"
    (found,) = office.rows(
        "SELECT ours, ours_by_reported_month, official, late_arrivals, quarantined, out_of_territory, repeats, unexplained"
        f" FROM reconciliation WHERE month = '{month}' AND unit_code = '{unit}' AND patent_type {wanted}",
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
    assert "还有-5件没有解释" in office.value("SELECT explanation FROM reconciliation WHERE month = '2013-02' AND official = 8")
    assert line(office, "2013-02", unit="330482103") == (1, 2, 2, -1, 0, 0, 0, 0)


def test_counts_are_never_bent(office: Office, tmp_path: Path) -> None:
    plain = Office(tmp_path / "home")
    plain.write(JANUARY, feed(*ROWS_OF_JANUARY))
    plain.write(FEBRUARY, feed(*ROWS_OF_FEBRUARY))
    plain.run("2013-02", date(2013, 3, 15))
    assert plain.rows("FROM monthly_counts") == office.rows("FROM monthly_counts")


def test_replaced_file__speaks_no_more(office: Office) -> None:
    office.write("更正_" + JANUARY, feed(*ROWS_OF_JANUARY[:3]))
    office.write("更正_" + JANUARY + ".yml", "relation: replaces\n")
    office.run("2013-02", date(2013, 4, 15))
    # the first row that stands for application 1 is now February's: in the new file of January it comes again
    assert line(office, "2013-01") == (3, 2, 5, 1, 0, 0, -1, -2)
