"""七、企业情况: leading firms and those that are new. By name only from granted patents in what may be shared; the same
by applications, which may be unpublished, for the section alone (DECISIONS 22)."""

from typing import Literal

from transforms.bulletin.cells import Cell, table
from transforms.bulletin.figures import Figures
from transforms.bulletin.model import Column, Paragraph, Part, Section, Table
from transforms.bulletin.source import Row, Source
from transforms.bulletin.wording import MISSING, months_text

_LEADING, _NEWCOMERS = 10, 20
Event = Literal["grant", "application"]
_WORD: dict[Event, str] = {"grant": "授权", "application": "申请"}


def granted_firms_section(source: Source, figures: Figures) -> Section:
    """Firms by granted patents; of those that applied for the first time only the number."""
    parts: list[Part] = _tables(source, "grant") if figures.this_year("grants").is_known else [_missing("grant")]
    if figures.this_year("applications").is_known and _has_history(source, "application"):
        count = len(_newcomers(source, source.rows("firms", event="application")))
        parts.append(Paragraph(f"{months_text(source.given.month)}首次申请专利的企业{count}家(以已入库的年份为限)。"))
    return Section("firms", "企业情况(已授权专利)", tuple(parts))


def applying_firms_section(source: Source, figures: Figures) -> Section:
    """Firms by applications, unpublished ones among them."""
    is_known = figures.this_year("applications").is_known
    parts = _tables(source, "application") if is_known else [_missing("application")]
    return Section("applying_firms", "企业申请情况(含未公布申请)", tuple(parts), internal=True)


def _missing(event: Event) -> Part:
    return Paragraph(f"本月专利{_WORD[event]}明细未到,{MISSING}。", "warning")


def _tables(source: Source, event: Event) -> list[Part]:
    rows, word = source.rows("firms", event=event), _WORD[event]
    first = "获得授权" if event == "grant" else "申请专利"
    leading = [row for row in rows if row["place"] <= _LEADING]
    parts: list[Part] = [_table(source, f"firms_by_{event}", f"{word}量居前的企业", leading, len(rows))]
    if not _has_history(source, event):
        return [*parts, Paragraph(f"没有以往年份的{word}数据,无法判断哪些企业是首次{first}。")]
    newcomers = _newcomers(source, rows)
    shown = newcomers[:_NEWCOMERS]
    return [*parts, _table(source, f"newcomers_by_{event}", f"本年首次{first}的企业", shown, len(newcomers))]


def _table(source: Source, key: str, title: str, rows: list[Row], of: int) -> Table:
    columns = (
        Column("place", "序号", "rank"),
        Column("firm", "企业名称", "text"),
        Column("units", "镇(街道)", "text"),
        Column("total", "件数", "count"),
        Column("inventions", "发明", "count"),
        Column("utility_models", "实用新型", "count"),
        Column("designs", "外观设计", "count"),
    )
    labels = {unit.code: unit.label for unit in source.given.units}
    lines = [
        [
            place,
            row["firm"],
            Cell("、".join(labels[code] for code in row["unit_codes"])),
            *(row[name] for name in ("total", "inventions", "utility_models", "designs")),
        ]
        for place, row in enumerate(rows, start=1)
    ]
    note = f"共{of}家,列出{len(rows)}家;企业按第一申请人名称,名称完全相同才算同一企业。" if rows else ""
    return table(key, title, title, columns, lines, note_zh=note)


def _newcomers(source: Source, rows: list[Row]) -> list[Row]:
    return [row for row in rows if row["first_month"] >= f"{source.year}-01"]


def _has_history(source: Source, event: Event) -> bool:
    (row,) = source.rows("earlier_years", event=event)
    return bool(row["is_known"])
