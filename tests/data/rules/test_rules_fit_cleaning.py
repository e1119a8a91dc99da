"""The rules name columns that cleaning and locating really give, and agree with them on what a defect is."""

from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import polars as pl
import pytest

from expectations.rules import load_rules, run_rules
from transforms.clean import (
    CLEAN_REFERENCE_FILES,
    CleanReference,
    RowContext,
    clean_deductions,
    clean_enterprises,
    clean_records,
    parse_clean_reference,
)
from transforms.locate import GAZETTEER_FILES, Gazetteer, locate, parse_gazetteer

FOLDER = Path(__file__).parents[3] / "data" / "reference"
RECEIVED_ON = date(2013, 2, 15)
# 201320022825.4: 2*2+0*3+1*4+3*5+2*6+0*7+0*8+2*9+2*2+8*3+2*4+5*5 = 114 = 10*11 + 4
RAW: dict[str, Any] = {
    "sheet": "明细", "row_number": 3, "application_number": "201320022825.4", "filing_date": "2013-01-03",
    "acceptance_date": "2013-01-08", "patent_type": "实用新型", "applicants": "平湖市某某有限公司",
    "address": "浙江省平湖市当湖街道某某路1号", "original": {"申请号": "201320022825.4"},
}  # fmt: skip
DEFECTS = [
    ({}, set()),
    ({"application_number": "201320022825.5"}, {"wrong_check_digit"}),
    ({"application_number": "2.01311E+11"}, {"number_destroyed"}),
    ({"application_number": "2.01311E+11", "publication_number": "CN203000006U"}, {"number_destroyed_but_identified"}),
    ({"application_number": "第3号"}, {"number_malformed"}),
    ({"application_number": None}, {"no_identity"}),
    ({"filing_date": None, "acceptance_date": None}, {"no_event_date"}),
    ({"filing_date": "2013-02-30", "acceptance_date": None}, {"date_impossible"}),
    ({"acceptance_date": "2013年13月8日"}, {"date_impossible"}),
    ({"filing_date": "不详日期"}, {"other_date_unreadable"}),
    ({"acceptance_date": "2013-02-16"}, {"date_after_received"}),
    ({"filing_date": "1985-02-03", "acceptance_date": "1985-02-04"}, {"date_before_1985"}),
    ({"applicants": None}, {"applicant_missing"}),
    ({"address": None}, {"address_missing"}),
    ({"surplus_cells": 1}, {"cells_beyond_header"}),
    ({"patent_type": "发明专利"}, {"type_word_differs"}),
    ({"publication_number": "CN103000006A"}, {"type_conflict"}),
]


@pytest.fixture(scope="module")
def reference() -> CleanReference:
    return parse_clean_reference({name: (FOLDER / name).read_text("utf-8") for name in CLEAN_REFERENCE_FILES})


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return parse_gazetteer({name: (FOLDER / name).read_text("utf-8") for name in GAZETTEER_FILES})


def found_in(cleaned: pl.DataFrame, table: Any) -> dict[int, set[str]]:
    batch = cleaned.drop("original").with_columns(
        row_key=pl.int_range(pl.len(), dtype=pl.Int64), received_on=RECEIVED_ON, basis=pl.lit("receipt_records"),
        feed_month=pl.lit("2013-02")
    )
    with duckdb.connect() as connection:
        connection.register("batch", batch)
        run_rules(connection, load_rules(), "batch", table)
        found: dict[int, set[str]] = {}
        for row_key, rule in connection.execute("SELECT row_key, rule FROM found").fetchall():
            found.setdefault(row_key, set()).add(rule)
    return found


def test_records(reference: CleanReference, gazetteer: Gazetteer) -> None:
    raw = pl.DataFrame([{**RAW, "publication_number": None, **changes} for changes, _ in DEFECTS])
    context = RowContext("application_detail", "receipt_records", ("application",), "2013-01", RECEIVED_ON)
    located = locate(clean_records(raw, context, reference), gazetteer, "330482")
    found = found_in(located, "records")
    assert [(changes, found.get(row, set())) for row, (changes, _) in enumerate(DEFECTS)] == DEFECTS


def test_enterprises(reference: CleanReference) -> None:
    sound = {
        "sheet": "名录", "row_number": 2, "name": "平湖市某某有限公司", "uscc": None, "level": "平湖市级", "event": "认定",
        "document_date": "2012-06-15", "original": {"企业名称": "平湖市某某有限公司"},
    }  # fmt: skip
    defects: list[tuple[dict[str, Any], set[str]]] = [
        ({}, set()),
        ({"event": "公示", "document_date": None}, set()),
        ({"name": None}, {"enterprise_name_missing"}),
        ({"surplus_cells": 1}, {"cells_beyond_header"}),
        ({"uscc": "91330482MA8215491A"[:-1]}, {"enterprise_code_invalid"}),
        ({"level": "一级"}, {"enterprise_level_unknown"}),
        ({"event": "入库"}, {"enterprise_event_unknown"}),
        ({"document_date": None}, {"enterprise_date_missing"}),
        ({"document_date": "2012-06-31"}, {"enterprise_date_impossible"}),
        ({"document_date": "2013-02-16"}, {"enterprise_date_after_received"}),
    ]
    context = RowContext("enterprise_list", "department_report", (), None, RECEIVED_ON)
    raw = pl.DataFrame([{**sound, **changes} for changes, _ in defects])
    found = found_in(clean_enterprises(raw, context, reference), "enterprises")
    assert [(changes, found.get(row, set())) for row, (changes, _) in enumerate(defects)] == defects


def test_deductions(reference: CleanReference) -> None:
    sound = {
        "sheet": "清单", "row_number": 2, "application_number": "201320022825.4", "deduction_reason": "视为撤回",
        "deduction_date": "2013-02-05", "original": {"申请号": "201320022825.4"},
    }  # fmt: skip
    defects: list[tuple[dict[str, Any], set[str]]] = [
        ({}, set()),
        ({"application_number": None}, {"deduction_number_unusable"}),
        ({"deduction_date": None}, {"deduction_date_missing"}),
        ({"surplus_cells": 1}, {"cells_beyond_header"}),
    ]
    context = RowContext("deduction_list", "department_report", (), None, RECEIVED_ON)
    raw = pl.DataFrame([{**sound, **changes} for changes, _ in defects])
    found = found_in(clean_deductions(raw, context, reference), "deductions")
    assert [(changes, found.get(row, set())) for row, (changes, _) in enumerate(defects)] == defects
