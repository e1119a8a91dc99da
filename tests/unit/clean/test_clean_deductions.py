"""Lines of deduction lists: numbers, reasons and dates as offices write them."""

from datetime import date
from typing import Any

import polars as pl
import pytest

from transforms.clean import CleanReference, RowContext, clean_deductions

CONTEXT = RowContext("deduction_list", "receipt_records", (), "2017-02", date(2017, 3, 15))
LINE = {"application_number": "201720000001.5", "deduction_reason": "未缴费", "deduction_date": "2017-02-20"}


def cleaned(reference: CleanReference, **cells: str | None) -> dict[str, Any]:
    raw = pl.DataFrame({name: [text] for name, text in {**LINE, **cells}.items()}, schema=dict.fromkeys(LINE, pl.String))
    raw = raw.with_columns(sheet=pl.lit(""), row_number=pl.lit(2), original=pl.struct("application_number"))
    return clean_deductions(raw, CONTEXT, reference).row(0, named=True)


@pytest.mark.parametrize(
    ("text", "patent_id", "state"),
    [
        ("201720000001.5", "201720000001.5", "ok"),
        ("ZL 2017 2 0000001.5", "201720000001.5", "ok"),
        ("201720000001", "201720000001.5", "check_inferred"),
        ("201720000001.6", None, "wrong_check"),
        ("2.0172E+11", None, "destroyed"),
        ("第3号", None, "malformed"),
        (None, None, "missing"),
    ],
)
def test_number(reference: CleanReference, text: str | None, patent_id: str | None, state: str) -> None:
    row = cleaned(reference, application_number=text)
    assert (row["patent_id"], row["number_state"], row["number_text"]) == (patent_id, state, text)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("未缴费", "未缴费"), ("申请费 未缴足", "未缴费"), ("视为撤回", "视为撤回"), ("未缴费视为撤回", "视为撤回"),
        ("非正常", "非正常申请"), ("驳回", None), (None, None),
    ],
)  # fmt: skip
def test_reason(reference: CleanReference, text: str | None, reason: str | None) -> None:
    row = cleaned(reference, deduction_reason=text)
    assert (row["reason"], row["reason_text"]) == (reason, text)


@pytest.mark.parametrize(
    ("text", "day"), [("2017.2.20", date(2017, 2, 20)), ("2017年2月20日", date(2017, 2, 20)), ("二月", None), (None, None)]
)
def test_date(reference: CleanReference, text: str | None, day: date | None) -> None:
    assert cleaned(reference, deduction_date=text)["deducted_on"] == day
