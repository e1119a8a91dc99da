"""五、各县(市、区)情况: the counties of the prefecture side by side, as the level above published them."""

from transforms.bulletin.cells import Cell, fraction, growth_cell, points_cell, share_cell, table
from transforms.bulletin.imprint import County
from transforms.bulletin.model import Column, Paragraph, Section
from transforms.bulletin.source import Source
from transforms.bulletin.wording import Bound, months_text

_Figures = dict[tuple[str, str, str], int | None]


def counties_section(source: Source, bound: Bound) -> Section:
    """The counties' table, or a sentence where nothing has come."""
    imprint, months = source.given.imprint, months_text(source.given.month)
    title = f"{imprint.prefecture}各县(市、区)情况"
    rows = source.rows("counties")
    figures = {county: _figures(rows, county) for county in imprint.counties}
    if not any(figures.values()):
        return Section("counties", title, (Paragraph(f"上级{months}分县(市、区)统计数未到。"),))
    columns: tuple[Column, ...] = (
        Column("county", "县(市、区)", "text"),
        Column("applications", "累计", "count", "专利申请"),
        Column("applications_before", "上年同期", "count", "专利申请"),
        Column("growth", "同比", "growth", "专利申请"),
        Column("inventions", "发明", "count", "专利申请"),
        Column("share", "发明占比", "percent", "专利申请"),
        Column("points", "占比同比增减(个百分点)", "points", "专利申请"),
        Column("grants", "累计", "count", "专利授权"),
        Column("grants_growth", "同比", "growth", "专利授权"),
        Column("granted_inventions", "其中发明", "count", "专利授权"),
    )
    lines: list[list[Cell | int | str | None]] = [
        [county.name, *_cells(figures[county], bound)] for county in imprint.counties
    ]
    columns, lines = _known_columns(columns, lines)
    ours = [number for number, county in enumerate(imprint.counties) if county.code == source.given.city_code]
    note = f"数据来源口径:上级公布数({months}累计),与本报按明细统计的数不完全一致;未到、有疑问或两表不一致的记“—”。"
    made = table("counties", f"{title}(上级公布数)", "各县市区", columns, lines, emphasised=ours, note_zh=note)
    return Section("counties", title, (made,))


def _known_columns(
    columns: tuple[Column, ...], lines: list[list[Cell | int | str | None]]
) -> tuple[tuple[Column, ...], list[list[Cell | int | str | None]]]:
    """Without the change of the share where no county has one: many tables give no inventions of last year."""
    place = next(number for number, column in enumerate(columns) if column.name == "points")
    if any(isinstance(line[place], Cell) and line[place] != Cell(None) for line in lines):
        return columns, lines
    return columns[:place] + columns[place + 1 :], [line[:place] + line[place + 1 :] for line in lines]


def _figures(rows: list[dict[str, object]], county: County) -> _Figures:
    return {
        (str(row["measure"]), str(row["period"]), str(row["part"])): _whole(row["value"])
        for row in rows
        if row["region"] in (county.code, county.name)
    }


def _whole(value: object) -> int | None:
    return int(value) if isinstance(value, int | float) else None


def _cells(figures: _Figures, bound: Bound) -> list[Cell | int | None]:
    def of(measure: str, part: str, period: str = "year_to_date") -> int | None:
        """The figure of a measure."""
        return figures.get((measure, period, part))

    n, k = of("applications", "total"), of("applications", "inventions")
    before = of("applications", "total", "same_period_last_year")
    k_before = of("applications", "inventions", "same_period_last_year")
    return [
        Cell(n),
        Cell(before),
        growth_cell(n, before),
        Cell(k),
        share_cell(k, n, bound),
        points_cell(
            None if k is None or n is None else fraction(k, n),
            None if k_before is None or before is None else fraction(k_before, before),
        ),
        Cell(of("grants", "total")),
        growth_cell(of("grants", "total"), of("grants", "total", "same_period_last_year")),
        Cell(of("grants", "inventions")),
    ]
