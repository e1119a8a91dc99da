"""Records -> events and patents: expected rows are written by hand."""

from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest

from flows.home import Home
from flows.query.child import TABLES
from flows.store.order import first_order
from tests.data.core.store import application, delivery, grant, record, small_store
from transforms.core import cut_at_month, derive

FEBRUARY, MARCH, APRIL = date(2013, 2, 15), date(2013, 3, 15), date(2013, 4, 15)
ONE, TWO = "201320000001.7", "201320000002.1"


def events(connection: duckdb.DuckDBPyConnection) -> list[tuple[object, ...]]:
    return connection.execute(
        "SELECT patent_id, event, event_on::VARCHAR, counting_month, reported_month, delivery_id, row_number"
        " FROM main.patent_events ORDER BY ALL"
    ).fetchall()


def repeats(connection: duckdb.DuckDBPyConnection) -> list[tuple[object, ...]]:
    return connection.execute("SELECT sequence, record_order % 1000 FROM internal.repeats ORDER BY ALL").fetchall()


def test_application__same_row_again_is_a_repeat_and_counts_in_the_first_month(tmp_path: Path) -> None:
    with small_store(tmp_path) as connection:
        delivery(connection, 1, "2013-01")
        record(connection, 1, 1, **application(ONE, date(2013, 1, 8), title="锁扣"))
        record(connection, 1, 2, **application(ONE, date(2013, 1, 8), title="别的写法"))
        derive(connection, FEBRUARY)
        delivery(connection, 2, "2013-02", MARCH)
        record(connection, 2, 1, MARCH, **application(ONE, date(2013, 1, 8)))
        derive(connection, MARCH)
        assert events(connection) == [(ONE, "application", "2013-01-08", "2013-01", "2013-01", "d1", 1)]
        assert repeats(connection) == [(1, first_order(FEBRUARY, 1) % 1000 + 2), (2, (first_order(MARCH, 2) + 1) % 1000)]
        assert connection.execute("SELECT title FROM main.patents").fetchall() == [("锁扣",)]


def test_conflict__first_record_stands_and_the_later_one_is_listed(tmp_path: Path) -> None:
    with small_store(tmp_path) as connection:
        delivery(connection, 1, "2013-01")
        record(connection, 1, 1, **application(ONE, date(2013, 1, 8)))
        record(connection, 1, 2, **application(ONE, date(2013, 1, 8), first_applicant="乙公司"))
        derive(connection, FEBRUARY)
        assert connection.execute("SELECT first_applicant FROM main.patents").fetchall() == [("甲公司",)]
        assert repeats(connection) == []
        ((reason,),) = connection.execute("SELECT reason FROM internal.conflicts").fetchall()
        assert "甲公司 → 乙公司" in reason


def test_grant__makes_no_application_and_completes_the_patent(tmp_path: Path) -> None:
    with small_store(tmp_path) as connection:
        delivery(connection, 1, "2013-01")
        record(connection, 1, 1, **application(ONE, date(2013, 1, 8)))
        record(connection, 1, 2, **grant(TWO, date(2013, 1, 30)))
        derive(connection, FEBRUARY)
        delivery(connection, 2, "2013-02", MARCH)
        record(connection, 2, 1, MARCH, **grant(ONE, date(2013, 2, 27), first_applicant="受让公司", ipc_main="E03D1/00"))
        derive(connection, MARCH)
        assert [(row[0], row[1]) for row in events(connection)] == [
            (ONE, "application"), (ONE, "grant"), (TWO, "grant"),
        ]  # fmt: skip
        assert connection.execute(
            "SELECT patent_id, first_applicant, granted_on::VARCHAR, ipc_main FROM main.patents ORDER BY 1"
        ).fetchall() == [(ONE, "甲公司", "2013-02-27", "E03D1/00"), (TWO, "甲公司", "2013-01-30", None)]


def test_replacement__rows_absent_from_the_new_file_stop_counting(tmp_path: Path) -> None:
    with small_store(tmp_path) as connection:
        delivery(connection, 1, "2013-01")
        record(connection, 1, 1, **application(ONE, date(2013, 1, 8)))
        record(connection, 1, 2, **application(TWO, date(2013, 1, 9)))
        derive(connection, FEBRUARY)
        delivery(connection, 2, "2013-01", MARCH)
        record(connection, 2, 1, MARCH, **application(ONE, date(2013, 1, 8)))
        connection.execute(
            "INSERT INTO warehouse.removals VALUES (1, NULL, ?, ?, 2, 'replacement')", [MARCH, first_order(MARCH, 2)]
        )
        derive(connection, MARCH)
        assert events(connection) == [(ONE, "application", "2013-01-08", "2013-01", "2013-01", "d2", 1)]
        assert repeats(connection) == []
        assert connection.execute("SELECT count(*) FROM main.patents").fetchall() == [(1,)]


def test_publication_number__joins_the_application_once_a_row_carries_both(tmp_path: Path) -> None:
    stem = "CN104124744"
    number = "201410411150.1"
    with small_store(tmp_path) as connection:
        delivery(connection, 1, None)
        record(
            connection, 1, 1, patent_id=stem, publication_stem=stem, publication_number=f"{stem}A",
            publication_on=date(2013, 1, 2), patent_type="invention", basis="public_documents",
        )  # fmt: skip
        derive(connection, FEBRUARY)
        assert [row[0] for row in events(connection)] == [stem]
        delivery(connection, 2, None, MARCH)
        record(
            connection, 2, 1, MARCH, application_number=number, publication_stem=stem, publication_number=f"{stem}B",
            grant_on=date(2013, 3, 6), patent_type="invention", basis="public_documents",
        )  # fmt: skip
        derive(connection, MARCH)
        assert [(row[0], row[1]) for row in events(connection)] == [(number, "grant"), (number, "publication")]
        assert connection.execute(
            "SELECT patent_id, publication_number, published_on::VARCHAR FROM main.patents"
        ).fetchall() == [(number, f"{stem}B", "2013-01-02")]


def test_derivation__month_by_month_gives_what_all_at_once_gives(tmp_path: Path) -> None:
    def fill(connection: duckdb.DuckDBPyConnection, step: bool) -> list[tuple[object, ...]]:
        for sequence, known_on in ((1, FEBRUARY), (2, MARCH)):
            delivery(connection, sequence, f"2013-0{sequence}", known_on)
            for row in range(40):
                number = f"2013200{row * sequence:05d}.{row % 10}"
                record(
                    connection, sequence, row, known_on,
                    **application(number, date(2013, sequence, 1 + row % 28), address=f"平湖市{row % 3}号"),
                )  # fmt: skip
                record(connection, sequence, 100 + row, known_on, **grant(number, date(2013, sequence, 1 + row % 7)))
            if step:
                derive(connection, known_on)
        derive(connection, MARCH)
        tables = ("main.patent_events", "main.patents", "internal.repeats", "internal.conflicts")
        return [row for table in tables for row in connection.execute(f"FROM {table} ORDER BY ALL").fetchall()]

    with small_store(tmp_path / "a") as first, small_store(tmp_path / "b") as second:
        stepwise = fill(first, step=True)
        at_once = fill(second, step=False)
    assert len(stepwise) > 150
    assert stepwise == at_once


def conflicting_rows(connection: duckdb.DuckDBPyConnection) -> list[tuple[object, ...]]:
    return connection.execute("SELECT sequence, row_number FROM internal.conflicts ORDER BY ALL").fetchall()


def replaced(connection: duckdb.DuckDBPyConnection, sequence: int, by: int, day: date) -> None:
    connection.execute(
        "INSERT INTO warehouse.removals VALUES (?, NULL, ?, ?, ?, 'replacement')", [sequence, day, first_order(day, by), by]
    )


def test_publication_number__stands_for_itself_again_when_the_row_with_both_numbers_is_replaced_away(tmp_path: Path) -> None:
    with small_store(tmp_path) as connection:
        delivery(connection, 1, None)
        record(
            connection, 1, 1, patent_id="CN202000001", publication_stem="CN202000001", publication_number="CN202000001U",
            grant_on=date(2013, 1, 9), basis="public_documents",
        )  # fmt: skip
        delivery(connection, 2, "2013-01")
        both = {"publication_stem": "CN202000001", "publication_number": "CN202000001U"}
        record(connection, 2, 1, **grant(ONE, date(2013, 1, 9), **both))
        derive(connection, FEBRUARY)
        assert [row[:2] for row in events(connection)] == [(ONE, "grant"), (ONE, "grant")]
        delivery(connection, 3, "2013-01", MARCH)
        record(connection, 3, 1, MARCH, **grant(TWO, date(2013, 1, 16)))
        replaced(connection, 2, 3, MARCH)
        derive(connection, MARCH)
        assert [(row[0], row[5]) for row in events(connection)] == [(TWO, "d3"), ("CN202000001", "d1")]


def test_replacing_file__its_unchanged_rows_stand_where_those_of_the_replaced_one_stood(tmp_path: Path) -> None:
    with small_store(tmp_path) as connection:
        delivery(connection, 1, "2013-01")
        record(connection, 1, 1, **application(ONE, date(2013, 1, 8)))
        record(connection, 1, 2, **application(TWO, date(2013, 1, 9)))
        delivery(connection, 2, "2013-02", MARCH)
        record(connection, 2, 1, MARCH, **application(ONE, date(2013, 1, 8)))
        record(connection, 2, 2, MARCH, **application(TWO, date(2013, 2, 20), unit_code="330482001", unit_name="当湖街道"))
        derive(connection, MARCH)
        delivery(connection, 3, "2013-01", APRIL)
        for row, (number, day) in enumerate([(ONE, date(2013, 1, 8)), (TWO, date(2013, 1, 9))], start=1):
            record(connection, 3, row, APRIL, **application(number, day))
        replaced(connection, 1, 3, APRIL)
        derive(connection, APRIL)
        assert events(connection) == [
            (ONE, "application", "2013-01-08", "2013-01", "2013-01", "d3", 1),
            (TWO, "application", "2013-01-09", "2013-01", "2013-01", "d3", 2),
        ]
        assert repeats(connection) == [(2, (first_order(MARCH, 2) + 1) % 1000)]
        assert conflicting_rows(connection) == [(2, 2)]
        # replaced once more, without the second: now the later month's record is the first that stands
        delivery(connection, 4, "2013-01", APRIL)
        record(connection, 4, 1, APRIL, **application(ONE, date(2013, 1, 8)))
        replaced(connection, 3, 4, APRIL)
        derive(connection, APRIL)
        assert events(connection) == [
            (ONE, "application", "2013-01-08", "2013-01", "2013-01", "d4", 1),
            (TWO, "application", "2013-02-20", "2013-02", "2013-02", "d2", 2),
        ]
        assert repeats(connection) == [(2, (first_order(MARCH, 2) + 1) % 1000)]
        assert conflicting_rows(connection) == []


def test_replacing_file__a_new_row_of_it_comes_after_an_earlier_record(tmp_path: Path) -> None:
    with small_store(tmp_path) as connection:
        delivery(connection, 1, "2013-01")
        record(connection, 1, 1, **application(ONE, date(2013, 1, 8)))
        delivery(connection, 2, "2013-02", MARCH)
        record(connection, 2, 1, MARCH, **application(TWO, date(2013, 2, 20)))
        delivery(connection, 3, "2013-01", APRIL)
        record(connection, 3, 1, APRIL, **application(ONE, date(2013, 1, 8)))
        record(connection, 3, 2, APRIL, **application(TWO, date(2013, 2, 20)))
        replaced(connection, 1, 3, APRIL)
        derive(connection, APRIL)
        assert [row[4:] for row in events(connection)] == [("2013-01", "d3", 1), ("2013-02", "d2", 1)]
        assert repeats(connection) == [(3, (first_order(APRIL, 3) + 2) % 1000)]


def described(connection: duckdb.DuckDBPyConnection) -> list[tuple[object, ...]]:
    return connection.execute("SELECT title, filed_on::VARCHAR, accepted_on::VARCHAR, ipc_main FROM main.patents").fetchall()


def test_replacing_file__says_what_the_patent_is_in_the_place_of_the_replaced_one(tmp_path: Path) -> None:
    first = application(ONE, date(2013, 1, 16), filed_on=date(2013, 1, 10), title="正名")
    with small_store(tmp_path) as connection:
        delivery(connection, 1, "2013-01")
        record(connection, 1, 1, **first)
        delivery(connection, 2, "2013-02", MARCH)
        other = application(ONE, date(2013, 1, 5), filed_on=date(2013, 1, 2), title="另名", ipc_main="B65H23/26")
        record(connection, 2, 1, MARCH, **other)
        derive(connection, MARCH)
        standing = [("正名", "2013-01-10", "2013-01-16", "B65H23/26")]
        assert described(connection) == standing
        delivery(connection, 3, "2013-01", APRIL)
        record(connection, 3, 1, APRIL, **first)
        replaced(connection, 1, 3, APRIL)
        derive(connection, APRIL)
        assert described(connection) == standing


FILLED: dict[str, Any] = {
    "title": "锁扣", "publication_number": "CN200000001U", "publication_stem": "CN200000001", "filed_on": date(2013, 1, 7),
    "accepted_on": date(2013, 1, 8), "postcode": "314200", "suggested_unit_code": "330482103", "ipc_main": "A45C13/10",
    "locarno": "03-01",
}  # fmt: skip


GRANTED, PUBLISHED = {"grant_on": date(2013, 1, 30)}, {"publication_on": date(2013, 1, 9)}


@pytest.mark.parametrize(
    "reported",
    [[(ONE, GRANTED), (TWO, PUBLISHED)], [(ONE, GRANTED | PUBLISHED)]],
    ids=["one event a patent", "several events of a patent"],
)
def test_columns__are_all_filled_from_the_records(tmp_path: Path, reported: list[tuple[str, dict[str, date]]]) -> None:
    with small_store(tmp_path) as connection:
        delivery(connection, 1, "2013-01")
        for row, (number, days) in enumerate(reported, start=1):
            record(connection, 1, row, application_number=number, **FILLED, **days)
        derive(connection, FEBRUARY)
        columns = [row[0] for row in connection.execute("DESCRIBE base_tables.events").fetchall()]
        filled = ", ".join(f"count({column}) > 0" for column in columns)
        (found,) = connection.execute(f"SELECT {filled} FROM base_tables.events").fetchall()
        assert dict(zip(columns, found, strict=True)) == dict.fromkeys(columns, True)


def test_patent__is_what_its_application_says_whoever_else_reports_it(tmp_path: Path) -> None:
    with small_store(tmp_path) as connection:
        delivery(connection, 1, "2013-01")
        record(
            connection, 1, 1, basis="public_documents", title="文献题名", publication_number="CN1U",
            **grant(ONE, date(2013, 1, 30), first_applicant="受让公司"),
        )  # fmt: skip
        record(connection, 1, 2, **application(ONE, date(2013, 1, 8)))
        derive(connection, FEBRUARY)
        assert connection.execute(
            "SELECT first_applicant, title, publication_number, granted_on::VARCHAR, bases FROM main.patents"
        ).fetchall() == [("甲公司", "文献题名", "CN1U", "2013-01-30", "public_documents; receipt_records")]
        assert connection.execute("SELECT event, first_applicant FROM main.patent_events ORDER BY ALL").fetchall() == [
            ("application", "甲公司"), ("grant", "受让公司"),
        ]  # fmt: skip


def test_cut__takes_out_what_happened_after_the_month_and_what_it_said_of_its_patent(tmp_path: Path) -> None:
    with small_store(tmp_path) as connection:
        delivery(connection, 1, "2013-01")
        record(connection, 1, 1, **application(ONE, date(2013, 1, 8)))
        record(connection, 1, 2, **application(TWO, date(2013, 2, 4)))
        record(connection, 1, 3, publication_number="CN1U", **grant(ONE, date(2013, 2, 6)))
        derive(connection, FEBRUARY)
        cut_at_month(connection, "2013-01", FEBRUARY)
        assert [row[:4] for row in events(connection)] == [(ONE, "application", "2013-01-08", "2013-01")]
        assert connection.execute("SELECT patent_id, granted_on FROM main.patents").fetchall() == [(ONE, None)]


@pytest.mark.parametrize("name", ["base", "events", "patents", "derived", "warehouse"])
def test_views__work_under_any_name_of_the_file(tmp_path: Path, name: str) -> None:
    with small_store(tmp_path) as connection:
        delivery(connection, 1, "2013-01")
        record(connection, 1, 1, **application(ONE, date(2013, 1, 8)))
        derive(connection, FEBRUARY)
    with duckdb.connect() as connection:
        connection.execute(f"ATTACH '{Home(tmp_path).current_file}' AS {name} (READ_ONLY)")
        assert connection.execute(f"SELECT patent_id, application_number FROM {name}.main.patents").fetchall() == [(ONE, ONE)]
        assert connection.execute(f"SELECT event FROM {name}.main.patent_events").fetchall() == [("application",)]
        assert [row[0] for row in connection.execute(TABLES).fetchall()] == ["patent_events", "patents"]


def corrected(connection: duckdb.DuckDBPyConnection, old_order: int, by: int, **values: Any) -> None:
    """The row of delivery 1 with this order, put right in March by correction number `by`."""
    order = first_order(MARCH, by)
    connection.execute(
        "INSERT INTO warehouse.removals VALUES (1, ?, ?, ?, ?, 'correction')", [old_order, MARCH, order, by]
    )
    connection.execute("INSERT INTO warehouse.corrections VALUES ('c', ?, ?)", [by, MARCH])
    record(connection, 1, 1, MARCH, record_order=order, added_in=by, **values)


def test_corrected_row__comes_before_the_rows_below_it_in_its_file(tmp_path: Path) -> None:
    with small_store(tmp_path) as connection:
        delivery(connection, 1, "2013-01")
        order = record(connection, 1, 1, **application(ONE, date(2013, 1, 8)))
        record(connection, 1, 2, **application(ONE, date(2013, 1, 8), address="平湖市乍浦镇2号", unit_name="乍浦镇"))
        derive(connection, FEBRUARY)
        corrected(connection, order, 2, **application(ONE, date(2013, 1, 8), unit_code="330482106", unit_name="广陈镇"))
        derive(connection, MARCH)
        assert connection.execute("SELECT row_number, unit_name FROM main.patent_events").fetchall() == [(1, "广陈镇")]
        assert conflicting_rows(connection) == [(1, 2)]


def test_corrected_row__says_what_the_patent_is_though_a_later_file_repeats_the_first_one(tmp_path: Path) -> None:
    with small_store(tmp_path) as connection:
        delivery(connection, 1, "2013-01")
        order = record(connection, 1, 1, **application(ONE, date(2013, 1, 16), filed_on=date(2013, 1, 10)))
        delivery(connection, 2, "2013-02")
        record(connection, 2, 1, **application(ONE, date(2013, 1, 16), filed_on=date(2013, 1, 10), ipc_main="B65H23/26"))
        derive(connection, FEBRUARY)
        corrected(connection, order, 3, **application(ONE, date(2013, 2, 3), filed_on=date(2013, 1, 28)))
        derive(connection, MARCH)
        assert described(connection) == [(None, "2013-01-28", "2013-02-03", "B65H23/26")]
        assert connection.execute("SELECT event_on::VARCHAR FROM main.patent_events").fetchall() == [("2013-02-03",)]


UNPLACED = {
    "address": None, "unit_code": None, "unit_name": "未归属", "location_rule": "attributed", "location_confidence": "low",
}  # fmt: skip


def placed(connection: duckdb.DuckDBPyConnection) -> list[tuple[object, ...]]:
    columns = "delivery_id, row_number, address, unit_name, location_rule"
    return connection.execute(f"SELECT {columns} FROM main.patent_events").fetchall()


def test_blank_address__of_a_file_with_addresses_stands(tmp_path: Path) -> None:
    """DECISIONS 4: the address differs, the first record stands until a person settles it."""
    with small_store(tmp_path) as connection:
        delivery(connection, 1, "2013-01")
        record(connection, 1, 1, **application(ONE, date(2013, 1, 8), **UNPLACED))
        record(connection, 1, 2, **application(TWO, date(2013, 1, 8)))
        delivery(connection, 2, "2013-01", MARCH)
        record(connection, 2, 1, MARCH, **application(ONE, date(2013, 1, 8)))
        derive(connection, MARCH)
        assert ("d1", 1, None, "未归属", "attributed") in placed(connection)
        assert (repeats(connection), conflicting_rows(connection)) == ([], [(2, 1)])


def test_address__of_a_file_without_any_is_filled_by_the_first_row_that_has_one(tmp_path: Path) -> None:
    with small_store(tmp_path) as connection:
        delivery(connection, 1, "2013-01")
        record(connection, 1, 1, **application(ONE, date(2013, 1, 8), **UNPLACED))
        derive(connection, FEBRUARY)
        assert placed(connection) == [("d1", 1, None, "未归属", "attributed")]
        delivery(connection, 2, "2013-01", MARCH)
        record(connection, 2, 1, MARCH, **application(ONE, date(2013, 1, 8)))
        record(connection, 2, 2, MARCH, **application(ONE, date(2013, 1, 8), address="平湖市乍浦镇2号", unit_name="乍浦镇"))
        record(connection, 2, 3, MARCH, **application(ONE, date(2013, 1, 8), **UNPLACED))
        derive(connection, MARCH)
        assert placed(connection) == [("d1", 1, "平湖市新仓镇1号", "新仓镇", "town_name")]
        assert [row[0] for row in repeats(connection)] == [2]
        assert conflicting_rows(connection) == [(2, 2), (2, 3)]


def test_blank_address__with_a_unit_by_correction_keeps_it(tmp_path: Path) -> None:
    with small_store(tmp_path) as connection:
        delivery(connection, 1, "2013-01")
        by_hand = {**UNPLACED, "unit_code": "330482106", "unit_name": "广陈镇", "location_rule": "correction"}
        record(connection, 1, 1, **application(ONE, date(2013, 1, 8), **by_hand))
        record(connection, 1, 2, **application(ONE, date(2013, 1, 8)))
        derive(connection, FEBRUARY)
        assert placed(connection) == [("d1", 1, None, "广陈镇", "correction")]


def test_conflict__is_settled_by_a_correction_of_the_row_that_stands(tmp_path: Path) -> None:
    with small_store(tmp_path) as connection:
        delivery(connection, 1, "2013-01")
        order = record(connection, 1, 1, **application(ONE, date(2013, 1, 8), address="海盐县1号"))
        delivery(connection, 2, "2013-02", MARCH)
        record(connection, 2, 1, MARCH, **application(ONE, date(2013, 1, 8)))
        record(connection, 2, 2, MARCH, **application(ONE, date(2013, 1, 8), address="海盐县1号"))
        derive(connection, MARCH)
        assert conflicting_rows(connection) == [(2, 1)]
        assert [row[0] for row in repeats(connection)] == [2]
        corrected(connection, order, 3, **application(ONE, date(2013, 1, 8)))
        derive(connection, MARCH)
        assert conflicting_rows(connection) == []
        assert [row[0] for row in repeats(connection)] == [2]


def test_corrected_number__takes_the_publication_number_with_it(tmp_path: Path) -> None:
    document = {
        "publication_number": "CN202000001U", "publication_stem": "CN202000001", "grant_on": date(2013, 1, 16),
        "basis": "public_documents",
    }  # fmt: skip
    with small_store(tmp_path) as connection:
        delivery(connection, 1, None)
        order = record(connection, 1, 1, application_number=ONE, **document)
        delivery(connection, 2, None)
        record(connection, 2, 1, patent_id="CN202000001", **document)
        derive(connection, FEBRUARY)
        assert {row[0] for row in events(connection)} == {ONE}
        corrected(connection, order, 3, application_number=TWO, **document)
        derive(connection, MARCH)
        assert [row[:2] for row in events(connection)] == [(TWO, "grant")]


def test_cut__does_not_know_the_number_of_a_later_document(tmp_path: Path) -> None:
    with small_store(tmp_path) as connection:
        delivery(connection, 1, "2013-01")
        record(connection, 1, 1, **application(ONE, date(2013, 1, 8)))
        delivery(connection, 2, None, MARCH)
        record(
            connection, 2, 1, MARCH, publication_number="CN203000001U", basis="public_documents",
            **grant(ONE, date(2013, 3, 13)),
        )  # fmt: skip
        derive(connection, MARCH)
        cut_at_month(connection, "2013-01", MARCH)
        assert connection.execute("SELECT publication_number, granted_on FROM main.patents").fetchall() == [(None, None)]
