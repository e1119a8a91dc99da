"""A deduction list on its way: taken in, deducted from 2017 on, traceable, set aside where it says too little."""

from datetime import date
from pathlib import Path

import pytest

from flows.home import data_folder
from flows.query.session import run_query
from flows.query.trace import prepare_trace
from flows.rebuild import rebuild
from flows.reference import load_reference
from tests.flows.office import Office, application_row, feed

LIST = "平湖市专利申请扣减清单_{month}.csv"
HEADER = "序号,申请号,申请人,扣减原因,通知日期"


def number_of(year: int, serial: int) -> str:
    """A utility model's application number without check digit, as offices also write it."""
    return f"{year}2{serial:07d}"


def deduction_list(*rows: str, header: str = HEADER) -> str:
    return "\n".join([header, *(f"{number},{row}" for number, row in enumerate(rows, start=1))]) + "\n"


def office_of(root: Path, year: int) -> Office:
    """January's feed with three applications, deducted in part by a list that came with February's feed."""
    office = Office(root)
    for month, serials in ((1, (1, 2, 3)), (2, (4,))):
        rows = [
            application_row(number_of(year, serial), accepted=f"{year}-{month:02d}-08", filed=f"{year}-{month:02d}-04")
            for serial in serials
        ]
        office.write(f"平湖市专利申请受理明细_{year}{month:02d}.csv", feed(*rows))
        office.write(f"平湖市专利申请受理明细_{year}{month:02d}.csv.yml", f"received_on: {year}-{month + 1:02d}-15\n")
    rows = (
        f"{number_of(year, 2)},平湖市测试机械有限公司,未缴纳申请费,{year}-02-20",
        f"{number_of(year, 99)},某公司,视为撤回,{year}-02-20",
        f"{number_of(year, 3)},平湖市测试机械有限公司,原因不详,{year}-02-20",
        f"{number_of(year, 3)},平湖市测试机械有限公司,非正常,",
        f"2.0172E+11,平湖市测试机械有限公司,非正常,{year}-02-20",
        f"{number_of(year, 3)},平湖市测试机械有限公司,非正常,{year}-03-20",
        "合计,6件,,,",
    )
    office.write(LIST.format(month=f"{year}02"), deduction_list(*rows))
    office.write(LIST.format(month=f"{year}02") + ".yml", f"received_on: {year}-03-15\n")
    return office


def counts(office: Office, release: str) -> dict[str, int]:
    return dict(office.rows("SELECT month, sum(applications)::INTEGER FROM monthly_counts GROUP BY 1", release))


@pytest.mark.parametrize(("year", "january"), [(2017, 2), (2016, 3)])
def test_deduction_list__acts_from_its_receipt_under_the_rule_of_the_year(tmp_path: Path, year: int, january: int) -> None:
    office = office_of(tmp_path / "home", year)
    office.run(f"{year}-01", date(year, 2, 15))
    ran = office.run(f"{year}-02", date(year, 3, 15))
    assert ran.state(LIST.format(month=f"{year}02")) == "accepted"
    assert counts(office, f"{year}-01.1") == {f"{year}-01": 3}
    assert counts(office, f"{year}-02.1") == {f"{year}-01": january, f"{year}-02": 1}
    listed = office.rows("SELECT row_number, counting_month, reported_month, effective FROM deductions ORDER BY row_number")
    assert listed == [(2, f"{year}-01", f"{year}-02", year == 2017), (3, None, f"{year}-02", False)]
    assert office.rows("SELECT row_number, rule FROM quarantine ORDER BY row_number") == [
        (4, "deduction_reason_unknown"), (5, "deduction_date_missing"), (6, "deduction_number_unusable"),
        (7, "deduction_date_after_received"),
    ]  # fmt: skip
    fates = office.rows(
        "SELECT rows_read, rows_accepted, rows_repeated, rows_quarantined, rows_out_of_scope FROM deliveries"
        " WHERE source = 'deduction_list'"
    )
    assert fates == [(7, 2, 0, 4, 1)]
    assert office.value("SELECT count(*) FROM patent_events") == 4
    trace = prepare_trace(office.home.published / "patents.duckdb", "patent_applications", f"{year}-01", None)
    with run_query(trace.request) as result:
        assert sum(len(batch) for batch in result.batches) == january == (trace.figure and trace.figure.count)


def test_deduction_list__replaced_by_one_without_the_line_gives_the_application_back(tmp_path: Path) -> None:
    office = office_of(tmp_path / "home", 2017)
    office.run("2017-02", date(2017, 3, 15))
    assert counts(office, "2017-02.1")["2017-01"] == 2
    office.write("更正_" + LIST.format(month="201702"), deduction_list(f"{number_of(2017, 4)},某公司,未缴费,2017-02-20"))
    office.write("更正_" + LIST.format(month="201702") + ".yml", "relation: replaces\nreceived_on: 2017-04-15\n")
    office.run("2017-02", date(2017, 4, 15))
    assert counts(office, "2017-02.2") == {"2017-01": 3}
    rebuild(office.home, load_reference(data_folder()))
    assert not office.run("2017-02", date(2017, 4, 15)).published.is_new


def test_deduction_list__of_an_application_counted_later_waits_for_its_month(tmp_path: Path) -> None:
    office = office_of(tmp_path / "home", 2017)
    office.write(
        LIST.format(month="201703"), deduction_list(f"{number_of(2017, 4)},某公司,未缴费,2017-03-10")
    )
    office.run("2017-01", date(2017, 4, 15))
    assert number_of(2017, 4) not in str(office.rows("SELECT patent_id FROM deductions"))
    office.run("2017-02", date(2017, 4, 15))
    assert counts(office, "2017-02.1") == {"2017-01": 2}


CAUSES = "SELECT DISTINCT cause FROM release_changes WHERE table_name = 'deductions'"


def test_deduction__that_finds_its_application_later_names_the_file_that_brought_it(tmp_path: Path) -> None:
    office = office_of(tmp_path / "home", 2017)
    early, late = LIST.format(month="201701"), "平湖市专利申请受理明细_201701_补.csv"
    office.write(early, deduction_list(f"{number_of(2017, 5)},某公司,未缴费,2017-02-10"))
    office.write(f"{early}.yml", "received_on: 2017-02-15\n")
    office.write(late, feed(application_row(number_of(2017, 5), accepted="2017-01-20", filed="2017-01-19")))
    office.write(f"{late}.yml", "received_on: 2017-03-15\nrelation: adds\n")
    office.run("2017-01", date(2017, 2, 15))
    assert office.rows("SELECT effective FROM deductions") == [(False,)]
    office.run("2017-02", date(2017, 3, 15))
    ((delivery_id,),) = office.rows("SELECT delivery_id FROM deductions WHERE effective AND deducted_on = '2017-02-10'")
    assert office.rows(f"{CAUSES} AND starts_with(key, '{delivery_id}')") == [(f"新到文件:{late}",)]


def test_deduction__that_another_list_made_void_names_what_replaced_that_list(tmp_path: Path) -> None:
    office = office_of(tmp_path / "home", 2017)
    second = LIST.format(month="201703")
    office.write(second, deduction_list(f"{number_of(2017, 2)},平湖市测试机械有限公司,未缴费,2017-02-25"))
    office.write(f"{second}.yml", "received_on: 2017-03-15\n")
    office.run("2017-02", date(2017, 3, 15))
    of_second = f"SELECT effective FROM deductions JOIN deliveries USING (delivery_id) WHERE file_name = '{second}'"
    assert office.rows(of_second) == [(False,)]
    replacing = "更正_" + LIST.format(month="201702")
    office.write(replacing, deduction_list(f"{number_of(2017, 4)},某公司,未缴费,2017-02-20"))
    office.write(f"{replacing}.yml", "relation: replaces\nreceived_on: 2017-04-15\n")
    office.run("2017-02", date(2017, 4, 15))
    assert office.rows(of_second) == [(True,)]
    causes = {cause for (cause,) in office.rows(CAUSES)}
    assert "未查明" not in causes
    assert f"替换文件:{replacing}" in causes


def test_deduction_list__is_no_feed_whatever_its_name(tmp_path: Path) -> None:
    office = Office(tmp_path / "home")
    words = ("扣减原因", "扣减事由", "扣减类型")
    named = [(f"平湖市非正常专利申请清单_2017{month:02d}.csv", word) for month, word in enumerate(words, start=1)]
    named += [(f"2017年{month}月扣减.csv", word) for month, word in enumerate(words, start=4)]
    for month, (name, word) in enumerate(named, start=1):
        row = f"{number_of(2017, month)},2017-01-04,某公司,非正常申请,2017-{month:02d}-20"
        office.write(name, deduction_list(row, header=f"序号,申请号,申请日,申请人,{word},通知日期"))
    ran = office.run("2017-06", date(2017, 7, 15))
    assert [ran.state(name) for name, _ in named] == ["accepted"] * 6
    assert office.rows("SELECT source, rows_accepted FROM deliveries") == [("deduction_list", 1)] * 6
    assert office.value("SELECT count(*) FROM scorecard WHERE obs_status <> 'missing'") == 0


def test_deducted_application__that_a_later_feed_reports_otherwise_stays_deducted(tmp_path: Path) -> None:
    office = Office(tmp_path / "home")
    for month, accepted in ((1, "2017-01-06"), (2, "2017-02-03")):
        rows = [
            application_row(number_of(2017, 1), accepted=accepted, filed="2017-01-04"),
            application_row(number_of(2017, 5), accepted="2017-01-06", filed="2017-01-04"),
        ]
        office.write(f"平湖市专利申请受理明细_20170{month}.csv", feed(*rows))
        office.write(f"平湖市专利申请受理明细_20170{month}.csv.yml", f"received_on: 2017-0{month + 1}-15\n")
    line = f"{number_of(2017, 1)},平湖市测试机械有限公司,未缴纳申请费,2017-01-20"
    office.write(LIST.format(month="201701"), deduction_list(line))
    office.run("2017-01", date(2017, 3, 15))
    assert office.rows("SELECT counting_month, effective FROM deductions") == [("2017-01", True)]
    assert counts(office, "2017-01.1") == {"2017-01": 1}


def test_all_applications_deducted__the_month_is_published_with_none(tmp_path: Path) -> None:
    office = Office(tmp_path / "home", with_bulletins=True)
    row = application_row(number_of(2017, 1), accepted="2017-01-08", filed="2017-01-04")
    office.write("平湖市专利申请受理明细_201701.csv", feed(row))
    office.write(LIST.format(month="201701"), deduction_list(f"{number_of(2017, 1)},某公司,视为撤回,2017-02-10"))
    ran = office.run("2017-01", date(2017, 2, 15))
    assert ran.published.is_new
    assert counts(office, "2017-01.1") == {}
    assert office.rows("SELECT count(*) FROM deductions WHERE effective") == [(1,)]
