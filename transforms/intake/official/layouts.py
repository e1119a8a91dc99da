"""Layouts of published tables: the part `layout` of a source profile says what titles, columns and rows mean."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, cast

from transforms.intake.official.paths import path_key
from transforms.strict_yaml import YamlValue

# What a number is: only counts are published, the others are compared with them.
READINGS = ("count", "growth", "share")
PERIODS = ("month", "year_to_date", "same_period_last_year", "all_time")
TYPES = ("invention", "utility_model", "design")
KINDS = ("企业", "大专院校", "科研单位", "机关团体", "个人", "职务", "非职务", "未分类")
LABELS = ("region", "group", "row")
Blanks = Literal["zero", "missing"]
AddsUp = Literal["all", "total", "none"]

_KEYS = ("title", "title_covers", "header_rows", "within", "total", "unit", "labels", "row_words", "regions",
         "blanks", "adds_up", "every", "from_title", "columns")
_REQUIRED = ("title", "header_rows", "within", "unit", "labels", "blanks", "adds_up", "columns")
_DIMENSIONS: Mapping[str, tuple[str, ...]] = {
    "reading": READINGS, "period": PERIODS, "patent_type": TYPES, "applicant_kind": KINDS,
}  # fmt: skip


@dataclass(frozen=True)
class Layout:
    """One layout of a published table; header paths are normalised, the parts of a grouped header joined by `/`.

    `figures` maps a path to what its numbers are: reading, measure, period and, where they are no totals, patent_type
    and applicant_kind; `from_title` gives dimensions by what the title says, `row_words` by a word of the row.
    """

    title: str  # regular expression found in the lines above the header, the sheet's or the file's name
    header_rows: int
    within: str  # leading digits of the codes of the regions listed; '00' for a table of provinces, '' if the title says
    labels: Mapping[str, tuple[str, ...]]  # region, group (merged over its rows), row -> header paths or column letters
    figures: Mapping[str, Mapping[str, str]]
    blanks: Blanks
    adds_up: AddsUp  # which rows equal the sum of the rows that lie in them
    is_unit_stated: bool  # the table always prints its unit; without it it is not believed
    covers_year: bool = False  # the title names a year, not a month
    total: str = ""  # the region of the row 合计; by default that of `within`
    row_words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    optional: frozenset[str] = frozenset()  # paths of columns that a table may lack
    same: Mapping[str, str] = field(default_factory=dict)  # other header paths of a column -> its path in `figures`
    regions: Mapping[str, str] = field(default_factory=dict)  # name as printed -> region, before any other meaning
    from_title: tuple[tuple[str, Mapping[str, str]], ...] = ()

    @property
    def total_region(self) -> str:
        """Return the region that the row 合计 stands for."""
        return self.total or self.within.ljust(6, "0")


def parse_layout(value: YamlValue) -> Layout:
    """Read a layout strictly; DataError names file and line of anything not understood."""
    said = value.mapping(_KEYS, _REQUIRED)
    every = _dimensions(said["every"]) if "every" in said else {}
    from_title = tuple(_title_rule(item) for item in said["from_title"].items()) if "from_title" in said else ()
    words = said["row_words"].entries() if "row_words" in said else {}
    columns = {tuple(map(path_key, paths.split("|"))): item for paths, item in said["columns"].entries().items()}
    layout = Layout(
        title=said["title"].regular_expression(),
        header_rows=said["header_rows"].whole_number(),
        within=_within(said["within"]),
        labels=_labels(said["labels"]),
        figures={paths[0]: every | _dimensions(item, beside=("presence",)) for paths, item in columns.items()},
        blanks=cast(Blanks, said["blanks"].choice(("zero", "missing"))),
        adds_up=cast(AddsUp, said["adds_up"].choice(("all", "total", "none"))),
        is_unit_stated=said["unit"].choice(("stated", "never_printed")) == "stated",
        covers_year="title_covers" in said and said["title_covers"].choice(("month", "year")) == "year",
        optional=frozenset(paths[0] for paths, item in columns.items() if _is_optional(item)),
        same={path: paths[0] for paths in columns for path in paths[1:]},
        total=said["total"].text() if "total" in said else "",
        row_words={word: _dimensions(item) for word, item in words.items()},
        regions={name: code.text() for name, code in said["regions"].entries().items()} if "regions" in said else {},
        from_title=from_title,
    )
    _check(value, layout)
    return layout


def _within(value: YamlValue) -> str:
    code = value.text(r"\d{2}|\d{4}|\d{6}|title", "行政区划代码的前两位、四位或六位,或 title(由标题写明)")
    return "" if code == "title" else code


def _labels(value: YamlValue) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for paths, said in value.entries().items():
        role = said.choice(LABELS)
        if role in found:
            raise value.error("labels 应恰好指明一列 region,其余各至多一列")
        found[role] = tuple(map(path_key, paths.split("|")))
    return found


def _is_optional(value: YamlValue) -> bool:
    """A rate is compared and not published: a table without it is whole."""
    said = value.entries()
    if "reading" in said:
        return said["reading"].text() != "count"
    return "presence" in said and said["presence"].choice(("required", "optional")) == "optional"


def _dimensions(value: YamlValue, *, beside: tuple[str, ...] = (), needed: tuple[str, ...] = ()) -> dict[str, str]:
    said = value.mapping((*_DIMENSIONS, "measure", *beside), needed)
    chosen = {name: said[name].choice(options) for name, options in _DIMENSIONS.items() if name in said}
    if "measure" in said:
        chosen["measure"] = said["measure"].text(r"[a-z][a-z_]*", "指标名称(小写字母和下划线)")
    return chosen


def _title_rule(value: YamlValue) -> tuple[str, Mapping[str, str]]:
    given = _dimensions(value, beside=("text",), needed=("text",))
    if not given:
        raise value.error("from_title 的每一项应写明它所说明的维度")
    return value.entries()["text"].regular_expression(), given


def _check(value: YamlValue, layout: Layout) -> None:
    by_title = {name for _, given in layout.from_title for name in given}
    for path, said in layout.figures.items():
        for name in ("measure", "period"):
            if name not in said and name not in by_title:
                raise value.error(f"列“{path}”没有说明 {name}")
    figures = [tuple(sorted({"reading": "count", **figure}.items())) for figure in layout.figures.values()]
    for path, figure in zip(layout.figures, figures, strict=True):
        if figures.count(figure) > 1:
            raise value.error(f"列“{path}”与另一列说明的是同一个数")
    if "region" not in layout.labels:
        raise value.error("labels 应恰好指明一列 region,其余各至多一列")
    if ("row" in layout.labels) != bool(layout.row_words):
        raise value.error("labels 中有 row 时须写 row_words,没有时不得写")
