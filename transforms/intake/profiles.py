"""Source profiles: one YAML file says how a kind of delivery is recognised and what its rows are."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, cast

from transforms.intake.fields import ALL_FIELDS, BASES, COVERAGES, EVENTS, FIELDS_OF_TABLE, TABLES
from transforms.intake.official.layouts import Layout, parse_layout
from transforms.intake.synonyms import normalise_header
from transforms.strict_yaml import YamlValue, read_yaml

Coverage = Literal["increment", "month", "full_list"]
Table = Literal["records", "enterprises", "official_totals", "deductions"]
MONTH_PLACES = ("banner", "sheet", "file_name")

_KEYS = ("source", "label_zh", "provenance", "basis", "coverage", "table", "events", "attributed_to", "requires",
         "recognised_by", "headers", "month_from", "max_rows", "sidecar_must_say", "layout")
_REQUIRED = ("source", "label_zh", "provenance", "coverage", "table")
_OF_ROWS, _OF_TABLES = ("requires", "recognised_by"), ("layout",)


@dataclass(frozen=True)
class Sign:
    """One way to recognise a sheet: all that it says must hold. Headers are normalised."""

    fields: tuple[str, ...] = ()
    without_fields: tuple[str, ...] = ()
    headers: tuple[str, ...] = ()
    without_headers: tuple[str, ...] = ()
    some_headers: tuple[str, ...] = ()
    at_least: int = 0  # how many of `some_headers`
    text: str | None = None  # regular expression found in file name, sheet name or the lines above the header


@dataclass(frozen=True)
class Profile:
    """One kind of delivery, as its file under data/sources/ describes it."""

    source: str
    label_zh: str
    basis: str  # empty only where a sidecar must say it
    coverage: Coverage
    table: Table
    events: tuple[str, ...]
    attributed_to: str | None
    requires: tuple[str, ...]  # canonical fields without which its rows mean nothing
    recognised_by: tuple[Sign, ...]  # any of these; none: only by a sidecar
    headers: Mapping[str, str] = field(default_factory=dict)  # normalised header -> canonical field
    month_from: tuple[str, ...] = ()
    max_rows: int | None = None  # a file that reaches it may have been cut off by its vendor
    sidecar_must_say: tuple[str, ...] = ()
    layout: Layout | None = None  # of a published table


def parse_profile(text: str, file_name: str) -> Profile:
    """Read a profile strictly; DataError names file and line of anything not understood."""
    root = read_yaml(text, file_name)
    said = root.mapping(_KEYS, _REQUIRED)
    said["provenance"].text()
    must_say = said["sidecar_must_say"].choices(("basis", "events")) if "sidecar_must_say" in said else ()
    table = cast(Table, said["table"].choice(TABLES))
    coverage = cast(Coverage, said["coverage"].choice(COVERAGES))
    _check_completeness(root, said, must_say, coverage, table)
    return Profile(
        source=said["source"].text(r"[a-z][a-z0-9_]*", "来源名称(小写字母、数字、下划线)"),
        label_zh=said["label_zh"].text(),
        basis=said["basis"].choice(BASES) if "basis" in said else "",
        coverage=coverage,
        table=table,
        events=said["events"].choices(EVENTS) if "events" in said else (),
        attributed_to=_code(said["attributed_to"]) if "attributed_to" in said else None,
        requires=said["requires"].choices(FIELDS_OF_TABLE[table]) if "requires" in said else (),
        recognised_by=tuple(_sign(item) for item in said["recognised_by"].items()) if "recognised_by" in said else (),
        headers=_own_headers(said["headers"]) if "headers" in said else {},
        month_from=said["month_from"].choices(MONTH_PLACES) if "month_from" in said else (),
        max_rows=said["max_rows"].whole_number() if "max_rows" in said else None,
        sidecar_must_say=must_say,
        layout=parse_layout(said["layout"]) if "layout" in said else None,
    )


def _check_completeness(
    root: YamlValue, said: Mapping[str, YamlValue], must_say: tuple[str, ...], coverage: str, table: str
) -> None:
    """Rows need signs and events, a published table its layout; neither has what belongs to the other."""
    is_published = table == "official_totals"
    needed, foreign = (_OF_TABLES, (*_OF_ROWS, "events", "headers", "sidecar_must_say")) if is_published else (
        _OF_ROWS, _OF_TABLES)
    for key in needed:
        if key not in said:
            raise root.error(f"缺少项目:{key}")
    for key in foreign:
        if key in said:
            raise said[key].error(f"table: {table} 不用 {key}")
    for key in () if is_published else ("basis", "events"):
        if (key in said) == (key in must_say):
            raise root.error(f"{key} 应当写明,或列入 sidecar_must_say,二者取一")
    if (coverage == "month") != ("month_from" in said):
        raise root.error("coverage: month 须写明 month_from,其他 coverage 不得写")


def _code(value: YamlValue) -> str:
    return value.text(r"\d{6}", "六位行政区划代码")


def _own_headers(value: YamlValue) -> dict[str, str]:
    return {normalise_header(header): target.choice(ALL_FIELDS) for header, target in value.entries().items()}


def _sign(value: YamlValue) -> Sign:
    said = value.mapping(("fields", "without_fields", "headers", "without_headers", "some_headers", "text"))
    if not set(said) - {"without_fields", "without_headers"}:
        raise value.error("识别条件不能为空,也不能只写 without")
    at_least, some = _some_headers(said["some_headers"]) if "some_headers" in said else (0, ())

    def fields(key: str) -> tuple[str, ...]:
        """The fields named under a key."""
        return said[key].choices(ALL_FIELDS) if key in said else ()

    def headers(key: str) -> tuple[str, ...]:
        """The headers named under a key, as they are compared."""
        return _normalised(said[key]) if key in said else ()

    return Sign(
        fields=fields("fields"), without_fields=fields("without_fields"),
        headers=headers("headers"), without_headers=headers("without_headers"),
        some_headers=some, at_least=at_least,
        text=said["text"].regular_expression() if "text" in said else None,
    )


def _some_headers(value: YamlValue) -> tuple[int, tuple[str, ...]]:
    said = value.mapping(("at_least", "of"), ("at_least", "of"))
    headers = _normalised(said["of"])
    at_least = said["at_least"].whole_number()
    if at_least > len(set(headers)):
        raise value.error(f"at_least 为 {at_least},但只列出 {len(set(headers))} 个表头")
    return at_least, headers


def _normalised(value: YamlValue) -> tuple[str, ...]:
    return tuple(normalise_header(item.text()) for item in value.items())
