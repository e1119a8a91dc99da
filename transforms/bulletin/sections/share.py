"""三、发明专利申请占比: the cumulative share, its bound, and what chance alone explains."""

from fractions import Fraction

from transforms.bulletin import wording
from transforms.bulletin.cells import Cell, fraction, missing_cell, points_cell, share_cell, table
from transforms.bulletin.chance import wilson_bounds
from transforms.bulletin.chart_model import Chart, Series
from transforms.bulletin.figures import Figures, MonthFigure
from transforms.bulletin.model import Column, Paragraph, Part, Section, Table
from transforms.bulletin.scores import Score, Scores
from transforms.bulletin.source import Source
from transforms.bulletin.wording import Bound

_CHANCE = "偶然波动范围"
# by whether the share is below its bound and whether chance could explain the distance
_CONCLUSIONS = {
    (True, True): "目前差距在正常波动范围之内,但已低于目标,请予关注",
    (True, False): "差距已超出正常波动范围,建议及早采取措施",
    (False, True): "目前余量在正常波动范围之内,仍需关注",
    (False, False): "余量已超出正常波动范围",
}
# the bound that rounding respects where the year has no target of its own
_USUAL_BOUND = (1, 10)


def bound_of(scores: Scores) -> Bound:
    """The year's bound of the invention share."""
    share = scores.of("invention_share")
    return share.bound if share else _USUAL_BOUND


def share_section(source: Source, figures: Figures, scores: Scores) -> Section:
    """The verdict in a sentence, the alert of this month and those that lead here, whether anybody hears, chart and table."""
    bound, target = bound_of(scores), scores.of("invention_share")
    alerts = source.rows("alerts", as_of=source.given.as_of)
    is_told = any(row["is_own"] for row in alerts)
    parts: list[Part] = [_verdict(figures, bound, is_told=is_told)] if target else []
    parts += [Paragraph(f"{row['title']} {row['message']}", "bad" if row["is_below"] else "good") for row in alerts]
    parts += [Paragraph(warning, "bad", internal=True) for warning in source.given.warnings]
    return Section("share", "发明专利申请占比", (*parts, _chart(figures, bound, target), _table(figures, bound)))


def _verdict(figures: Figures, bound: Bound, *, is_told: bool) -> Paragraph:
    """Where the share stands and, unless an alert tells it, whether chance could explain the distance (DECISIONS 20)."""
    now = figures.this_year("applications")
    k, n = now.inventions_to_date, now.total_to_date
    if not now.is_complete:
        return Paragraph("专利受理明细不全(数据未到),累计占比不作判断,预警状态不变。", "warning")
    if n == 0:
        return Paragraph("本年尚无专利申请,发明占比无从计算,不作预警。", "warning")
    low, high = wilson_bounds(k, n)
    is_below = bound[1] * k < bound[0] * n
    within = low <= float(Fraction(*bound)) <= high
    months = wording.months_text(f"0000-{figures.month_number:02d}")
    sentence = (
        f"{months}发明专利申请占比{wording.share_text(k, n, bound)}({k}/{n}件),"
        f"{wording.against_bound_text(k, n, bound)}"
        f"({_CHANCE}{wording.rate_text(low, 2)}—{wording.rate_text(high, 2)})"
        f"{'' if is_told else ';' + _CONCLUSIONS[is_below, within]}。"
    )
    return Paragraph(sentence, "bad" if is_below else "good")


def _known(figures: Figures) -> list[MonthFigure | None]:
    """The months with a whole year to date and something in it: no share of nothing, none of truncated data."""
    months = [figures.this_year("applications", number) for number in range(1, figures.month_number + 1)]
    return [month if month.is_complete and month.total_to_date else None for month in months]


def _chart(figures: Figures, bound: Bound, target: Score | None) -> Chart:
    months = _known(figures)
    bounds = [
        wilson_bounds(month.inventions_to_date, month.total_to_date) if month else (None, None) for month in months
    ]
    shares = tuple(month.inventions_to_date / month.total_to_date if month else None for month in months)
    base = [figures.base("applications", number) for number in range(1, figures.month_number + 1)]
    before = tuple(one.inventions_to_date / one.total_to_date if one and one.total_to_date else None for one in base)
    newest = next((month for month in reversed(months) if month), None)
    words = wording.share_text(newest.inventions_to_date, newest.total_to_date, bound) if newest else ""
    series = [Series("本年累计占比", shares, words)]
    if any(value is not None for value in before):
        series.append(Series("上年同期", before))
    return Chart(
        key="invention_share",
        title_zh="发明专利申请累计占比(%)",
        form="lines",
        labels=tuple(f"{number}月" for number in range(1, figures.month_number + 1)),
        series=tuple(series),
        unit_zh="%",
        line=float(Fraction(*bound)) if target else None,
        line_zh=f"目标{wording.bound_text(bound)}" if target else "",
        low=tuple(low for low, _ in bounds),
        high=tuple(high for _, high in bounds),
        band_zh=_CHANCE,
        alt_zh="发明专利申请累计占比折线图,附目标线和偶然波动范围,数字见下表。",
    )


def _table(figures: Figures, bound: Bound) -> Table:
    columns = (
        Column("month", "月份", "text"),
        Column("applications", "申请", "count", "当月"),
        Column("inventions", "发明", "count", "当月"),
        Column("applications_to_date", "申请", "count", "累计"),
        Column("inventions_to_date", "发明", "count", "累计"),
        Column("share", "占比", "percent", "累计"),
        Column("share_before", "占比", "percent", "上年同期"),
        Column("points", "占比同比增减(个百分点)", "points"),
        Column("low", "下限", "percent", _CHANCE),
        Column("high", "上限", "percent", _CHANCE),
    )
    rows = [_row(figures, bound, number) for number in range(1, figures.month_number + 1)]
    note = (
        "偶然波动范围:即使发明与其他申请的构成不变,占比也会因件数有限而上下波动;"
        "目标线落在范围之内,说明差距可以由偶然因素解释(Wilson 单侧95%上下限)。"
    )
    return table("invention_share", "发明专利申请占比逐月情况", "发明占比", columns, rows, note_zh=note)


def _row(figures: Figures, bound: Bound, number: int) -> list[Cell | int | str | None]:
    now, base = figures.this_year("applications", number), figures.base("applications", number)
    if not now.is_known:
        return [f"{number}月", missing_cell(), *([Cell(None)] * 8)]
    k, n = now.inventions_to_date, now.total_to_date
    row: list[Cell | int | str | None] = [f"{number}月", now.total, now.inventions, n, k]
    if not (now.is_complete and n):
        return [*row, *([Cell(None)] * 5)]
    before = fraction(base.inventions_to_date, base.total_to_date) if base else None
    low, high = wilson_bounds(k, n)
    return [
        *row,
        share_cell(k, n, bound),
        share_cell(base.inventions_to_date, base.total_to_date, bound) if base else Cell(None),
        points_cell(Fraction(k, n), before),
        Cell(low, wording.rate_text(low, 2)),
        Cell(high, wording.rate_text(high, 2)),
    ]
