"""Table `alerts` of a release, from scorecard rows made by hand."""

from datetime import date

import pytest

from tests.data.alerts.candidate import Candidate

ID = "330482-invention_share"
FEB, MAR, APR = date(2013, 2, 15), date(2013, 3, 15), date(2013, 4, 15)


def test_below__one_row_with_figures() -> None:
    candidate = Candidate()
    assert candidate.release({"2013-01": (9, 100)}, FEB) == [f"{ID}-2013-01-first"]
    columns = "month, indicator, state, value, numerator, denominator, threshold, as_of"
    assert candidate.alerts(columns) == [("2013-01", "invention_share", "first", 0.09, 9, 100, 0.1, FEB)]


@pytest.mark.parametrize(
    ("k", "n", "is_raised"), [(0, 1, True), (1, 10, False), (9, 91, True), (10, 100, False), (0, 0, False)]
)
def test_trigger__integers_from_one_application_on(k: int, n: int, is_raised: bool) -> None:
    assert bool(Candidate().release({"2013-01": (k, n)}, FEB)) is is_raised


@pytest.mark.parametrize(
    ("basis", "is_raised"),
    [("receipt_records", True), ("official_aggregate", True), ("receipt_records+official_aggregate", True),
     ("public_documents", False), ("receipt_records+public_documents", False), ("department_report", False)],
)  # fmt: skip
def test_trigger__valid_basis_only(basis: str, is_raised: bool) -> None:
    assert bool(Candidate().release({"2013-01": (9, 100)}, FEB, basis=basis)) is is_raised


def test_missing_and_truncated__no_state_changes() -> None:
    candidate = Candidate()
    candidate.release({"2013-01": (9, 100)}, FEB)
    assert candidate.release({"2013-01": (9, 100), "2013-02": None}, MAR) == []
    assert candidate.release({"2013-01": (9, 100), "2013-02": None, "2013-03": (5, 300)}, date(2013, 4, 13)) == []
    assert candidate.alerts() == [(f"{ID}-2013-01-first",)]


def test_overdue__once_a_month_with_the_last_known_state() -> None:
    candidate = Candidate()
    candidate.release({"2013-01": (9, 100)}, FEB)
    gap = {"2013-01": (9, 100), "2013-02": None, "2013-03": None}
    assert candidate.release(gap, date(2013, 4, 14)) == [f"{ID}-2013-02-stale-2013-03"]
    ((state, value, title, message),) = candidate.alerts("state, value, title, message")[1:]
    assert (state, value) == ("stale", None)
    assert title == "【数据逾期】2013年2月专利受理明细截至2013年4月14日未收到(月末后第45天),本月占比无法计算"
    assert "最近一次可计算的1月占比9.00%(9/100件),低于10%。" in message
    assert candidate.release(gap, date(2013, 4, 20), revision=2) == []
    assert candidate.release({**gap, "2013-04": None}, date(2013, 5, 20)) == [f"{ID}-2013-02-stale-2013-04"]
    found = {"2013-01": (9, 100), "2013-02": (20, 200), "2013-03": (30, 300), "2013-04": (40, 400), "2013-05": (50, 500)}
    assert candidate.release(found, date(2013, 6, 20)) == [f"{ID}-2013-05-recovered"]


def test_carried_on__each_once_with_its_first_words() -> None:
    candidate = Candidate()
    candidate.release({"2013-01": (9, 100)}, FEB)
    first = candidate.alerts("title, message, as_of")
    assert candidate.release({"2013-01": (8, 100)}, date(2013, 2, 20), revision=2) == []
    assert candidate.alerts("title, message, as_of") == first
    assert candidate.release({"2013-01": (8, 100), "2013-02": (18, 200)}, MAR) == [f"{ID}-2013-02-continuing"]
    assert candidate.alerts("title, message, as_of")[:1] == first


def test_issued_again_after_later_months__only_what_was_raised_up_to_it() -> None:
    candidate = Candidate()
    candidate.release({"2013-01": (9, 100)}, FEB)
    candidate.release({"2013-01": (9, 100), "2013-02": (18, 200)}, MAR)
    assert candidate.release({"2013-01": (10, 100)}, date(2013, 3, 16), revision=2) == [f"{ID}-2013-01-revised_met"]
    assert candidate.alerts() == [(f"{ID}-2013-01-first",), (f"{ID}-2013-01-revised_met",)]
    # a message that came out beside the line of months is carried on too
    march = {"2013-01": (10, 100), "2013-02": (18, 200), "2013-03": (27, 300)}
    assert candidate.release(march, APR) == [f"{ID}-2013-03-continuing"]
    assert len(candidate.alerts()) == 4


def test_back_to_an_earlier_state__told_again_under_a_new_id() -> None:
    candidate = Candidate()
    ids = [
        candidate.release({"2013-01": (k, 100)}, date(2013, 2, 15 + revision), revision=revision)
        for revision, k in enumerate((10, 9, 10, 9), start=1)
    ]
    assert ids == [[], [f"{ID}-2013-01-revised_below"], [f"{ID}-2013-01-revised_met"], [f"{ID}-2013-01-revised_below-2"]]
    assert candidate.release({"2013-01": (9, 100), "2013-02": (18, 200)}, MAR) == [f"{ID}-2013-02-continuing"]


def test_messages_of_one_day__stand_in_the_order_of_their_releases() -> None:
    """By their ids revised_below would stand before revised_met, which it came after."""
    candidate = Candidate()
    for revision, k in enumerate((10, 9, 10, 9), start=1):
        candidate.release({"2013-01": (k, 100)}, FEB, revision=revision)
    candidate.release({"2013-01": (9, 100), "2013-02": (18, 200)}, MAR)
    told = candidate.connection.execute("SELECT alert_id FROM main.alerts ORDER BY rowid").fetchall()
    states = ["01-revised_below", "01-revised_met", "01-revised_below-2", "02-continuing"]
    assert told == [(f"{ID}-2013-{state}",) for state in states]


def test_revised__before_and_after() -> None:
    candidate = Candidate()
    candidate.release({"2013-01": (9, 100)}, FEB)
    candidate.release({"2013-01": (11, 101)}, date(2013, 2, 20), revision=2)
    ((title,),) = candidate.alerts("title")[1:]
    assert title == "【数据修订】平湖市2013年1月发明专利申请占比由9.00%(9/100件)修订为10.89%(11/101件)"


def test_january__starts_a_new_series() -> None:
    candidate = Candidate()
    whole = {f"2013-{month:02d}": (9 * month, 100 * month) for month in range(1, 13)}
    assert candidate.release(whole, date(2014, 1, 20)) == [f"{ID}-2013-12-preliminary_below"]
    assert candidate.release(whole, date(2014, 3, 31), revision=2) == [f"{ID}-2013-12-final_missed"]
    ((message,),) = candidate.alerts("message")[1:]
    assert message.endswith("数据截至2014年3月31日,终审数。")


def test_bound_of_the_target__not_ten_percent() -> None:
    targets = """
year: 2013
territory: "330482"
source: 一份文件
targets:
  invention_share: {indicator: invention_share, operator: ">=", value: 12.5%, sentence: 其中发明占12.5%以上}
"""
    candidate = Candidate(targets)
    assert candidate.release({"2013-01": (12, 100)}, FEB) == [f"{ID}-2013-01-first"]
    ((title, threshold),) = candidate.alerts("title, threshold")
    assert title == "【提示】平湖市2013年1月发明专利申请占比12.00%,低于12.5%(本年首次)"
    assert threshold == 0.125
    assert Candidate(targets).release({"2013-01": (125, 1000)}, FEB) == []


def test_year_without_targets__no_alert() -> None:
    assert Candidate().release({"2012-01": (1, 100)}, date(2012, 2, 15)) == []


def test_notice__on_title_and_text() -> None:
    candidate = Candidate()
    candidate.release({"2013-01": (9, 100)}, FEB, notice="示例数据")
    ((title, message),) = candidate.alerts("title, message")
    assert title.startswith("【提示】")
    assert title.endswith("(示例数据)")
    assert message.endswith("示例数据。")


UNITS = [
    ("330482001", "当湖街道", "street", 1), ("330482103", "新仓镇", "town", 2), ("330482107", "林埭镇", "town", 3),
    ("330482000", "未写明", "unassigned", 4),
]  # fmt: skip


def with_towns(*, last_year_feeds: int) -> Candidate:
    """Month 2: 当湖 10/40 -> 4/40, 新仓 3/30 -> 2/29 and 林埭 9/29 -> 0/40 (too few), unassigned 20/40 -> 0/40."""
    candidate = Candidate()
    candidate.connection.executemany("INSERT INTO inputs.units VALUES (?, ?, ?, ?)", UNITS)
    for month in range(1, last_year_feeds + 1):
        candidate.connection.execute(
            "INSERT INTO main.month_bases VALUES (?, 'application', 'receipt_records', true, true)", [f"2012-{month:02d}"]
        )
    counts = [
        ("2012-01", "330482001", "invention", 10), ("2012-02", "330482001", "design", 30),
        ("2012-03", "330482001", "invention", 99), ("2013-01", "330482001", "invention", 4),
        ("2013-02", "330482001", "design", 36), ("2012-01", "330482103", "invention", 3),
        ("2012-01", "330482103", "design", 27), ("2013-02", "330482103", "invention", 2),
        ("2013-02", "330482103", "design", 27), ("2012-01", "330482107", "invention", 9),
        ("2012-01", "330482107", "design", 20), ("2013-01", "330482107", "design", 40), ("2012-01", "330482000", "invention", 20),
        ("2012-01", "330482000", "design", 20), ("2013-01", "330482000", "design", 40),
    ]  # fmt: skip
    candidate.connection.executemany(
        "INSERT INTO main.monthly_counts VALUES (?, ?, '-', ?, '企业', 'receipt_records', ?, 0, 0)",
        [[month, unit, kind, count] for month, unit, kind, count in counts],
    )
    candidate.connection.execute(
        "INSERT INTO main.monthly_counts VALUES ('2013-01', '330482001', '-', 'invention', '企业', 'public_documents', 50, 0, 0)"
    )
    return candidate


def test_towns__those_that_fell_with_enough_applications() -> None:
    candidate = with_towns(last_year_feeds=2)
    candidate.release({"2013-01": (12, 100), "2013-02": (6, 149)}, MAR)
    ((message,),) = candidate.alerts("message")
    assert "占比下降较多的镇(街道):当湖街道(25.00%→10.00%)。" in message


def test_towns__not_across_counting_rules() -> None:
    candidate = with_towns(last_year_feeds=2)
    candidate.connection.execute("UPDATE main.counting_rules SET to_year = 2012")
    candidate.connection.execute(
        "INSERT INTO main.counting_rules BY NAME SELECT 'applications' AS series, 'fee_paid' AS counting_rule,"
        " '已缴费件数' AS label_zh, 2013 AS from_year, 9999 AS to_year"
    )
    candidate.release({"2013-01": (12, 100), "2013-02": (6, 149)}, MAR)
    ((message,),) = candidate.alerts("message")
    assert "镇(街道)" not in message


def test_towns__no_prior_year_no_clause() -> None:
    candidate = with_towns(last_year_feeds=1)
    candidate.release({"2013-01": (12, 100), "2013-02": (6, 149)}, MAR)
    ((message,),) = candidate.alerts("message")
    assert "镇(街道)" not in message
