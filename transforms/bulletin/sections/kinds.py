"""六、申请人构成: the kinds of applicants, 职务 and 非职务 (DECISIONS 11)."""

from dataclasses import astuple

from transforms.bulletin.cells import Cell, fraction, table
from transforms.bulletin.figures import Figures
from transforms.bulletin.gaps import incomplete_to_date
from transforms.bulletin.groups import Group, Groups, application_cells, read_groups
from transforms.bulletin.model import Column, Section
from transforms.bulletin.source import Source
from transforms.bulletin.wording import Bound, decimal_text, rounded

_SERVICE = ("企业", "大专院校", "科研单位", "机关团体")
_PERSONAL, _UNCLASSIFIED = "个人", "未分类"


def kinds_section(source: Source, figures: Figures, bound: Bound) -> Section:
    """The four kinds of units with their sum, individuals, and what could not be classed."""
    groups = read_groups(source, figures, "applicant_kind")
    service = _sum([groups.of(kind) for kind in _SERVICE])
    lines: list[tuple[str, Group]] = [
        *((kind, groups.of(kind)) for kind in _SERVICE),
        ("职务小计", service),
        (f"非职务({_PERSONAL})", groups.of(_PERSONAL)),
        (_UNCLASSIFIED, groups.of(_UNCLASSIFIED)),
        ("合计", groups.total),
    ]
    columns = (
        Column("kind", "申请人类型", "text"),
        Column("applications", "累计", "count", "专利申请"),
        Column("part", "构成", "percent", "专利申请"),
        Column("applications_before", "上年同期", "count", "专利申请"),
        Column("growth", "同比", "growth", "专利申请"),
        Column("inventions", "发明", "count", "专利申请"),
        Column("share", "发明占比", "percent", "专利申请"),
        Column("points", "占比同比增减(个百分点)", "points", "专利申请"),
        Column("grants", "累计", "count", "专利授权"),
        Column("granted_inventions", "其中发明", "count", "专利授权"),
    )
    rows = [_row(label, group, groups, bound) for label, group in lines]
    note = "申请人类型按第一申请人名称判定;职务包括企业、大专院校、科研单位和机关团体;名称无法判定的列入未分类。"
    made = table("kinds", "申请人类型与职务、非职务", "申请人类型", columns, rows, emphasised=(4, 7), note_zh=note)
    return Section("kinds", "申请人构成", (*incomplete_to_date(figures), made))


def _row(label: str, group: Group, groups: Groups, bound: Bound) -> list[Cell | int | str | None]:
    first, *others = application_cells(group, bound)
    return [label, first, _part(group, groups.total), *others, group.grants, group.granted_inventions]


def _part(group: Group, total: Group) -> Cell:
    if group.applications is None or not total.applications:
        return Cell(None)
    part = fraction(group.applications, total.applications)
    return Cell(None) if part is None else Cell(float(part), f"{decimal_text(rounded(part * 100, 1), 1)}%")


def _sum(groups: list[Group]) -> Group:
    """The sum of lines that are known or unknown together."""
    return Group(*(None if None in values else sum(values) for values in zip(*map(astuple, groups), strict=True)))
