"""八、专利示范企业: what the lists of the year report (DECISIONS 12)."""

from transforms.bulletin.cells import Cell, table
from transforms.bulletin.model import Column, Section
from transforms.bulletin.source import Row, Source
from transforms.bulletin.wording import MISSING


def enterprises_section(source: Source) -> Section:
    """The year's recognitions, renewals, changes of name and revocations."""
    columns = (
        Column("event_on", "发文日期", "date"),
        Column("name", "企业名称", "text"),
        Column("scheme", "称号", "text"),
        Column("level", "级别", "text"),
        Column("event", "事项", "text"),
        Column("is_new", "计入新增", "text"),
        Column("document_number", "文号", "text"),
    )
    rows = [
        [
            row["event_on"],
            row["name"],
            Cell(row["scheme"]),
            Cell(row["level"]),
            row["event"],
            _newness(row),
            Cell(row["document_number"]),
        ]
        for row in source.rows("enterprises")
    ]
    note = "新增按企业计,只计首次认定为专利示范企业的;公示、复核、更名和试点不计;撤销自发文之日起生效。"
    (came,) = source.rows("enterprise_lists")
    made = table(
        "enterprises", "本年专利示范企业事项", "示范企业", columns, rows, note_zh=note,
        empty_zh="本年尚无事项" if came["lists"] else MISSING,
    )  # fmt: skip
    return Section("enterprises", "专利示范企业", (made,))


def _newness(row: Row) -> Cell:
    if not row["is_new"]:
        return Cell(None)
    if row["revoked_on"] is None:
        return Cell("新增", tone="good")
    return Cell(f"新增,已于{row['revoked_on']}撤销", tone="warning")
