"""The sample deliveries: nine releases equal what their maker meant, file by file and number by number."""

import json
from typing import Any

import pytest

from flows.commands.demo import SAMPLES
from flows.months import months_between, usual_day
from tests.flows.office import Office

TRUTH: dict[str, Any] = json.loads((SAMPLES.parent / "TRUTH.json").read_text(encoding="utf-8"))
MONTHS = months_between("2013-01", "2013-09")
FATES = {
    "rows": "rows_read", "accepted": "rows_accepted", "repeated": "rows_repeated",
    "quarantined": "rows_quarantined", "out_of_scope": "rows_out_of_scope",
}  # fmt: skip


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    office = Office(tmp_path_factory.mktemp("samples"))
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
