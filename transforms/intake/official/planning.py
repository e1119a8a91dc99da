"""Whether a delivery is a published table, and how each of its sheets is read."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from transforms.errors import Held
from transforms.intake.official.headings import Heading, find_heading
from transforms.intake.official.layouts import Layout
from transforms.intake.official.paths import column_letter
from transforms.intake.official.titles import check_unit, table_month, title_dimensions, title_place
from transforms.intake.official.unknown import check_not_unknown_table
from transforms.intake.plans import DeliveryPlan, Figure, SheetPlan
from transforms.intake.profiles import Profile
from transforms.intake.sidecars import Sidecar
from transforms.intake.tables import RawTable, place_of

# A sheet whose title fits and which shows so much of a layout is meant to be one; what it lacks is then named.
_MEANT = 0.6


@dataclass(frozen=True)
class _Match:
    profile: Profile
    layout: Layout
    table: RawTable
    heading: Heading

    @property
    def is_whole(self) -> bool:
        """Say whether each column of the layout stands there, and once."""
        return not self.heading.missing and not self.heading.repeated


def plan_official(
    tables: Sequence[RawTable], file_name: str, profiles: Sequence[Profile], said: Sidecar
) -> DeliveryPlan | None:
    """Return how to read a published table, None where the delivery is none; Held when a person must decide."""
    by_sheet = [_matches(table, file_name, profiles, said.source) for table in tables]
    if not any(by_sheet):
        if said.source is None and not said.columns:
            check_not_unknown_table(tables, file_name, profiles)
        return None
    if said.columns or said.basis or said.events is not None or said.attributed_to:
        raise Held("统计表的旁注文件里写了 columns、basis、events 或 attributed_to,统计表不用它们。",
                   "请只写 source、month、received_on、relation;列的含义由 data/sources/ 的来源说明规定。")
    chosen = [_one_match(table, found, file_name) for table, found in zip(tables, by_sheet, strict=True)]
    sources = {match.profile.source: match.profile.label_zh for match in chosen}
    if len(sources) > 1:
        raise Held(f"一个文件里有几种统计表:{'、'.join(sources.values())}。", "请按种类分成几个文件后再放入收件箱。")
    profile, layout = chosen[0].profile, chosen[0].layout
    banners = [(match.table.sheet, match.heading.banner) for match in chosen]
    sheets = tuple(_sheet_plan(match, file_name) for match in chosen)
    _check_distinct(sheets)
    parts = sorted({value for sheet in sheets for value in (*sheet.title_says.values(), sheet.place) if value})
    return DeliveryPlan(
        profile=profile,
        feed_month=table_month(profile, layout, said.month, file_name, banners),
        relation=said.relation,
        sheets=sheets,
        part="/".join(parts) or None,
    )


def _matches(table: RawTable, file_name: str, profiles: Sequence[Profile], named: str | None) -> list[_Match]:
    """Return the layouts a sheet shows whole, else the one it was most likely meant to show."""
    rows = table.top
    place = "\n".join((*(cell for _, cells in rows for cell in cells if cell), table.sheet, file_name))
    found: list[_Match] = []
    for profile in profiles:
        layout = profile.layout
        # the title spares other deliveries the search for headers
        if layout is None or named not in (None, profile.source) or not (named or re.search(layout.title, place)):
            continue
        heading = find_heading(rows, layout)
        if heading is not None and (named or heading.share_found >= _MEANT):
            found.append(_Match(profile, layout, table, heading))
    whole = [match for match in found if match.is_whole]
    return whole or sorted(found, key=lambda match: -match.heading.share_found)[:1]


def _one_match(table: RawTable, found: Sequence[_Match], file_name: str) -> _Match:
    where = place_of(table.sheet)
    if not found:
        raise Held(f"{where}没有认出来,同一文件里别的工作表是统计表。", "请把它移到另一个文件,或增加一个来源说明。")
    if len(found) > 1:
        names = "、".join(f"{match.profile.label_zh}({match.profile.source})" for match in found)
        raise Held(f"{where}同时符合几种统计表:{names}。", f"请在旁注文件“{file_name}.yml”里写明 source。")
    match = found[0]
    if not match.is_whole:
        shown = "、".join(f"{path}({column_letter(column)})" for column, path in enumerate(match.heading.paths) if path)
        raise Held(
            f"{where}像是“{match.profile.label_zh}”,但第{match.heading.row}行的表头里{_misfit(match.heading)}看到的表头:{shown}。",
            "请与以前的表核对:表头可能合并错位或改了名称。改正后另存;如果版式确已变更,请在 data/sources/ 增加一个来源说明。",
        )
    return match


def _misfit(heading: Heading) -> str:
    missing = f"没有:{'、'.join(heading.missing)}。" if heading.missing else ""
    return missing + "".join(f"{said},不知道哪一列才是。" for said in heading.repeated)


def _check_distinct(sheets: Sequence[SheetPlan]) -> None:
    for number, sheet in enumerate(sheets):
        for other in sheets[:number]:
            if (sheet.title_says, sheet.place) == (other.title_says, other.place):
                raise Held(f"工作表“{other.sheet}”和“{sheet.sheet}”是同一种表,不知道以哪一个为准。",
                           "请只保留一个后另存;如果是不同月份的表,请按月分成几个文件。")


def _sheet_plan(match: _Match, file_name: str) -> SheetPlan:
    heading, layout = match.heading, match.layout
    check_unit(match.table.sheet, heading.banner, heading.paths, layout)
    by_title = title_dimensions(match.table.sheet, heading.banner, file_name, layout)
    figures = tuple(
        Figure(column, heading.paths[column], **{"reading": "count", **by_title, **layout.figures[path]})
        for column, path in sorted(heading.figures.items())
    )
    return SheetPlan(
        sheet=match.table.sheet,
        header_row=heading.row,
        columns={**heading.labels, **{figure.field: figure.column for figure in figures}},
        headers=tuple(path or None for path in heading.paths),
        unknown_headers=heading.unknown,
        stated_total=None,
        figures=figures,
        title_says=by_title,
        place=None if layout.within else title_place(match.table.sheet, heading.banner, file_name, layout),
    )
