"""What the tables of targets say of one target, column by column."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from transforms.bulletin import wording
from transforms.bulletin.cells import Cell, completion_cell, missing_cell
from transforms.bulletin.model import Column
from transforms.bulletin.scores import Score, exact_share
from transforms.bulletin.status import OBS_STATUS, STATUS


def columns_of(names: Sequence[str], named: Mapping[str, str] = MappingProxyType({})) -> tuple[Column, ...]:
    """The columns of these names; `named` has headings that depend on the year."""
    columns = (_CELLS[name][0] for name in names)
    return tuple(replace(column, label_zh=named.get(column.name, column.label_zh)) for column in columns)


def cells_of(score: Score, names: Sequence[str]) -> list[Cell | str]:
    """The cells of one target under these columns."""
    return [_CELLS[name][1](score) for name in names]


def _at_least(score: Score) -> str:
    """2300件以上, 10%以上."""
    return f"{wording.bound_text(score.bound)}以上" if score.is_share else f"{score.target_value:g}{score.unit_zh}以上"


def value_cell(score: Score) -> Cell:
    """What was counted, or why there is no number."""
    if score.value is None or score.numerator is None:
        return Cell(None, wording.NO_APPLICATIONS if score.is_share and score.denominator == 0 else wording.MISSING)
    if not score.is_share:
        return Cell(score.numerator, f"{score.numerator}{score.unit_zh}")
    return Cell(score.value, wording.share_text(score.numerator, score.denominator or 0, score.bound))


def _completion(score: Score) -> Cell:
    """Share of a count aimed at; a share has none."""
    if score.is_share:
        return Cell(None)
    if score.numerator is None or not score.is_complete:
        return missing_cell()
    return completion_cell(score.numerator, score.target_value)


def _shortfall(score: Score) -> Cell:
    """How many are missing yet."""
    if not score.shortfall:
        return Cell(score.shortfall, "—")
    needed = f"还需新增{score.numerator_zh}{score.shortfall}件" if score.is_share else f"{score.shortfall}{score.unit_zh}"
    return Cell(score.shortfall, needed)


def _forecast(score: Score) -> str:
    if score.forecast_low is None or score.forecast_high is None:
        return score.forecast_note
    ends = (score.forecast_low, score.forecast_high)
    if score.is_share:
        return "—".join(wording.share_text(*exact_share(end), score.bound) for end in ends)
    return "—".join(wording.count_text(end) for end in ends) + score.unit_zh


def _status(score: Score) -> Cell:
    """The verdict, and how final the number is."""
    words, tone = STATUS[score.status]
    if score.obs_status in ("missing", "truncated", "final"):
        words += f"({OBS_STATUS[score.obs_status]})"
    return Cell(words, tone=tone)


_CELLS: dict[str, tuple[Column, Callable[[Score], Cell | str]]] = {
    column.name: (column, cell)
    for column, cell in (
        (Column("target", "目标", "text"), lambda score: score.label_zh),
        (Column("target_value", "年度目标", "count"), lambda score: Cell(score.target_value, _at_least(score))),
        (Column("value", "完成数", "count"), value_cell),
        (Column("completion", "完成率", "percent"), _completion),
        (
            Column("time_progress", "序时进度", "percent"),
            lambda score: Cell(score.time_progress, wording.rate_text(score.time_progress)),
        ),
        (
            Column("seasonal_progress", "近年同期平均进度", "percent"),
            lambda score: Cell(score.seasonal_progress, wording.rate_text(score.seasonal_progress)),
        ),
        (Column("shortfall", "距目标尚差(还需新增)", "count"), _shortfall),
        (Column("forecast", "全年预计(约80%区间)", "text"), lambda score: Cell(_forecast(score))),
        (Column("status", "状态", "text"), _status),
    )
}
