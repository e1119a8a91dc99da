"""Who counts as a newly recognised demonstration enterprise, case by case."""

from typing import Any

from counting_store import AS_OF, insert, new_store, score

from transforms.out import build_outputs

TOTAL, PROVINCIAL = "new_demonstration_enterprises", "new_provincial_demonstration_enterprises"


def _values(*records: dict[str, Any], target: str = TOTAL, last: int = 6) -> list[int]:
    """Values from January to the last month for a list with these rows."""
    store = new_store()
    insert(
        store,
        "inputs.enterprise_records",
        [
            {
                "delivery_id": "a",
                "sheet": "1",
                "row_number": number,
                "level": "平湖市级",
                "event": "认定",
                "unit_code": "330482001",
                "known_on": "2013-01-15",
                "document_number": "1号",
            }
            | record
            for number, record in enumerate(records, start=2)
        ],
    )
    build_outputs(store, f"2013-{last:02d}", AS_OF)
    return [score(store, f"2013-{month:02d}", target)["value"] for month in range(1, last + 1)]


def test_full_lists__repeat_rows_month_after_month() -> None:
    record = {"name": "A", "document_on": "2013-02-10"}
    assert _values(record, record | {"delivery_id": "b", "known_on": "2013-02-15"}, last=2) == [0, 1]


def test_full_lists__a_later_list_corrects_the_date_of_the_document() -> None:
    record = {"name": "A", "document_on": "2012-12-30"}
    later = record | {"delivery_id": "b", "known_on": "2013-04-15", "document_on": "2013-03-30"}
    assert _values(record, later, last=3) == [0, 0, 1]


def test_full_lists__what_came_after_the_as_of_day_is_unknown() -> None:
    assert _values(
        {"name": "A", "document_on": "2013-02-10"},
        {"name": "B", "document_on": "2013-02-10", "known_on": "2013-10-16"},
        last=2,
    ) == [0, 1]


def test_revocation__months_before_keep_the_firm() -> None:
    assert _values(
        {"name": "A", "document_on": "2013-02-10"},
        {"name": "A", "event": "撤销", "document_on": "2013-04-01"},
    ) == [0, 1, 1, 0, 0, 0]


def test_revocation__then_recognised_again_is_not_new() -> None:
    assert _values(
        {"name": "A", "document_on": "2013-01-10"},
        {"name": "A", "event": "撤销", "document_on": "2013-02-01"},
        {"name": "A", "document_on": "2013-03-10", "document_number": "2号"},
        last=3,
    ) == [1, 0, 0]


def test_revocation__of_one_level_leaves_the_other() -> None:
    records: list[dict[str, Any]] = [
        {"name": "A", "document_on": "2013-01-10"},
        {"name": "A", "level": "省级", "document_on": "2013-01-10"},
        {"name": "A", "level": "省级", "event": "撤销", "document_on": "2013-02-01"},
    ]
    assert _values(*records, last=2) == [1, 1]
    assert _values(*records, target=PROVINCIAL, last=2) == [1, 0]


def test_revocation__that_names_no_level_takes_all() -> None:
    assert _values(
        {"name": "A", "document_on": "2013-01-10"},
        {"name": "A", "level": "省级", "document_on": "2013-01-10"},
        {"name": "A", "level": None, "event": "撤销", "document_on": "2013-02-01"},
        last=2,
    ) == [1, 0]


def test_revocation__dated_before_the_recognition_takes_nothing() -> None:
    assert _values(
        {"name": "A", "document_on": "2013-02-10"},
        {"name": "A", "event": "撤销", "document_on": "2013-01-20", "document_number": "2号"},
        last=2,
    ) == [0, 1]


def test_revocation__under_another_scheme_changes_nothing() -> None:
    assert _values(
        {"name": "A", "document_on": "2013-01-10"},
        {"name": "A", "event": "撤销", "scheme": "专利试点", "document_on": "2013-02-01"},
        last=2,
    ) == [1, 1]


def test_identity__two_firms_of_one_name_with_two_codes() -> None:
    first = {"name": "A", "uscc": "91330482MA2AAAAA1X", "uscc_valid": True, "document_on": "2012-05-01"}
    second = {"name": "A", "uscc": "91330482MA2BBBBB2X", "uscc_valid": True, "document_on": "2013-01-10"}
    assert _values(first, second | {"document_number": "2号"}, last=1) == [1]


def test_identity__code_after_years_without_one() -> None:
    assert _values(
        {"name": "A", "document_on": "2012-05-01"},
        {
            "name": "A",
            "uscc": "91330482MA2AAAAA1X",
            "uscc_valid": True,
            "document_on": "2013-01-10",
            "document_number": "2号",
        },
        last=1,
    ) == [0]


def test_identity__an_invalid_code_is_not_believed() -> None:
    assert _values(
        {"name": "A", "uscc": "91330482MA2AAAAA1X", "uscc_valid": True, "document_on": "2012-05-01"},
        {
            "name": "A",
            "uscc": "91330482MA2XXXXX9X",
            "uscc_valid": False,
            "document_on": "2013-01-10",
            "document_number": "2号",
        },
        last=1,
    ) == [0]


def test_identity__renamed_twice_and_back() -> None:
    assert _values(
        {"name": "A", "document_on": "2010-05-01"},
        {"name": "B", "former_name": "A", "event": "更名", "level": None, "document_on": "2011-01-01"},
        {"name": "C", "former_name": "B", "event": "更名", "level": None, "document_on": "2012-01-01"},
        {"name": "A", "former_name": "C", "event": "更名", "level": None, "document_on": "2012-06-01"},
        {"name": "C", "document_on": "2013-01-10", "document_number": "2号"},
        last=1,
    ) == [0]


def test_other_schemes__no_demonstration_enterprise_of_ours() -> None:
    assert _values(
        *(
            {"name": scheme, "scheme": scheme, "document_on": "2013-01-10"}
            for scheme in ("专利试点", "知识产权示范", "优势", "专利示范")
        ),
        last=1,
    ) == [1]


def test_other_scheme_before__the_first_title_of_ours_is_new() -> None:
    assert _values(
        {"name": "A", "scheme": "专利试点", "document_on": "2012-05-01"},
        {"name": "A", "document_on": "2013-01-10"},
        last=1,
    ) == [1]


def test_year__is_that_of_the_document_not_of_the_list() -> None:
    assert _values(
        {"name": "A", "document_on": "2012-12-31", "notice_on": "2013-01-20"},
        {"name": "B", "document_on": "2013-01-01", "notice_on": "2012-12-20"},
        last=1,
    ) == [1]


def test_published_events__one_row_each_however_often_listed() -> None:
    store = new_store()
    record = {"sheet": "1", "name": "A", "level": "省级", "event": "认定", "unit_code": "330482001"}
    insert(
        store,
        "inputs.enterprise_records",
        [
            record | {"delivery_id": "a", "row_number": 2, "document_on": "2013-01-10", "known_on": "2013-01-15"},
            record
            | {
                "delivery_id": "b",
                "row_number": 3,
                "document_on": "2013-01-10",
                "known_on": "2013-02-15",
                "document_number": "1号",
            },
            record
            | {
                "delivery_id": "b",
                "row_number": 4,
                "document_on": "2013-02-10",
                "known_on": "2013-02-15",
                "document_number": "2号",
                "event": "复核通过",
            },
            record
            | {
                "delivery_id": "b",
                "row_number": 5,
                "document_on": "2013-03-10",
                "known_on": "2013-02-15",
                "document_number": "3号",
                "event": "撤销",
            },
        ],
    )
    build_outputs(store, "2013-02", AS_OF)
    found = store.execute("""SELECT event, document_number, event_on::VARCHAR, is_new, row_number
        FROM main.demonstration_enterprises""").fetchall()
    assert found == [("认定", "1号", "2013-01-10", True, 3), ("复核通过", "2号", "2013-02-10", False, 4)]


def test_lists_of_one_day__the_one_taken_in_last_stands() -> None:
    # both became known in one run; the identity of a file says nothing of its place
    first = {"delivery_id": "z", "known_on": "2013-02-15", "name": "A", "document_on": "2012-12-20"}
    second = {"delivery_id": "a", "known_on": "2013-02-15", "name": "A", "document_on": "2013-01-20"}
    assert _values(first, second, last=1) == [1]
    assert _values(second, first, last=1) == [0]
