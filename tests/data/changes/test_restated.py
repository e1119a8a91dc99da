"""What the short text says of a month before and after, as the scorecard knows it: on the basis that stands for it."""

from pathlib import Path
from typing import Any

import duckdb
import pytest

from flows.changes.compare import sql
from flows.changes.story import restated_months
from tests.data.changes.two_releases import compared, count, make_file
from transforms.bulletin.words import add_words

Rows = list[dict[str, Any]]


def counts(applications: int = 0, grants: int = 0, basis: str = "receipt_records", month: str = "2013-01") -> dict[str, Any]:
    return count(month, applications, grants) | {"basis": basis}


def feed(event: str, month: str = "2013-01") -> dict[str, Any]:
    return {
        "delivery_id": f"{event}-{month}", "state": "accepted", "coverage": "month", "basis": "receipt_records",
        "events": event, "month": month,
    }  # fmt: skip


DOCUMENTS = counts(grants=9, basis="public_documents")
NOTHING: Rows = []


@pytest.mark.parametrize(
    ("before", "came", "after", "expected"),
    [
        pytest.param(
            [DOCUMENTS], NOTHING, [DOCUMENTS, counts(grants=1)], [],
            id="late_grant_of_a_month_that_stands_on_documents",
        ),
        pytest.param(NOTHING, NOTHING, [counts(2)], [], id="late_application_of_a_month_still_missing"),
        pytest.param(NOTHING, [feed("application")], NOTHING, [("申请量", "数据未到", "0")], id="empty_feed"),
        pytest.param(
            [counts(2)], [feed("application")], [counts(2)], [("申请量", "数据未到", "2")], id="feed_of_what_late_rows_had_told",
        ),
        pytest.param(
            [DOCUMENTS], [feed("grant")], [DOCUMENTS, counts(grants=7)], [("授权量", "9(公开文献)", "7")],
            id="feed_of_a_month_that_stood_on_documents",
        ),
        pytest.param(
            [DOCUMENTS], [feed("grant")], [DOCUMENTS, counts(grants=9)], [("授权量", "9(公开文献)", "9")],
            id="feed_with_as_many_grants_as_documents",
        ),
        pytest.param(
            [DOCUMENTS], NOTHING, [DOCUMENTS | {"grants": 10}], [("授权量", "9(公开文献)", "10(公开文献)")], id="more_documents",
        ),
        pytest.param([DOCUMENTS], NOTHING, NOTHING, [("授权量", "9(公开文献)", "数据未到")], id="documents_gone"),
        pytest.param(
            NOTHING, NOTHING, [counts(5, basis="public_documents")], [], id="applications_in_documents_stand_for_no_month",
        ),
        pytest.param(NOTHING, [feed("application", "2013-02")], [counts(5, month="2013-02")], [], id="new_month"),
    ],
)  # fmt: skip
def test_restated(tmp_path: Path, before: Rows, came: Rows, after: Rows, expected: list[tuple[str, ...]]) -> None:
    files = (
        make_file(tmp_path / "before.duckdb", {"monthly_counts": before}),
        make_file(tmp_path / "after.duckdb", {"monthly_counts": after, "deliveries": came}),
    )
    with compared(tmp_path, *files) as connection:
        assert restated_months(connection) == [("2013-01", *line) for line in expected]


def test_restated__documents_of_a_month_with_its_feed_are_not_its_figure(tmp_path: Path) -> None:
    fed = {"deliveries": [feed("grant")]}
    files = (
        make_file(tmp_path / "before.duckdb", fed | {"monthly_counts": [counts(grants=7), DOCUMENTS]}),
        make_file(tmp_path / "after.duckdb", fed | {"monthly_counts": [counts(grants=8), DOCUMENTS | {"grants": 10}]}),
    )
    with compared(tmp_path, *files) as connection:
        assert restated_months(connection) == [("2013-01", "授权量", "7", "8")]


def test_restated__of_a_release_made_before_bases_were_published(tmp_path: Path) -> None:
    before = make_file(tmp_path / "before.duckdb", {"monthly_counts": [DOCUMENTS]})
    with duckdb.connect(str(before)) as connection:
        connection.execute("DROP VIEW month_bases")
    after = make_file(tmp_path / "after.duckdb", {"monthly_counts": [counts(grants=7), DOCUMENTS], "deliveries": [feed("grant")]})
    with compared(tmp_path, before, after) as connection:
        assert restated_months(connection) == [("2013-01", "授权量", "9(公开文献)", "7")]


def test_standing__share_of_no_application_is_not_a_missing_one(tmp_path: Path) -> None:
    share = {"month": "2013-01", "target_id": "invention_share", "unit_code": "330482", "status": "no_data"}
    known = share | {"numerator": 0, "denominator": 0}
    files = (
        make_file(tmp_path / "before.duckdb", {"scorecard": [share]}),
        make_file(tmp_path / "after.duckdb", {"scorecard": [known]}),
    )
    with compared(tmp_path, *files) as connection:
        add_words(connection)
        assert connection.execute(sql("standing")).fetchall() == [("发明专利申请占比 数据未到→0/0",)]


def test_standing__targets_in_the_order_of_the_plan_and_a_further_one_by_its_sentence(tmp_path: Path) -> None:
    def scored(target_id: str, value: float, status: str, sentence: str) -> dict[str, Any]:
        return {"month": "2013-01", "target_id": target_id, "unit_code": "330482", "value": value, "status": status,
                "target_sentence": sentence}  # fmt: skip

    files = (
        make_file(tmp_path / "before.duckdb", {"scorecard": [
            scored("aim", 9, "on_pace", "力争3000件"), scored("patent_grants", 5, "on_pace", "授权1600件以上"),
        ]}),
        make_file(tmp_path / "after.duckdb", {"scorecard": [
            scored("aim", 8, "behind", "力争3000件"), scored("patent_grants", 6, "on_pace", "授权1600件以上"),
        ]}),
    )  # fmt: skip
    with compared(tmp_path, *files) as connection:
        add_words(connection)
        assert connection.execute(sql("standing")).fetchall() == [
            ("专利授权量 5→6",), ("力争3000件 9→8(进度正常→进度落后)",),
        ]  # fmt: skip
