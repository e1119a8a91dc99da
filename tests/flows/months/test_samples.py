"""The sample deliveries: nine releases equal what their maker meant, file by file and number by number."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from flows.commands.demo import SAMPLES
from flows.months import months_between, usual_day
from flows.publishing.freeze import DATABASE, read_manifest
from tests.data.changes.two_releases import compared
from tests.flows.guide import QUESTIONS
from tests.flows.months.samples_ledger import LEDGER, ledger
from tests.flows.office import Office

TRUTH: dict[str, Any] = json.loads((SAMPLES.parent / "TRUTH.json").read_text(encoding="utf-8"))
MONTHS = months_between("2013-01", "2013-09")
FATES = {
    "rows": "rows_read", "accepted": "rows_accepted", "repeated": "rows_repeated",
    "quarantined": "rows_quarantined", "out_of_scope": "rows_out_of_scope",
}  # fmt: skip


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    office = Office(tmp_path_factory.mktemp("samples"), with_great_expectations=True)
    office.receive(*SAMPLES.iterdir())
    for month in MONTHS:
        office.run(month, usual_day(month))
    return office


@pytest.mark.parametrize("month", MONTHS)
def test_samples__scorecard_of_each_release(office: Office, month: str) -> None:
    truth = TRUTH["months"][month]
    values = dict(
        office.rows(
            f"SELECT target_id, value FROM scorecard WHERE month = '{month}' AND unit_code = '330482'", f"{month}.1"
        )
    )
    assert set(values) <= set(truth)
    assert values == {target: truth[target] for target in values}


@pytest.mark.parametrize("month", MONTHS)
def test_samples__counts_of_each_release(office: Office, month: str) -> None:
    truth = TRUTH["months"][month]
    for measure, column, key in (
        ("applications", "unit_name", "ytd_applications_by_unit"),
        ("applications", "applicant_kind", "ytd_applications_by_kind"),
        ("applications", "patent_type", "ytd_applications_by_type"),
        ("grants", "unit_name", "ytd_grants_by_unit"),
        ("grants", "patent_type", "ytd_grants_by_type"),
    ):
        counted = office.rows(
            f"SELECT {column}, sum({measure})::BIGINT FROM monthly_counts WHERE month BETWEEN '2013-01' AND '{month}'"
            f" AND basis = 'receipt_records' GROUP BY 1 HAVING sum({measure}) > 0",
            f"{month}.1",
        )
        assert dict(counted) == {name: count for name, count in truth[key].items() if count}, key


def test_samples__rows_of_every_file_by_fate(office: Office) -> None:
    columns = ", ".join(FATES.values())
    found = {
        name.split("/")[0]: (state, dict(zip(FATES, fates, strict=True)))
        for name, state, *fates in office.rows(f"SELECT file_name, state, {columns} FROM deliveries")
    }
    assert set(found) == set(TRUTH["files"])
    for name, truth in TRUTH["files"].items():
        state, fates = found[name]
        assert state == truth["state"], name
        if state == "held":
            assert set(fates.values()) == {None}, name
        elif "fates" in truth:
            assert fates == {fate: truth["fates"][fate] for fate in FATES}, name
        else:
            # whether a line of an earlier full list is accepted or repeated is the same to every number
            assert fates["accepted"] + fates["repeated"] == truth["accepted_or_repeated"], name
            assert fates["quarantined"] == truth["quarantined"], name


def test_samples__coverage_is_that_of_the_ledger(office: Office) -> None:
    assert ledger(office.home.published) == LEDGER.read_text(encoding="utf-8"), "看过差别后用 make ledger 更新"


def test_samples__replaced_april_is_told_as_its_maker_meant(office: Office) -> None:
    truth, cause = TRUTH["replacement_of_2013-04"], "替换文件:平湖市专利申请受理明细_201304_更正.xlsx"
    told = office.rows(
        "SELECT key, column_name, before, after FROM release_changes"
        f" WHERE table_name = 'patents' AND cause = '{cause}' AND column_name IN ('row', 'unit_name')",
        "2013-05.1",
    )
    gone = {key.split(".")[0] for key, column, _, after in told if column == "row" and after is None}
    assert gone == set(truth["applications_taken_out"])
    assert [(key.split(".")[0], before, after) for key, column, before, after in told if column == "unit_name"] == [
        (truth["application_moved"], truth["from_unit"], truth["to_unit"])
    ]


@pytest.mark.parametrize("month", MONTHS[1:])
def test_samples__restated_months_are_told_whole_and_each_with_a_cause(office: Office, month: str) -> None:
    release = f"{month}.1"
    earlier = f"{MONTHS[MONTHS.index(month) - 1]}.1"
    totals = f"SELECT month, basis, sum(applications), sum(grants) FROM monthly_counts WHERE month < '{month}' GROUP BY ALL"
    before, after = ({(m, basis): counts for m, basis, *counts in office.rows(totals, one)} for one in (earlier, release))
    restated = {key for key in before | after if before.get(key) != after.get(key)}
    told = office.rows(
        "SELECT DISTINCT split_part(key, '|', 1), split_part(key, '|', 5) FROM release_changes"
        " WHERE table_name = 'monthly_counts' AND column_name <> 'publications'",
        release,
    )
    assert restated
    assert restated <= set(told)
    assert office.rows("SELECT * FROM release_changes WHERE cause IS NULL OR cause = '未查明'", release) == []


@pytest.mark.parametrize("month", MONTHS[1:])
def test_samples__changes_told_are_those_between_the_whole_files(office: Office, month: str, tmp_path: Path) -> None:
    # a run looks only at patents that rows new since then touched; `ipstats diff` looks at all
    earlier_month = MONTHS[MONTHS.index(month) - 1]
    folders = [office.home.published / "releases" / f"{one}.1" for one in (earlier_month, month)]
    lineages = {read_manifest(folder)["derived"]["lineage"] for folder in folders}
    with compared(tmp_path, *(folder / DATABASE for folder in folders), earlier_month, month) as connection:
        whole = connection.execute("SELECT * FROM lines ORDER BY ALL").fetchall()
    assert len(lineages) == 1
    assert whole
    told = "SELECT table_name, key, column_name, before, after FROM release_changes ORDER BY ALL"
    assert office.rows(told, f"{month}.1") == whole


@pytest.mark.parametrize(("sql", "answer"), QUESTIONS)
def test_samples__sql_of_the_guide_gives_the_printed_answer(office: Office, sql: str, answer: str) -> None:
    printed = list(csv.reader(io.StringIO(answer)))[1:]
    assert [[_text(value) for value in row] for row in office.rows(sql)] == printed


def _text(value: object) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)


def test_samples__same_numbers_make_no_new_release(office: Office) -> None:
    ran = office.run("2013-09", usual_day("2013-09"))
    assert not ran.published.is_new
    assert ran.published.release.release_id == "2013-09.1"


def test_samples__rebuilt_warehouse_has_equal_content(office: Office) -> None:
    from flows.home import data_folder
    from flows.rebuild import rebuild
    from flows.reference import load_reference

    rebuild(office.home, load_reference(data_folder()))
    ran = office.run("2013-09", usual_day("2013-09"))
    assert not ran.published.is_new


def test_samples__reconciled_as_the_maker_meant(office: Office) -> None:
    late, unexplained = TRUTH["official"]["explained_by_late_arrivals"], TRUTH["official"]["unexplained"]
    for month in late["months"]:
        (line,) = office.rows(
            f"""SELECT official - ours, late_arrivals, unexplained FROM reconciliation WHERE month = '{month}'
            AND unit_code = '{late["region"]}' AND measure = 'applications' AND period = 'year_to_date' AND patent_type IS NULL"""
        )
        if month == "2013-09":
            assert line == (late["difference"], -late["difference"], 0)
        assert line[2] == 0
    rows = office.rows(
        """SELECT left(patent_id, 12), file_name FROM reconciliation_rows JOIN deliveries USING (delivery_id)
        WHERE cause = 'late_arrival' AND effect = -1 AND reconciliation_rows.month = '2013-01' AND counting_month < '2013-01'
        AND measure = 'applications' ORDER BY 1"""
    )
    assert rows == [(number, late["file"]) for number in late["applications"]]
    found = office.rows(
        "SELECT month, measure, period, patent_type, -unexplained FROM reconciliation WHERE unexplained <> 0"
        " AND unit_code = '330482' AND patent_type IS NOT NULL AND period = 'month'"
    )
    where = [unexplained[key] for key in ("month", "measure")]
    assert found == [(*where, "month", unexplained["patent_type"], unexplained["difference"])]


def test_samples__alerts_of_the_year_each_raised_once_in_its_month(office: Office) -> None:
    # by hand from TRUTH: 78/831, 95/1019 and 122/1224 are below 10 %, 142/1420 is exactly 10 %
    expected = {
        "2013-05": "【预警】平湖市2013年1—5月发明专利申请占比9.39%,低于10%(本年首次)",
        "2013-06": "【预警续报】平湖市2013年1—6月发明专利申请占比9.32%,已连续2个月低于10%",
        "2013-07": "【预警续报】平湖市2013年1—7月发明专利申请占比9.97%,已连续3个月低于10%",
        "2013-08": "【预警解除】平湖市2013年1—8月发明专利申请占比10.00%,已达到10%的年度目标",
    }
    for month in MONTHS:
        told = dict(office.rows("SELECT month, title FROM alerts", f"{month}.1"))
        assert told == {of: title for of, title in expected.items() if of <= month}, month
