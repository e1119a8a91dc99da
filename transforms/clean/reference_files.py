"""One parse function a reference file: text and file name in, typed value out, DataError for any mistake."""

from dataclasses import dataclass
from datetime import date

import polars as pl

from transforms.errors import DataError
from transforms.reference_rows import ReferenceRow, reference_rows

PATENT_TYPES = ("invention", "utility_model", "design")
DOCUMENT_EVENTS = ("publication", "grant", "announcement", "correction", "partial_invalidation")
APPLICANT_KINDS = ("企业", "大专院校", "科研单位", "机关团体", "个人")
MATCHES = ("suffix", "latin_suffix", "anywhere", "person_han")
ENTERPRISE_FIELDS = ("level", "event", "scheme", "default_scheme")
ENTERPRISE_EVENTS = (
    "认定", "复核通过", "重新认定", "更名", "迁入", "迁出", "撤销", "期满失效", "注销", "公示",
)  # fmt: skip
DEDUCTION_REASONS = ("未缴费", "视为撤回", "非正常申请")
SCHEMES = ("专利示范", "专利试点", "知识产权示范", "优势")


@dataclass(frozen=True)
class KindStep:
    """One step of the ladder that tells an applicant's kind: the first step that matches decides."""

    applicant_kind: str
    match: str
    words: tuple[str, ...]


def _one_of(row: ReferenceRow, column: str, allowed: tuple[str, ...]) -> str:
    if row[column] not in allowed:
        raise row.error(f"“{column}”的值“{row[column]}”不在允许的范围内:{'、'.join(allowed)}。")
    return row[column]


def _unique(row: ReferenceRow, key: object, seen: set[object]) -> None:
    if key in seen:
        raise row.error(f"与前面的行重复:{key}。")
    seen.add(key)


def _day(row: ReferenceRow, column: str, open_end: date) -> date:
    try:
        return date.fromisoformat(row[column]) if row[column] else open_end
    except ValueError as problem:
        raise row.error(f"“{column}”的值“{row[column]}”不是 2013-01-31 这样的日期。") from problem


def parse_document_kinds(text: str, file: str) -> pl.DataFrame:
    """Kind letters of CN documents with the days they were in use, the type and the event they mean."""
    columns = ("document_kind", "valid_from", "valid_to", "patent_type", "event", "note")
    spans: list[tuple[str, date, date, str, str]] = []
    for row in reference_rows(text, file, columns, ("valid_from", "valid_to", "note")):
        kind, kind_type = row["document_kind"], _one_of(row, "patent_type", PATENT_TYPES)
        start, end = _day(row, "valid_from", date.min), _day(row, "valid_to", date.max)
        if start > end:
            raise row.error("valid_from 晚于 valid_to。")
        for other, from_, to, type_, _ in spans:
            if other == kind and start <= to and from_ <= end:
                raise row.error(f"代码 {kind} 的期间与前面的行重叠。")
            if other == kind and type_ != kind_type:
                raise row.error(f"代码 {kind} 前面已归为 {type_}。")
        spans.append((kind, start, end, kind_type, _one_of(row, "event", DOCUMENT_EVENTS)))
    names = ["document_kind", "valid_from", "valid_to", "document_type", "document_event"]
    return pl.DataFrame(spans, schema=names, orient="row")


def parse_patent_type_words(text: str, file: str) -> pl.DataFrame:
    """Words of the type column (NFKC, no spaces, upper case) and the patent type each means."""
    seen: set[object] = set()
    words: list[tuple[str, str]] = []
    for row in reference_rows(text, file, ("word", "patent_type")):
        _unique(row, row["word"], seen)
        words.append((row["word"], _one_of(row, "patent_type", PATENT_TYPES)))
    return pl.DataFrame(words, schema=["word", "type_by_word"], orient="row")


def parse_applicant_kinds(text: str, file: str) -> tuple[KindStep, ...]:
    """The ladder of method decision 11, one KindStep a step, in order."""
    seen: set[object] = set()
    steps: dict[int, KindStep] = {}
    for row in reference_rows(text, file, ("step", "applicant_kind", "match", "word")):
        if not row["step"].isdecimal():
            raise row.error(f"“step”的值“{row['step']}”不是正整数。")
        _unique(row, (row["match"], row["word"]), seen)
        number = int(row["step"])
        kind, match = _one_of(row, "applicant_kind", APPLICANT_KINDS), _one_of(row, "match", MATCHES)
        step = steps.get(number, KindStep(kind, match, ()))
        if (step.applicant_kind, step.match) != (kind, match):
            raise row.error(f"第{number}步前面是 {step.applicant_kind}/{step.match},一步只能有一种。")
        if match == "person_han" and not all(part.isdecimal() for part in row["word"].split("-", 1)):
            raise row.error(f"“{row['word']}”应写作 2-4 这样的字数范围。")
        steps[number] = KindStep(kind, match, (*step.words, row["word"]))
    return tuple(steps[number] for number in sorted(steps))


def parse_surnames(text: str, file: str) -> tuple[str, ...]:
    """Chinese surnames, used only to decide whether `、` separates persons from firms."""
    return tuple(row["surname"] for row in reference_rows(text, file, ("surname",)))


def parse_patent_offices(text: str, file: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Two-letter codes of foreign offices (WIPO ST.3), and what a column of offices may call them: code or name."""
    seen: set[object] = set()
    codes: list[str] = []
    names: list[str] = []
    has_home = False
    for row in reference_rows(text, file, ("code", "names_zh", "is_home"), ("names_zh",)):
        _unique(row, row["code"], seen)
        if _one_of(row, "is_home", ("true", "false")) == "false":
            codes.append(row["code"])
            names += [row["code"], *filter(None, row["names_zh"].split("|"))]
        else:
            has_home = True
    if not has_home:
        raise DataError(file, 0, "没有一行 is_home 为 true。")
    return tuple(codes), tuple(names)


def parse_deduction_reasons(text: str, file: str) -> pl.DataFrame:
    """Words for why an application no longer counts (no spaces), and the reason each means."""
    seen: set[object] = set()
    words: list[tuple[str, str]] = []
    for row in reference_rows(text, file, ("word", "reason")):
        _unique(row, row["word"], seen)
        words.append((row["word"], _one_of(row, "reason", DEDUCTION_REASONS)))
    return pl.DataFrame(words, schema=["word", "reason"], orient="row")


def parse_enterprise_words(text: str, file: str) -> tuple[pl.DataFrame, str]:
    """Words of lists of demonstration enterprises by field, and the scheme of a list that names none."""
    seen: set[object] = set()
    words: list[tuple[str, str, str]] = []
    allowed = {"event": ENTERPRISE_EVENTS, "scheme": SCHEMES, "default_scheme": SCHEMES}
    for row in reference_rows(text, file, ("field", "word", "value")):
        field = _one_of(row, "field", ENTERPRISE_FIELDS)
        _unique(row, (field, row["word"]), seen)
        value = _one_of(row, "value", allowed[field]) if field in allowed else row["value"]
        words.append((field, row["word"], value))
    defaults = [value for field, _, value in words if field == "default_scheme"]
    if len(defaults) != 1:
        raise DataError(file, 0, f"default_scheme 应恰有一行,现有{len(defaults)}行。")
    return pl.DataFrame(words, schema=["field", "word", "value"], orient="row"), defaults[0]
