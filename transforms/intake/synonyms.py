"""The one table of header meanings, and how a header is normalised before it is looked up."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from transforms.errors import DataError
from transforms.intake.fields import FIELDS_OF_TABLE, UNUSED_FIELDS
from transforms.strict_yaml import YamlValue, read_yaml

# incoPat and PatSnap mark standardised columns with `[标]`; bulletins write 【】 and 〔〕 for brackets.
_BRACKETS = str.maketrans("【】〔〕[]{}", "()()()()")
_DROPPED = re.compile(r"[\s<>《》_\u200b-\u200f\u2060\ufeff*:：]+")
_STANDARD_MARK = re.compile(r"^\(标\)")


def normalise_header(text: str) -> str:
    """Return a header as it is compared: NFKC, round brackets, no blanks or marks, lower-case ASCII."""
    plain = unicodedata.normalize("NFKC", text).translate(_BRACKETS)
    plain = _DROPPED.sub("", plain.lower())
    return _STANDARD_MARK.sub("", plain) or plain


@dataclass(frozen=True)
class Synonyms:
    """Normalised header -> (canonical field, preference; lower wins) for each table of rows."""

    of_table: Mapping[str, Mapping[str, tuple[str, int]]]

    def fields_of(self, table: str) -> Mapping[str, tuple[str, int]]:
        """Return the header meanings for rows of `table`."""
        return self.of_table[table]


def parse_synonyms(text: str, file_name: str) -> Synonyms:
    """Read the synonym table (source: data/reference/header_synonyms.yml); one meaning a header and table."""
    tables = read_yaml(text, file_name).mapping(
        ("provenance", *FIELDS_OF_TABLE), ("provenance", *FIELDS_OF_TABLE))
    tables.pop("provenance").text()
    return Synonyms({table: _meanings(value, table) for table, value in tables.items()})


def _meanings(value: YamlValue, table: str) -> dict[str, tuple[str, int]]:
    allowed = (*FIELDS_OF_TABLE[table], *UNUSED_FIELDS)
    meanings: dict[str, tuple[str, int]] = {}
    for field, headers in value.mapping(allowed).items():
        for preference, header in enumerate(headers.items()):
            key = normalise_header(header.text())
            if key in meanings and meanings[key][0] != field:
                raise DataError(header.file, header.line,
                                f"表头“{header.text()}”已归入 {meanings[key][0]},不能再归入 {field}")
            meanings.setdefault(key, (field, preference))
    return meanings
