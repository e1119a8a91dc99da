"""Targets of towns beside those on their applications, which stand in the towns' own table."""

from transforms.bulletin.cells import table
from transforms.bulletin.model import Column, Table
from transforms.bulletin.scores import Scores
from transforms.bulletin.sections.score_cells import cells_of, columns_of
from transforms.bulletin.source import Source

_COLUMNS = ("target", "target_value", "value", "completion", "shortfall", "status")


def town_targets(source: Source, scores: Scores) -> tuple[Table, ...]:
    """A line a town and target, in the order of towns; nothing where the plan set towns no other targets."""
    lines = [
        [unit.label, *cells_of(score, _COLUMNS)]
        for unit in source.given.units
        for score in scores.units
        if score.unit_code == unit.code and score.target_id != "patent_applications"
    ]
    columns, title = (Column("unit", "镇(街道)", "text"), *columns_of(_COLUMNS)), "各镇(街道)其他目标完成情况"
    return (table("town_targets", title, "各镇街道目标", columns, lines),) if lines else ()
