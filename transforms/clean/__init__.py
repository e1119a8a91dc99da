"""Text to typed values: rows of records, of demonstration enterprises and of deduction lists."""

from transforms.clean.context import RowContext
from transforms.clean.deductions import clean_deductions
from transforms.clean.enterprises import clean_enterprises
from transforms.clean.records import clean_records
from transforms.clean.reference import CLEAN_REFERENCE_FILES, CleanReference, parse_clean_reference

__all__ = [
    "CLEAN_REFERENCE_FILES",
    "CleanReference",
    "RowContext",
    "clean_deductions",
    "clean_enterprises",
    "clean_records",
    "parse_clean_reference",
]
