"""Every code that a published table may hold has a Chinese word where people read it outside the database."""

from collections.abc import Collection

import duckdb
import pytest

from expectations.contracts import load_contracts
from transforms.bulletin import words
from transforms.bulletin.status import BASIS, OBS_STATUS, STATUS

DOMAINS = {
    (contract.table, column.name): column.domain for contract in load_contracts() for column in contract.columns if column.domain
}


@pytest.mark.parametrize(
    ("table", "column", "known"),
    [
        ("patent_events", "patent_type", words.PATENT_TYPES),
        ("patent_events", "event", words.EVENTS),
        ("patent_events", "location_confidence", words.CONFIDENCES),
        ("patent_events", "basis", BASIS),
        ("scorecard", "status", STATUS),
        ("scorecard", "obs_status", OBS_STATUS),
        ("official_totals", "period", words.PERIODS),
        ("reconciliation_rows", "cause", words.CAUSES),
    ],
)
def test_words__every_code_has_one(table: str, column: str, known: Collection[str]) -> None:
    assert set(DOMAINS[table, column] or ()) == set(known)


def test_words__in_a_query() -> None:
    with duckdb.connect() as connection:
        words.add_words(connection)
        row = connection.execute(
            "SELECT patent_type_zh('design'), basis_zh('receipt_records+public_documents'), measure_zh('grants'),"
            " target_zh('invention_share', sentence := '占一成'), target_zh('aim', sentence := '占两成'),"
            " cause_zh('new_code'), period_zh(NULL), basis_zh(NULL)"
        ).fetchone()
    assert row == ("外观设计", "受理授权明细、公开文献", "授权量", "发明专利申请占比", "占两成", "new_code", None, None)
