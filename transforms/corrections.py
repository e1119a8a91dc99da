"""Corrections are data: which row, what it should say, why, since when, and what it said before (DESIGN 6)."""

import hashlib
from dataclasses import dataclass
from datetime import date

from transforms.errors import DataError
from transforms.strict_yaml import YamlValue, read_yaml

# Columns of a record that a person may put right, by the name of the canonical raw field.
CORRECTABLE = (
    "application_number", "filing_date", "acceptance_date", "publication_number", "publication_date", "grant_number",
    "grant_date", "title", "patent_type", "kind_code", "applicants", "first_applicant", "address", "postcode",
    "name", "former_name", "uscc", "unit", "level", "event", "document_number", "document_date",
    "deduction_reason", "deduction_date",
)  # fmt: skip
UNIT_CODE = "unit_code"
_KEYS = ("which", "set", "expected", "why", "since")


@dataclass(frozen=True)
class Correction:
    """One correction; the row is named by file, sheet and row number, or by application number (its standing application row).

    `values` are the texts the row should have carried, `expected` the texts it does carry; `unit_code` assigns a unit by hand.
    """

    file: str
    line: int
    file_name: str | None
    sheet: str | None
    row_number: int | None
    application_number: str | None
    values: dict[str, str]
    expected: dict[str, str]
    unit_code: str | None
    why: str
    since: date

    @property
    def correction_id(self) -> str:
        """Hash of what it says: a changed correction is another one."""
        said = (
            self.file_name, self.sheet, self.row_number, self.application_number,
            sorted(self.values.items()), sorted(self.expected.items()), self.unit_code, self.since.isoformat(),
        )  # fmt: skip
        return hashlib.sha256(repr(said).encode()).hexdigest()


def parse_corrections(text: str, file_name: str) -> list[Correction]:
    """The corrections of one YAML file (`corrections:` a list); raises DataError with file and line."""
    entries = read_yaml(text, file_name).mapping(("corrections",), ("corrections",))["corrections"].items()
    if not entries:
        raise DataError(file_name, 0, "corrections 不能为空")
    return [_correction(entry) for entry in entries]


def _correction(entry: YamlValue) -> Correction:
    said = entry.mapping(_KEYS, _KEYS)
    which = said["which"].mapping(("file", "sheet", "row", "application_number"))
    by_row = {"file", "row"} <= which.keys()
    if by_row == ("application_number" in which):
        raise said["which"].error("which 应写 file 和 row(可加 sheet),或只写 application_number")
    values = said["set"].mapping((*CORRECTABLE, UNIT_CODE))
    expected = said["expected"].mapping(CORRECTABLE, tuple(key for key in values if key != UNIT_CODE))
    texts = {key: value.quoted() for key, value in values.items()}
    return Correction(
        file=entry.file,
        line=entry.line,
        file_name=which["file"].quoted() if by_row else None,
        sheet=which["sheet"].quoted() if "sheet" in which else None,
        row_number=which["row"].whole_number() if by_row else None,
        application_number=None if by_row else which["application_number"].quoted(),
        unit_code=texts.pop(UNIT_CODE, None),
        values=texts,
        expected={key: value.quoted_or_empty() for key, value in expected.items()},
        why=said["why"].quoted(),
        since=said["since"].day(),
    )


def unknown_unit(correction: Correction, unit_codes: set[str]) -> None:
    """Raise DataError where a correction assigns a unit that does not exist."""
    if correction.unit_code is not None and correction.unit_code not in unit_codes:
        raise DataError(correction.file, correction.line, f"没有编号为 {correction.unit_code} 的统计单位")

