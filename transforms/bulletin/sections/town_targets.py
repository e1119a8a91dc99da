"""Targets of towns beside those on their applications, which stand in the towns' own table."""

from transforms.bulletin.cells import Cell, table
from transforms.bulletin.model import Column, Table
from transforms.bulletin.scores import Scores
from transforms.bulletin.sections.scorecard import at_least, completion_of, shortfall_cell, status_cell, value_cell
from transforms.bulletin.source import Source


def town_targets(source: Source, scores: Scores) -> tuple[Table, ...]:
    """A line a town and target, in the order of towns; nothing where the plan set towns no other targets."""
    columns = (
        Column("unit", "镇(街道)", "text"),
        Column("target", "目标", "text"),
        Column("target_value", "年度目标", "count"),
        Column("value", "完成数", "count"),
        Column("completion", "完成率", "percent"),
        Column("shortfall", "距目标尚差(还需新增)", "count"),
        Column("status", "状态", "text"),
    )
    rows = [
        (
            unit.label,
            score.label_zh,
            Cell(score.target_value, at_least(score)),
            value_cell(score),
            completion_of(score),
            shortfall_cell(score),
            status_cell(score),
        )
        for unit in source.given.units
        for score in scores.units
        if score.unit_code == unit.code and score.target_id != "patent_applications"
    ]
    title = "各镇(街道)其他目标完成情况"
    return (table("town_targets", title, "各镇街道目标", columns, rows),) if rows else ()
