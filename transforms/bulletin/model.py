"""The content of a bulletin, before it takes a form: sections of paragraphs, tables and charts."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from transforms.bulletin.chart_model import Chart
from transforms.bulletin.wording import months_text

# How a number is written and formatted: 件, share with two decimals as %, difference in 个百分点, growth in %.
CellKind = Literal["text", "count", "percent", "points", "growth", "rank", "date"]
Tone = Literal["plain", "good", "warning", "bad"]
# `internal` is complete; `shareable` may leave the section (DECISIONS 22).
Edition = Literal["internal", "shareable"]
Value = str | int | float | date | None


@dataclass(frozen=True)
class Column:
    """One column of a table; `group_zh` is the common heading above neighbouring columns, if any."""

    name: str
    label_zh: str
    kind: CellKind
    group_zh: str | None = None


@dataclass(frozen=True)
class Table:
    """Rows of values as computed (shares as fractions, growth as fraction); a missing value is None and printed as a dash.

    `written` gives a cell's text by (row, column name) where a rule words it otherwise than its kind (增加7件) or
    rounds it (a share cut below its bound). `tones` colour a cell, always beside words. `emphasised` are rows such
    as the total; `sheet_zh` names the sheet of the workbook, `unit_zh` stands in its unit line; an empty table says
    `empty_zh`.
    """

    key: str
    title_zh: str
    sheet_zh: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]
    emphasised: frozenset[int] = frozenset()
    written: dict[tuple[int, str], str] = field(default_factory=dict)
    tones: dict[tuple[int, str], Tone] = field(default_factory=dict)
    note_zh: str = ""
    empty_zh: str = "无"
    unit_zh: str = ""


@dataclass(frozen=True)
class Paragraph:
    """A sentence or more; `tone` tells what a reader must not miss; an internal one stays in the section's own copy."""

    text: str
    tone: Tone = "plain"
    internal: bool = False


Part = Paragraph | Table | Chart


@dataclass(frozen=True)
class Section:
    """One part of the bulletin; `internal` parts stay in the section's own copy (DECISIONS 22)."""

    key: str
    title_zh: str
    parts: tuple[Part, ...]
    internal: bool = False


@dataclass(frozen=True)
class Masthead:
    """What stands at head and foot of an official bulletin; a blank reviewer is left to be signed."""

    title_zh: str
    issue_zh: str
    issuer_zh: str
    reviewer_zh: str
    recipients_zh: tuple[str, ...]
    made_on: date
    mark_zh: str


@dataclass(frozen=True)
class Bulletin:
    """One month's bulletin in one edition; `notice` (示例数据, or empty) stands on every page."""

    release_id: str
    month: str
    as_of: date
    edition: Edition
    masthead: Masthead
    notice: str
    headline: Paragraph
    sections: tuple[Section, ...]

    @property
    def subject_zh(self) -> str:
        """What the bulletin is about: 2013年1—9月全市专利申请授权情况."""
        return f"{self.month[:4]}年{months_text(self.month)}全市专利申请授权情况"

    @property
    def charts(self) -> tuple[Chart, ...]:
        """All charts in order."""
        return tuple(part for section in self.sections for part in section.parts if isinstance(part, Chart))
