"""Which profile a sheet belongs to: exactly one must match, otherwise a person is asked."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from transforms.errors import Held
from transforms.intake.event_said import check_list_said, check_no_other_event_said
from transforms.intake.fields import field_label
from transforms.intake.header_rows import Columns, Header, understand_columns
from transforms.intake.profiles import Profile, Sign
from transforms.intake.sidecars import sidecar_example
from transforms.intake.synonyms import Synonyms, normalise_header
from transforms.intake.tables import place_of

_PATTERN_MARKS = re.compile(r"\(\?[a-z]+\)|\^")
_NEAREST = 2  # so many near misses are shown
_FEW = 2  # so many columns a person may find by their header


@dataclass(frozen=True)
class Recognised:
    """A sheet's profile and what its columns mean under it."""

    profile: Profile
    columns: Columns


def recognise(
    file_name: str, sheet: str, header: Header, profiles: Sequence[Profile], synonyms: Synonyms,
    said: Sequence[tuple[str, str]],
) -> Recognised:
    """Return the one profile whose signs the sheet shows; Held with headers, near misses and remedy otherwise."""
    understood = [Recognised(profile, understand_columns(header, profile, synonyms, said)) for profile in profiles]
    place = "\n".join((sheet, file_name, header.banner))
    matching = [item for item in understood if _misses(item, header, place) == []]
    if len(matching) == 1:
        check_list_said(matching[0].profile.table, matching[0].columns.fields, place)
        check_no_other_event_said(matching[0].profile, file_name, place)
        return matching[0]
    where = place_of(sheet)
    if matching:
        names = "、".join(f"{item.profile.label_zh}({item.profile.source})" for item in matching)
        raise Held(f"{where}同时符合几种来源:{names}。看到的表头:{_shown(header)}。", example_remedy(
            file_name, f"source: {matching[0].profile.source}"))
    missed = [(_misses(item, header, place) or [], item) for item in understood if item.profile.recognised_by]
    # of those that lack as much, the one that understands most of the columns
    near = sorted(missed, key=lambda one: (len(one[0]), -len(one[1].columns.fields)))[:_NEAREST]
    nearest = ";".join(f"{item.profile.label_zh}({item.profile.source},{'、'.join(misses)})" for misses, item in near)
    raise Held(
        f"{where}不符合任何已知来源。看到的表头(第 {header.row} 行):{_shown(header)}。最接近的来源:{nearest}。",
        _near_remedy(file_name, *near[0]),
    )


def named_source(source: str, header: Header, sheet: str, profiles: Sequence[Profile], synonyms: Synonyms,
                 said: Sequence[tuple[str, str]]) -> Recognised:
    """Return the profile a sidecar names, provided the sheet has the columns without which it means nothing."""
    profile = next((item for item in profiles if item.source == source), None)
    if profile is None:
        raise Held(f"旁注文件写的来源“{source}”没有定义。", f"可用的来源:{'、'.join(item.source for item in profiles)}。")
    columns = understand_columns(header, profile, synonyms, said)
    missing = [field_label(field) for field in profile.requires if field not in columns.fields]
    if missing:
        raise Held(
            f"{place_of(sheet)}按来源“{source}”读取,但缺少必需的列:{'、'.join(missing)}。"
            f"看到的表头:{_shown(header)}。",
            "请在旁注文件的 columns 中写明哪个表头是这些列,例如 columns: {某列表头: " + profile.requires[0] + "}。",
        )
    check_list_said(profile.table, columns.fields, f"{sheet}\n{header.banner}", is_named=True)
    return Recognised(profile, columns)


def _near_remedy(file_name: str, misses: Sequence[str], nearest: Recognised) -> str:
    """Return the remedy for the nearest profile where a sidecar can name the few columns it lacks, else for any list."""
    profile, unknown = nearest.profile, nearest.columns.unknown
    lacking = [field for field in dict.fromkeys((*profile.requires, *_sign_fields(profile)))
               if f"缺 {field_label(field)}" in misses]
    if not 0 < len(lacking) == len(misses) <= _FEW:
        return example_remedy(
            file_name, "source: general\n  basis: public_documents\n  events: [grant]\n  columns: {某列表头: applicants}")
    columns = ", ".join(f"{name}: {field}" for name, field in zip(("某列表头", "另一列表头"), lacking, strict=False))
    lines = f"source: {profile.source}\n  columns: {{{columns}}}"
    shown = f"(没有认出的表头:{'、'.join(unknown)})" if unknown else ""
    return (
        f"如果这是{profile.label_zh},请把下例中的“某列表头”换成文件里的表头{shown}。"
        f"{example_remedy(file_name, lines)}"
        "如果是别的专利清单,source 写 general,并写明 basis 和 events。"
    )


def _sign_fields(profile: Profile) -> list[str]:
    return [field for sign in profile.recognised_by for field in sign.fields]


def example_remedy(file_name: str, lines: str) -> str:
    """Return the remedy that shows a sidecar's text; its name is the file's with .yml added."""
    return (
        f"如果文件里不是专利记录,请把它移出收件文件夹。如果是,{sidecar_example(file_name, lines)}"
        "或在 data/sources/ 增加一个来源说明。"
    )


def _misses(item: Recognised, header: Header, place: str) -> list[str] | None:
    """Return what the best-fitting sign still lacks; empty: recognised; None: no sign at all."""
    texts = {normalise_header(text) for text in header.texts}
    tried = [_lacking(sign, item.columns, texts, place) for sign in item.profile.recognised_by]
    required = [f"缺 {field_label(field)}" for field in item.profile.requires if field not in item.columns.fields]
    return min((sorted({*required, *lacking}) for lacking in tried), key=len, default=None)


def _lacking(sign: Sign, columns: Columns, texts: set[str], place: str) -> list[str]:
    fields = columns.fields
    lacking = [f"缺 {field_label(field)}" for field in sign.fields if field not in fields]
    lacking += [f"多 {field_label(field)}" for field in sign.without_fields if field in fields]
    lacking += [f"缺表头“{text}”" for text in sign.headers if text not in texts]
    lacking += [f"多表头“{text}”" for text in sign.without_headers if text in texts]
    seen = len(texts & set(sign.some_headers))
    if seen < sign.at_least:
        lacking.append(f"其特有的表头只有 {seen} 个,应至少 {sign.at_least} 个")
    if sign.text is not None and not re.search(sign.text, place):
        lacking.append(f"文件名、表名和标题中没有“{_PATTERN_MARKS.sub('', sign.text)}”")
    return lacking


def _shown(header: Header) -> str:
    return "、".join(header.texts)
