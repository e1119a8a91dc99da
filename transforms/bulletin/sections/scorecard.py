"""一、年度目标完成情况: the targets of the year, then the three readings side by side."""

from transforms.bulletin import wording
from transforms.bulletin.cells import Cell, table
from transforms.bulletin.model import Column, Paragraph, Part, Section, Table
from transforms.bulletin.scores import Score, Scores, exact_share
from transforms.bulletin.sections.score_cells import cells_of, columns_of, value_cell

_TITLE = "年度目标完成情况"
_COLUMNS = (
    "target", "target_value", "value", "completion", "time_progress", "seasonal_progress", "shortfall", "forecast", "status",
)  # fmt: skip


def scorecard_section(scores: Scores) -> Section:
    """The targets; a year without targets says so."""
    if not scores.city:
        return Section("scorecard", _TITLE, (Paragraph("本年没有目标文件,只发布统计数,不作完成情况判断。", "warning"),))
    parts: list[Part] = [_targets(scores.city), *_disagreements(scores.city), *_share_sentences(scores.city)]
    return Section("scorecard", _TITLE, (*parts, *_readings(scores.city)))


def _targets(scores: tuple[Score, ...]) -> Table:
    years = max((score.history_years or 0 for score in scores), default=0)
    named = {"seasonal_progress": f"近{years}年同期平均进度"} if years >= 2 else {}
    enterprises = next((score for score in scores if score.titles not in (None, score.numerator)), None)
    titles = f"示范企业按家数计,同一企业获两级认定的计1家;按家次计为{enterprises.titles}家次。" if enterprises else ""
    lines = [cells_of(score, _COLUMNS) for score in scores]
    return table("scorecard", _TITLE, "目标完成情况", columns_of(_COLUMNS, named), lines, note_zh=titles)


def _disagreements(scores: tuple[Score, ...]) -> tuple[Paragraph, ...]:
    names = "、".join(score.label_zh for score in scores if score.readings_disagree)
    if not names:
        return ()
    sentence = f"口径差异:{names}按受理日口径与按下发月口径是否达标的结论不同,本报以受理日口径为准,两种读数见下表。"
    return (Paragraph(sentence, "warning"),)


def _share_sentences(scores: tuple[Score, ...]) -> tuple[Paragraph, ...]:
    """What the rest of the year must bring for the share (DECISIONS 8)."""
    share = next((score for score in scores if score.is_share and score.rest_required is not None), None)
    if share is None or not share.forecast_total or not share.denominator:
        return ()
    if share.time_progress >= 1:  # nothing is left that could bring more
        return (Paragraph(f"发明占比达到目标尚差发明申请{share.shortfall}件。", "warning"),) if share.shortfall else ()
    rest = f",{wording.of_the_rest_text(share.rest_required_share)}" if share.rest_required else ""
    sentence = (
        f"发明占比测算:按全年预计{wording.count_text(share.forecast_total)}件,"
        f"年底前还需发明申请{share.rest_required}件{rest}。"
    )
    return (Paragraph(sentence, "warning" if share.shortfall else "plain"),)


def _readings(scores: tuple[Score, ...]) -> tuple[Table, ...]:
    """The readings side by side; nothing where there is only the first, or none."""
    columns = (
        Column("target", "目标", "text"),
        Column("value", "受理日口径", "count"),
        Column("value_by_reported_month", "下发月口径", "count"),
        Column("official_value", "上级公布数", "count"),
        Column("readings_disagree", "达标结论", "text"),
    )
    rows = [
        (
            score.label_zh,
            value_cell(score),
            _reading(score, score.value_by_reported_month, wording.MISSING),
            _reading(score, score.official_value, "有疑问,未采用" if score.official_came else "未到"),
            Cell("不同", tone="warning") if score.readings_disagree else "一致",
        )
        for score in scores
        if score.value_by_reported_month is not None or score.official_value is not None
    ]
    note = (
        "受理日口径按受理日(授权为公告日)所在月份计;下发月口径按明细下发月份计;完成情况以受理日口径为准。"
        "“达标结论”说的是前两种口径得出的是否达标是否一致。"
    )
    return (table("readings", "三种读数并列(累计)", "口径对照", columns, rows, note_zh=note),) if rows else ()


def _reading(score: Score, value: float | None, absent: str) -> Cell:
    if value is None:
        return Cell(None, absent)
    if score.is_share:
        return Cell(value, wording.share_text(*exact_share(value), score.bound))
    return Cell(int(value), f"{int(value)}{score.unit_zh}")
