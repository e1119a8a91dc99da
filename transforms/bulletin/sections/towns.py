"""四、各镇(街道)情况, in the columns officials expect; 未归属 and the total always there."""

from transforms.bulletin.cells import Cell, completion_cell, growth_cell, table
from transforms.bulletin.chart_model import Chart, Series
from transforms.bulletin.figures import Figures
from transforms.bulletin.gaps import incomplete_to_date
from transforms.bulletin.groups import Group, Groups, application_cells, read_groups
from transforms.bulletin.model import Column, Part, Section, Table
from transforms.bulletin.scores import Score, Scores
from transforms.bulletin.sections.town_targets import town_targets
from transforms.bulletin.source import Source, Unit
from transforms.bulletin.wording import Bound, months_text

_TOTAL = "全市合计"


def towns_section(source: Source, figures: Figures, scores: Scores, bound: Bound) -> Section:
    """The table of reporting units, their other targets, and a chart of this year against last."""
    groups = read_groups(source, figures, "unit_code")
    targets = {score.unit_code: score for score in scores.units if score.target_id == "patent_applications"}
    city = scores.of("patent_applications")
    if city is not None:
        targets[city.unit_code] = city
    counted = _table(source, groups, targets, bound)
    parts: tuple[Part, ...] = (
        *incomplete_to_date(figures), counted, *town_targets(source, scores), _chart(source, groups)
    )  # fmt: skip
    return Section("towns", "各镇(街道)情况", parts)


def _columns(months: str) -> tuple[Column, ...]:
    return (
        Column("unit", "镇(街道)", "text"),
        Column("month_now", "当月", "count", "专利申请"),
        Column("growth_on_month", "环比", "growth", "专利申请"),
        Column("applications", f"{months}累计", "count", "专利申请"),
        Column("applications_before", "上年同期", "count", "专利申请"),
        Column("growth", "同比", "growth", "专利申请"),
        Column("inventions", "发明", "count", "专利申请"),
        Column("share", "发明占比", "percent", "专利申请"),
        Column("points", "占比同比增减(个百分点)", "points", "专利申请"),
        Column("grants", f"{months}授权", "count", "专利授权"),
        Column("granted_inventions", "其中发明", "count", "专利授权"),
        Column("completion", "完成率", "percent"),
        Column("rank", "位次", "rank"),
    )


def _table(source: Source, groups: Groups, targets: dict[str, Score], bound: Bound) -> Table:
    *units, unassigned = source.given.units
    ranks, ranked_by = _ranks(units, groups, targets)
    rows = [
        [unit.label, *_cells(groups.of(unit.code), targets.get(unit.code), bound), ranks.get(unit.code)]
        for unit in (*units, unassigned)
    ]
    rows.append([_TOTAL, *_cells(groups.total, targets.get(source.given.city_code), bound), None])
    note = (
        f"位次按{ranked_by}排列,并列者同位;{unassigned.label}为地址未写明镇(街道)的,不排位次。"
        "环比、同比基数不足10件的列增减件数;件数少时占比起伏大,不宜单独评价。"
    )
    columns = _columns(months_text(source.given.month))
    return table(
        "towns", "各镇(街道)专利申请与授权", "各镇街道", columns, rows, emphasised=(len(rows) - 1,), note_zh=note
    )


def _cells(group: Group, target: Score | None, bound: Bound) -> list[Cell | int | None]:
    return [
        group.month_now,
        growth_cell(group.month_now, group.month_before),
        *application_cells(group, bound),
        group.grants,
        group.granted_inventions,
        completion_cell(group.applications, target.target_value) if target else Cell(None),
    ]


def _ranks(units: list[Unit], groups: Groups, targets: dict[str, Score]) -> tuple[dict[str, int], str]:
    """Places by completion where every unit has a target, else by volume; equal ones share a place."""
    counts = {unit.code: groups.of(unit.code).applications for unit in units}
    known = {code: float(count) for code, count in counts.items() if count is not None}
    ranked_by = "累计申请量"
    if all(code in targets for code in counts):
        known = {code: value / targets[code].target_value for code, value in known.items()}
        ranked_by = "完成率"
    return {code: 1 + sum(other > value for other in known.values()) for code, value in known.items()}, ranked_by


def _chart(source: Source, groups: Groups) -> Chart:
    units = source.given.units
    lines = [groups.of(unit.code) for unit in units]
    series = [Series("本年", tuple(None if line.applications is None else float(line.applications) for line in lines))]
    if groups.total.applications_before is not None:
        series.append(Series("上年同期", tuple(float(line.applications_before or 0) for line in lines)))
    return Chart(
        key="towns",
        title_zh="各镇(街道)累计专利申请量(件)",
        form="bars",
        labels=tuple(unit.label for unit in units),
        series=tuple(series),
        unit_zh="件",
        alt_zh="各镇(街道)累计专利申请量柱形图,本年与上年同期并列,数字见上表。",
    )
