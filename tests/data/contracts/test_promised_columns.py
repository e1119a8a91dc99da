"""The public tables promised to SQL users (names and columns copied by hand from the design's table)."""

import re

import pytest

from expectations.contracts import SHARED_COLUMNS, Contract, load_contracts, parse_shared_columns

PROMISED = {
    "patents": "patent_id, application_number, publication_number, patent_type, title, filed_on, accepted_on, "
    "published_on, granted_on, first_applicant, applicant_kind, address, postcode, unit_code, unit_name, "
    "in_territory, ipc_main, locarno, bases",
    "patent_events": "patent_id, event, event_on, counting_month, reported_month, basis, patent_type, "
    "first_applicant, applicant_kind, address, unit_code, unit_name, location_rule, location_confidence, "
    "in_territory, delivery_id, row_number",
    "monthly_counts": "month, unit_code, unit_name, patent_type, applicant_kind, basis, applications, "
    "publications, grants",
    "month_bases": "month, event, basis, is_known, is_standing",
    "scorecard": "month, target_id, unit_code, value, numerator, denominator, value_by_reported_month, "
    "official_value, target_value, completion, time_progress, seasonal_progress, shortfall, forecast_low, "
    "forecast_high, status, obs_status, basis, as_of",
    "demonstration_enterprises": "enterprise_id, name, unit_code, level, event, document_number, event_on",
    "official_totals": "delivery_id, region, month, measure, period, patent_type, applicant_kind, value, problem",
    "reconciliation": "month, measure, period, unit_code, patent_type, ours, ours_by_reported_month, official, "
    "difference, late_arrivals, deductions, quarantined, out_of_territory, repeats, other_basis, other_rule, replaced, "
    "unexplained, explanation",
    "reconciliation_rows": "month, measure, cause, effect, unit_code, patent_id, delivery_id, row_number",
    "deductions": "patent_id, event, counting_month, reported_month, reason, deducted_on, received_on, unit_code, "
    "patent_type, effective, delivery_id, row_number",
    "counting_rules": "series, counting_rule, from_year, to_year, deducted_reasons",
    "deliveries": "delivery_id, file_name, source, basis, received_on, known_on, state, reason, rows_read, "
    "rows_accepted, rows_repeated, rows_quarantined, rows_out_of_scope",
    "quarantine": "delivery_id, file_name, sheet, row_number, rule, reason, original",
    "row_warnings": "delivery_id, file_name, sheet, row_number, rule, reason",
    "checks": "suite, expectation, severity, success, observed, failing_rows, message",
    "release_changes": "table_name, key, column_name, before, after, cause",
    "alerts": "alert_id, month, indicator, state, value, threshold, title, message",
    "releases": "release_id, month, revision, as_of, published_at",
    "data_dictionary": "table_name, column_name, data_type, unit, label_zh, description_zh",
}
CONTRACTS = {contract.table: contract for contract in load_contracts()}


def test_every_promised_table_has_a_contract() -> None:
    assert sorted(CONTRACTS) == sorted(PROMISED)


@pytest.mark.parametrize("table", sorted(PROMISED))
def test_every_promised_column_is_there(table: str) -> None:
    missing = [name for name in PROMISED[table].split(", ") if name not in CONTRACTS[table].column_names]
    assert missing == []


@pytest.mark.parametrize("contract", CONTRACTS.values(), ids=CONTRACTS)
def test_everything_is_documented_in_chinese_sentences(contract: Contract) -> None:
    texts = [contract.description_zh, *(column.description_zh for column in contract.columns)]
    assert [text for text in texts if not re.search(r"[一-鿿]", text) or not text.endswith("。")] == []
    assert re.search(r"[一-鿿]", contract.label_zh)
    assert re.search(r"一行$|一行,", contract.grain)
    # A name in a view is typed without quotes.
    labels = [contract.label_zh, *(column.label_zh for column in contract.columns)]
    assert [label for label in labels if not re.fullmatch(r"[一-鿿]+", label)] == []


@pytest.mark.parametrize("contract", CONTRACTS.values(), ids=CONTRACTS)
def test_sums_have_a_unit(contract: Contract) -> None:
    counted = ("applications", "publications", "grants")
    for column in contract.columns:
        if column.name in counted or column.name.startswith("rows_"):
            assert column.unit in ("件", "行")
            assert column.minimum == 0


def test_changes_of_the_run_itself_make_no_new_revision() -> None:
    assert {table for table, contract in CONTRACTS.items() if not contract.is_content} == {
        "deliveries", "month_bases", "checks", "alerts", "releases", "release_changes",
    }  # fmt: skip
    left_out = [(c.table, column.name) for c in CONTRACTS.values() for column in c.columns if not column.is_content]
    assert left_out == [("scorecard", "indicator"), ("scorecard", "as_of")]


def test_no_shared_column_is_unused_or_used_once() -> None:
    shared = parse_shared_columns(SHARED_COLUMNS.read_text(encoding="utf-8"), "shared_columns.yml")
    assert shared
    for name in shared:
        assert sum(name in contract.column_names for contract in CONTRACTS.values()) > 1, name


def test_bounds_have_the_type_of_the_column() -> None:
    for contract in CONTRACTS.values():
        for column in contract.columns:
            assert column.domain is None or column.type == "VARCHAR"
            assert column.domain != ()
