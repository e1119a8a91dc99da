"""二、逐月情况: each month of this year against last year by type, and cumulative."""

from dataclasses import replace

from transforms.bulletin import wording
from transforms.bulletin.cells import Cell, growth_cell, missing_cell, table
from transforms.bulletin.chart_model import Chart, Series
from transforms.bulletin.figures import INDICATOR, Figures, Measure, MonthFigure
from transforms.bulletin.gaps import MEASURE_ZH, missing_months, not_comparable
from transforms.bulletin.model import Column, Paragraph, Part, Section, Table
from transforms.bulletin.scores import Scores
from transforms.bulletin.source import Source

_TYPES = (("inventions", "发明"), ("utility_models", "实用新型"), ("designs", "外观设计"))


def months_section(source: Source, figures: Figures, scores: Scores) -> Section:
    """Applications, then grants."""
    parts: list[Part] = [*missing_months(figures), *not_comparable(figures)]
    for measure in ("applications", "grants"):
        target = scores.of(INDICATOR[measure])
        parts += [_by_month(measure, figures), _monthly_chart(measure, figures)]
        parts.append(_cumulative_chart(measure, figures, target.target_value if target else None))
    return Section("months", "逐月申请与授权情况", (*parts, *_late(source)))


def _by_month(measure: Measure, figures: Figures) -> Table:
    columns = [Column("month", "月份", "text"), *_pair("total", "合计"), Column("growth", "同比", "growth", "合计")]
    columns += [column for name, label in _TYPES for column in _pair(name, label)]
    columns += [*_pair("to_date", "累计"), Column("to_date_growth", "同比", "growth", "累计")]
    rows = [_row(measure, figures, number) for number in range(1, figures.month_number + 1)]
    label = MEASURE_ZH[measure]
    note = "“上年”为上年同月(累计为上年同期);基数为零或无可比数据的,同比记“—”;基数不足10件的,列增减件数。"
    return table(
        f"{measure}_by_month", f"{label}逐月情况(件)", f"{label}逐月", columns, rows,
        emphasised=(figures.month_number - 1,), note_zh=note,
    )  # fmt: skip


def _pair(name: str, label: str) -> tuple[Column, Column]:
    return Column(f"{name}_now", "本年", "count", label), Column(f"{name}_before", "上年", "count", label)


def _row(measure: Measure, figures: Figures, number: int) -> list[Cell | int | str | None]:
    now, before = figures.this_year(measure, number), figures.last_year(measure, number)
    base, base_of_month = figures.base(measure, number), figures.base_of_month(measure, number)
    row: list[Cell | int | str | None] = [f"{number}月", *_two(now, before, "total")]
    row.append(growth_cell(now.total, base_of_month.total if base_of_month else None))
    for name, _ in _TYPES:
        row += _two(now, before, name)
    row += _two(now, before if before and before.is_complete else None, "total_to_date")
    row.append(growth_cell(now.total_to_date, base.total_to_date if base else None))
    return row


def _two(now: MonthFigure, before: MonthFigure | None, name: str) -> tuple[Cell | int, Cell | int]:
    return (
        getattr(now, name) if now.is_known else missing_cell() if name == "total" else Cell(None),
        getattr(before, name) if before else Cell(None),
    )


def _monthly_chart(measure: Measure, figures: Figures) -> Chart:
    label = MEASURE_ZH[measure]
    now = [figures.this_year(measure, number) for number in range(1, figures.month_number + 1)]
    before = [figures.last_year(measure, number) for number in range(1, figures.month_number + 1)]
    return _chart(
        f"{measure}_months", f"各月{label}(件)", "bars",
        [figure.total if figure.is_known else None for figure in now],
        [figure.total if figure else None for figure in before],
        f"各月{label}柱形图,本年与上年并列,数字见上表。",
    )  # fmt: skip


def _cumulative_chart(measure: Measure, figures: Figures, target: float | None) -> Chart:
    label = MEASURE_ZH[measure]
    now = [figures.this_year(measure, number) for number in range(1, figures.month_number + 1)]
    # last year runs to its end: where this year may be going
    before = [figures.months[measure, -1, number] for number in range(1, 13)]
    chart = _chart(
        f"{measure}_cumulative", f"{label}累计(件)", "lines",
        [figure.total_to_date if figure.is_complete else None for figure in now],
        [figure.total_to_date if figure.is_complete else None for figure in before],
        f"{label}累计折线图,本年与上年全年对照,数字见上表。",
    )  # fmt: skip
    return chart if target is None else replace(chart, line=target, line_zh=f"年度目标{target:g}件")


def _chart(key: str, title: str, form: str, now: list[int | None], before: list[int | None], alt: str) -> Chart:
    length = max(len(now), len(before))
    series = tuple(
        Series(label, tuple(None if value is None else float(value) for value in values), _newest(values))
        for label, values in (("本年", now), ("上年", before))
        if any(value is not None for value in values)
    )
    padded = tuple(replace(one, values=one.values + (None,) * (length - len(one.values))) for one in series)
    labels = tuple(f"{number}月" for number in range(1, length + 1))
    return Chart(key, title, "bars" if form == "bars" else "lines", labels, padded, "件", alt_zh=alt)


def _newest(values: list[int | None]) -> str:
    return next((str(value) for value in reversed(values) if value is not None), "")


def _late(source: Source) -> list[Paragraph]:
    """What the newest month usually still lacks (DECISIONS 15)."""
    (row,) = source.rows("late_share")
    if not row["applications"]:
        return []
    share = wording.rate_text(row["late"] / row["applications"])
    sentence = f"此前12个月的申请中,有{share}随以后月份的明细才下发;最近一个月的申请数通常还会相应增加。"
    return [Paragraph(sentence)]
