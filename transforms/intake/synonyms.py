"""The one table of header meanings, and how a header is normalised before it is looked up."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from transforms.errors import DataError
from transforms.intake.fields import FIELDS_OF_TABLE, UNUSED_FIELDS
from transforms.strict_yaml import YamlValue, read_yaml

# incoPat and PatSnap mark standardised columns with `[标]`; bulletins write 【】 and 〔〕 for brackets.
_BRACKETS = str.maketrans("【】〔〕[]{}", "()()()()")
_DROPPED = re.compile(r"[\s<>《》_\u200b-\u200f\u2060\ufeff*:：]+")
# forms mark what must be filled in: ★申请人, #地址
_MARKS = re.compile(r"^(?:\((?:标|必填|选填)\)|[★☆※◆●▲△√#•·])+|[★☆※]+$")
# how to fill a column in, behind its name: 受理日(年月日), 申请日(yyyy-mm-dd), 申请人(必填), 地址(详细), 数量(件)
_HINT = re.compile(
    r"\((?:必填项?|选填项?|可选|可不填|不填|非必填|格式.*|例如?.*|详细.*|发明[/、,]实用新型[/、,]外观(?:设计)?|如[^)]*\d[^)]*|单位.{0,3}|[件项个家条户人]|万?元"
    r"|年[-./]?月[-./]?日|年月|[ymd/.\-年月日]*y{2,4}[ymd/.\-年月日]*|\d{4}[-./年]\d{1,2}[-./月]\d{1,2}日?|\d{8})\)$"
)


# every profile looks at the same first rows
@lru_cache(4096)
def normalise_header(text: str) -> str:
    """Return a header as it is compared: NFKC, round brackets, no blanks, marks or hints, lower-case ASCII."""
    plain = _DROPPED.sub("", _in_one_form(text).lower())
    return _HINT.sub("", _MARKS.sub("", plain)) or plain


def is_standardised(header: str) -> bool:
    """Say whether a vendor's mark [标] says that a column holds names that it made uniform."""
    return "(标)" in _in_one_form(header)


def _in_one_form(text: str) -> str:
    return unicodedata.normalize("NFKC", text).translate(_BRACKETS)


def known_in(cells: Iterable[str | None], known: frozenset[str]) -> frozenset[str]:
    """Return the known headers among the cells of a row."""
    return known & {normalise_header(cell) for cell in cells if cell}


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
