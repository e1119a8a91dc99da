"""Reconciliation case by case; expected values are worked out by hand in each test."""

from typing import Any

import duckdb
import pytest
from counting_store import add_events, add_feeds, insert, months_of, new_store
from published_figures import CAUSES, official, reconciled


def only(store: duckdb.DuckDBPyConnection) -> dict[str, Any]:
    (row,) = reconciled(store)
    return row


def store_of_ten() -> duckdb.DuckDBPyConnection:
    store = new_store()
    add_feeds(store, ["2013-01"])
    add_events(store, "2013-01", 10)
    return store


def add_uncounted(store: duckdb.DuckDBPyConnection, cause: str, number: int, **columns: Any) -> None:
    row = {"cause": cause, "event": "application", "reported_month": "2013-01", "delivery_id": cause, "sheet": ""} | columns
    insert(store, "inputs.uncounted_rows", [row | {"row_number": place} for place in range(1, number + 1)])


def test_no_published_figure__no_line() -> None:
    assert reconciled(store_of_ten()) == []


def test_equal__said_so_whatever_was_not_counted() -> None:
    store = store_of_ten()
    add_uncounted(store, "quarantined", 2)
    official(store, 10)
    row = only(store)
    assert (row["difference"], row["unexplained"], row["explanation"]) == (0, 0, "与上级公布数一致。")


@pytest.mark.parametrize(
    ("quarantined", "repeats", "value", "explained", "unexplained"),
    [
        (2, 3, 15, (-2, -3), 0),  # everything that came down
        (2, 3, 16, (-2, -3), -1),
        (2, 3, 12, (-2, 0), 0),  # the only choice that gives two
        (2, 3, 13, (0, -3), 0),
        (2, 2, 12, (0, 0), -2),  # either of the two would do: neither is claimed
        (2, 3, 11, (0, 0), -1),  # one of two rows is no explanation
        (2, 3, 8, (0, 0), 2),  # rows that we do not count never explain why we count more
    ],
)
def test_a_cause_explains_with_all_its_rows_or_not_at_all(
    quarantined: int, repeats: int, value: int, explained: tuple[int, int], unexplained: int
) -> None:
    store = store_of_ten()
    add_uncounted(store, "quarantined", quarantined)
    add_uncounted(store, "repeat", repeats)
    official(store, value)
    row = only(store)
    assert (row["ours"], row["difference"]) == (10, 10 - value)
    assert ((row["quarantined"], row["repeats"]), row["unexplained"]) == (explained, unexplained)
    assert ("没有解释" in row["explanation"]) == (unexplained != 0)


def test_a_cause_that_the_publisher_leaves_out_elsewhere__explains_nothing() -> None:
    store = store_of_ten()
    add_feeds(store, ["2013-02"])
    add_events(store, "2013-02", 10, unit_code="330482103")
    add_uncounted(store, "quarantined", 2)
    add_uncounted(store, "quarantined", 3, reported_month="2013-02", unit_code="330482103")
    official(store, 13, month="2013-02")
    (row,) = reconciled(store, "2013-02")
    assert (row["quarantined"], row["unexplained"]) == (-3, 0)
    official(store, 10)  # January's two rows are not in it
    official(store, 13, month="2013-02", region="330482103")
    january, city, town = reconciled(store, "2013-02")
    assert (january["difference"], january["explanation"]) == (0, "与上级公布数一致。")
    assert (city["quarantined"], city["unexplained"]) == (0, -3)
    assert "另有3行" in city["explanation"]
    assert (town["quarantined"], town["unexplained"]) == (-3, 0), "the towns' table is another's"


def test_file_replaced_after_the_table_came__out_in_its_month_and_made_up_for_in_the_next() -> None:
    store = store_of_ten()
    add_feeds(store, months_of(2013, 3))
    row = {"event": "application", "reported_month": "2013-01", "replaced_on": "2013-03-01", "delivery_id": "r", "sheet": ""}
    insert(store, "inputs.replaced_rows", [row | {"effect": -1, "row_number": number} for number in (1, 2)])
    days = [{"delivery_id": f"o{number}", "received_on": f"2013-{number + 1:02d}-15"} for number in (1, 2, 3)]
    insert(store, "inputs.published_tables", days)
    # two of the twelve that had come down in January were taken out before February's table came
    for number, month, to_date in ((1, 12, 12), (2, -2, 10), (3, 0, 10)):
        official(store, month, month=f"2013-{number:02d}", delivery_id=f"o{number}")
        official(store, to_date, month=f"2013-{number:02d}", delivery_id=f"o{number}", period="year_to_date")
    found = {(row["month"], row["period"]): (row["replaced"], row["unexplained"]) for row in reconciled(store, "2013-03")}
    assert found == {
        ("2013-01", "month"): (-2, 0), ("2013-01", "year_to_date"): (-2, 0), ("2013-02", "month"): (2, 0),
        ("2013-02", "year_to_date"): (0, 0), ("2013-03", "month"): (0, 0), ("2013-03", "year_to_date"): (0, 0),
    }  # fmt: skip


def test_grants__documents_that_no_feed_reported() -> None:
    store = store_of_ten()
    add_events(store, "2013-01", 3, event="grant")
    add_events(store, "2013-01", 2, event="grant", basis="public_documents", reported_month="2013-02")
    official(store, 5, measure="grants")
    row = only(store)
    assert (row["ours"], row["other_basis"], row["unexplained"], row["own_basis"]) == (3, -2, 0, "receipt_records")


def test_grants__a_month_counted_from_documents_is_said_to_be_of_another_basis() -> None:
    store = new_store()
    add_events(store, "2013-01", 4, event="grant", basis="public_documents", reported_month="2013-02")
    official(store, 5, measure="grants")
    row = only(store)
    assert (row["ours"], row["unexplained"], row["own_basis"]) == (4, -1, "public_documents")
    assert "取自公开文献" in row["explanation"]


def test_year_of_the_old_rule__a_table_made_under_the_new_one() -> None:
    store = store_of_ten()
    store.execute("UPDATE main.patent_events SET patent_id = 'A' || rowid")
    row = {"delivery_id": "d", "sheet": "", "reason": "未缴费", "reported_month": "2013-02", "known_on": "2013-03-15"}
    lines = [row | {"patent_id": f"A{number}", "row_number": number, "record_order": number} for number in (1, 2, 3)]
    insert(store, "inputs.deduction_records", lines)
    official(store, 7)
    found = only(store)
    assert (found["ours"], found["other_rule"], found["deductions"], found["unexplained"]) == (10, 3, 0, 0)


def test_without_our_feed__nothing_of_ours() -> None:
    store = store_of_ten()
    official(store, 12, month="2013-02")
    official(store, 30, month="2013-02", period="year_to_date")
    official(store, 30, month="2013-02", measure="grants")
    rows = reconciled(store, "2013-02")
    assert len(rows) == 3
    for row in rows:
        assert [row[name] for name in ("ours", "ours_by_reported_month", "difference", "unexplained", *CAUSES)] == [None] * 12
        assert row["official"] in (12, 30)
        assert "明细未到" in row["explanation"]


def test_contradicting_tables__both_told_and_none_compared() -> None:
    store = store_of_ten()
    official(store, 9)
    official(store, 11, delivery_id="p")
    row = only(store)
    assert (row["ours"], row["official"], row["difference"]) == (10, None, None)
    assert "9" in row["explanation"] and "11" in row["explanation"]


def test_doubtful_figure__shown_and_said_unless_a_sound_one_is_there() -> None:
    store = store_of_ten()
    official(store, 9, problem="分项之和为10")
    row = only(store)
    assert (row["official"], row["official_problem"]) == (9, "分项之和为10")
    assert "分项之和为10" in row["explanation"]
    official(store, 10, delivery_id="p")
    row = only(store)
    assert (row["official"], row["official_problem"], row["official_delivery_id"]) == (10, None, "p")


def test_other_regions_periods_and_kinds__not_compared() -> None:
    store = store_of_ten()
    official(store, 9, region="330481")
    official(store, 9, region="3304")
    official(store, 9, period="same_period_last_year")
    official(store, 9, applicant_kind="企业")
    official(store, 9, measure="valid_patents")
    official(store, 9, month="2013-02")
    assert reconciled(store) == []
