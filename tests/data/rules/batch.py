"""A cleaned and located row that no rule objects to, and batches of variations of it."""

from datetime import date
from typing import Any

import duckdb
import polars as pl

from expectations.rules import BatchTable, load_rules, run_rules

RECORD_SCHEMA: dict[str, Any] = {
    "row_key": pl.Int64, "sheet": pl.String, "row_number": pl.Int64, "out_of_scope": pl.String,
    "surplus_cells": pl.Int32, "application_number": pl.String, "number_state": pl.String, "number_text": pl.String,
    "publication_number": pl.String, "publication_stem": pl.String, "document_kind": pl.String,
    "is_correction": pl.Boolean,
    "patent_type": pl.String, "type_by_word": pl.String, "type_conflict": pl.Boolean, "title": pl.String,
    "filed_on": pl.Date, "accepted_on": pl.Date, "published_on": pl.Date, "granted_on": pl.Date,
    "unreadable_dates": pl.String, "applicants": pl.String, "first_applicant": pl.String,
    "applicant_kind": pl.String, "address": pl.String, "postcode": pl.String, "ipc_main": pl.String,
    "locarno": pl.String, "uscc": pl.String, "application_on": pl.Date, "application_month": pl.String,
    "publication_on": pl.Date, "grant_on": pl.Date, "patent_id": pl.String, "unit_code": pl.String,
    "unit_name": pl.String, "location_rule": pl.String, "location_confidence": pl.String,
    "in_territory": pl.Boolean, "suggested_unit_code": pl.String, "basis": pl.String, "source": pl.String,
    "received_on": pl.Date, "feed_month": pl.String,
}  # fmt: skip

APPLICATION: dict[str, Any] = {
    "row_key": 1, "sheet": "明细", "row_number": 3, "application_number": "201320022825.4", "number_state": "ok",
    "number_text": "ZL201320022825.4", "patent_type": "utility_model", "type_by_word": "utility_model",
    "is_correction": False, "type_conflict": False, "title": "一种锁扣",
    "filed_on": date(2013, 1, 3), "accepted_on": date(2013, 1, 8),
    "applicants": "平湖市某某有限公司", "first_applicant": "平湖市某某有限公司", "applicant_kind": "企业",
    "address": "浙江省平湖市当湖街道某某路1号", "application_on": date(2013, 1, 8), "application_month": "2013-01",
    "patent_id": "201320022825.4", "unit_code": "330482001", "unit_name": "当湖街道", "location_rule": "town",
    "location_confidence": "high", "in_territory": True, "basis": "receipt_records", "source": "applications",
    "received_on": date(2013, 2, 15), "feed_month": "2013-01",
}  # fmt: skip

GRANT: dict[str, Any] = {
    **APPLICATION, "accepted_on": None, "application_on": None, "application_month": None,
    "publication_number": "CN203000006U", "publication_stem": "CN203000006", "document_kind": "U",
    "granted_on": date(2013, 1, 9), "grant_on": date(2013, 1, 9),
}  # fmt: skip

NUMBERLESS_GRANT: dict[str, Any] = {
    **GRANT, "application_number": None, "number_state": "missing", "number_text": None,
    "patent_id": "CN203000006",
}  # fmt: skip

ENTERPRISE_SCHEMA: dict[str, Any] = {
    "row_key": pl.Int64, "sheet": pl.String, "row_number": pl.Int64, "out_of_scope": pl.String,
    "surplus_cells": pl.Int32, "name": pl.String,
    "former_name": pl.String, "uscc": pl.String, "uscc_valid": pl.Boolean, "unit": pl.String, "level": pl.String,
    "event": pl.String, "scheme": pl.String, "unrecognised": pl.String, "document_number": pl.String,
    "document_on": pl.Date, "notice_on": pl.Date, "unreadable_dates": pl.String, "list_year": pl.Int32,
    "unit_code": pl.String, "unit_name": pl.String, "basis": pl.String, "source": pl.String, "received_on": pl.Date,
}  # fmt: skip

RECOGNITION: dict[str, Any] = {
    "row_key": 1, "sheet": "名录", "row_number": 2, "name": "平湖市某某有限公司", "uscc": "91330482MA00000000",
    "uscc_valid": True, "unit": "新仓镇", "level": "平湖市级", "event": "认定", "scheme": "专利示范",
    "document_number": "平科技〔2012〕18号", "document_on": date(2012, 6, 15), "unit_code": "330482103",
    "unit_name": "新仓镇", "basis": "department_report", "source": "enterprise_list", "received_on": date(2013, 2, 15),
}  # fmt: skip


def findings(row: dict[str, Any], schema: dict[str, Any], table: BatchTable) -> dict[str, tuple[str, str]]:
    """What the rules find in one row: rule -> (severity, reason)."""
    unknown = row.keys() - schema.keys()
    assert not unknown, unknown
    frame = pl.DataFrame([{name: row.get(name) for name in schema}], schema=schema)
    with duckdb.connect() as connection:
        connection.register("batch", frame)
        run_rules(connection, load_rules(), "batch", table)
        found = connection.execute("SELECT rule, severity, reason FROM found ORDER BY rule").fetchall()
    return {rule: (severity, reason) for rule, severity, reason in found}
