"""Rows of a list of applications that no longer count (method decision 13)."""

import polars as pl

from transforms.clean.application_number import application_numbers
from transforms.clean.context import RowContext
from transforms.clean.dates import dates
from transforms.clean.records import with_fields
from transforms.clean.reference import CleanReference
from transforms.clean.text import without_space
from transforms.intake.fields import DEDUCTION_FIELDS


def clean_deductions(raw: pl.DataFrame, context: RowContext, reference: CleanReference) -> pl.DataFrame:
    """Typed columns of a list's rows, in their order: patent_id, number_state, reason, deducted_on.

    reason is a member of the reference list, null for words that are not in it (`reason_text` shows them);
    date_text shows what stands where the date should be.
    """
    raw = with_fields(raw, DEDUCTION_FIELDS)
    numbers = application_numbers(raw["application_number"], context.received_on.year)
    words = reference.deduction_reasons
    reason = without_space(pl.col("deduction_reason"))
    return raw.select(
        "sheet",
        "row_number",
        "out_of_scope",
        "surplus_cells",
        "original",
        number_text="application_number",
        number_state=pl.lit(numbers["number_state"]),
        patent_id=pl.lit(numbers["application_number"]),
        reason_text="deduction_reason",
        reason=reason.replace_strict(words["word"], words["reason"], default=None, return_dtype=pl.String),
        date_text="deduction_date",
        deducted_on=pl.lit(dates(raw["deduction_date"])["day"]),
    )
