"""What the cleaning has to know about the world, read from files under `data/reference`."""

from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from transforms.clean.reference_files import (
    KindStep,
    parse_applicant_kinds,
    parse_deduction_reasons,
    parse_document_kinds,
    parse_enterprise_words,
    parse_patent_offices,
    parse_patent_type_words,
    parse_surnames,
)
from transforms.errors import DataError

CLEAN_REFERENCE_FILES = (
    "document_kinds.csv",
    "patent_type_words.csv",
    "applicant_kinds.csv",
    "surnames.csv",
    "patent_offices.csv",
    "enterprise_words.csv",
    "deduction_reasons.csv",
)


@dataclass(frozen=True)
class CleanReference:
    """Reference tables of the cleaning, one field a file; build it with `parse_clean_reference`."""

    document_kinds: pl.DataFrame
    patent_type_words: pl.DataFrame
    applicant_kinds: tuple[KindStep, ...]
    surnames: tuple[str, ...]
    foreign_offices: tuple[str, ...]
    foreign_office_names: tuple[str, ...]
    enterprise_words: pl.DataFrame
    default_scheme: str
    deduction_reasons: pl.DataFrame


def parse_clean_reference(files: Mapping[str, str]) -> CleanReference:
    """Reference of the cleaning from the texts of CLEAN_REFERENCE_FILES by name; raises DataError (file, line)."""
    for name in CLEAN_REFERENCE_FILES:
        if name not in files:
            raise DataError(name, 0, "缺少这个参考文件。")
    kinds, types, applicants, surnames, offices, enterprises, deductions = (
        (files[name], name) for name in CLEAN_REFERENCE_FILES
    )
    foreign, foreign_names = parse_patent_offices(*offices)
    words, default_scheme = parse_enterprise_words(*enterprises)
    return CleanReference(
        document_kinds=parse_document_kinds(*kinds),
        patent_type_words=parse_patent_type_words(*types),
        applicant_kinds=parse_applicant_kinds(*applicants),
        surnames=parse_surnames(*surnames),
        foreign_offices=foreign,
        foreign_office_names=foreign_names,
        enterprise_words=words,
        default_scheme=default_scheme,
        deduction_reasons=parse_deduction_reasons(*deductions),
    )
