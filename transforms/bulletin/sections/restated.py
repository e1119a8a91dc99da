"""十、数据修订: which published figures read otherwise now, and why."""

from transforms.bulletin import wording
from transforms.bulletin.cells import Cell, table
from transforms.bulletin.model import Column, Paragraph, Section
from transforms.bulletin.scores import Score, Scores, exact_share
from transforms.bulletin.source import Row, Source

_TITLE = "数据修订"
# the first words of a cause; what follows them names files and patents, for the section only
_CAUSES = ("新到文件", "替换文件", "更正", "扣减", "案件合并", "参考数据变动", "程序变动")


def restated_sections(source: Source, scores: Scores) -> tuple[Section, ...]:
    """The figures for everybody; the causes, which name files, for the section."""
    rows = source.rows("restated")
    if not rows:
        return (Section("restated", _TITLE, (Paragraph("已发布的累计数没有修订。"),)),)
    columns = (
        Column("month", "截至月份", "text"),
        Column("target", "指标", "text"),
        Column("before", "原发布数", "count"),
        Column("after", "现数", "count"),
    )
    lines = [_cells(row, scores) for row in rows]
    months = "、".join(sorted({wording.months_text(row["month"]) for row in rows}, key=len))
    causes = [word for word in _CAUSES if any(piece.startswith(word) for row in rows for piece in _pieces(row))]
    sentence = f"{months}的累计数较上一发布版有修订,以本报为准。修订原因:{'、'.join(causes) or '未查明'}。"
    figures = table("restated", "修订的累计数", "数据修订", columns, lines)
    caused = [[*line, Cell(row["cause"])] for line, row in zip(lines, rows, strict=True)]
    detail = table("restated_causes", "修订原因", "修订原因", (*columns, Column("cause", "原因", "text")), caused)
    return (
        Section("restated", _TITLE, (Paragraph(sentence), figures)),
        Section("restated_causes", "数据修订的原因", (detail, *_other_changes(source)), internal=True),
    )


def _pieces(row: Row) -> list[str]:
    return str(row["cause"] or "").split(";")


def _cells(row: Row, scores: Scores) -> list[Cell | str]:
    score = scores.of(row["target_id"])
    label = score.label_zh if score else row["target_id"]
    before = _value(score, row["before"], of_none=row["was_of_none"])
    return [row["month"], label, before, _value(score, row["after"], of_none=row["is_of_none"])]


def _value(score: Score | None, value: float | None, *, of_none: bool) -> Cell:
    if value is None:
        return Cell(None, wording.NO_APPLICATIONS if of_none else wording.MISSING)
    if score is not None and score.is_share:
        return Cell(value, wording.share_text(*exact_share(value), score.bound))
    return Cell(int(value), f"{int(value)}{score.unit_zh if score else ''}")


def _other_changes(source: Source) -> list[Paragraph]:
    labels = source.given.table_labels
    rows = source.rows("changes_by_table")
    counts = "、".join(f"{labels.get(row['table_name'], row['table_name'])}{row['rows_changed']}行" for row in rows)
    return [Paragraph(f"各表变动:{counts}。逐项见发布版数据文件中的“修订明细”表。")] if counts else []
