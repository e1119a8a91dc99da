"""Published tables of no known layout: said to be such, with the nearest layout, so that nobody reads them as records."""

import re
from collections.abc import Sequence

from transforms.errors import Held
from transforms.intake.official.headings import find_heading
from transforms.intake.official.paths import column_letter, path_key
from transforms.intake.profiles import Profile
from transforms.intake.tables import Cells, RawTable, place_of

# Two of one group side by side head columns of numbers; a list of patents has such words below each other.
_TYPES = {"发明", "#发明", "发明专利", "其中发明", "实用新型", "外观设计", "外观"}
_PERIODS = {"当月", "本月", "月累计", "当月累计", "当年累计", "本年累计", "总累计", "累计", "上年同期", "去年同期", "同比增长"}
# A column of numbers makes a list of patents, whatever its title sums up. A longer text with such a word is a remark.
_NUMBERS = re.compile(r".{0,4}(?:申请|专利|受理|公开|公布|公告|\((?:专利|公告)\))号.?")
_NEAR = 0.2


def check_not_unknown_table(tables: Sequence[RawTable], file_name: str, profiles: Sequence[Profile]) -> None:
    """Raise Held for a sheet that is a published table by title and header, and of no layout."""
    for table in tables:
        rows = [(number, cells) for number, cells in table.top if any(cells)]
        above = "\n".join((*(cell for _, cells in rows for cell in cells if cell), table.sheet, file_name))
        header = next((row for row in rows if _heads_figures(row[1])), None)
        if header is None or "专利" not in above or _lists_patents(rows):
            continue
        shown = "、".join(f"{cell}({column_letter(column)})" for column, cell in enumerate(header[1]) if cell)
        where = place_of(table.sheet)
        raise Held(
            f"{where}像是统计表,但不合任何已知版式。第{header[0]}行的表头:{shown}。{_nearest(table, profiles)}",
            "统计表按版式读取,不按明细读取:请在 data/sources/ 增加一个版式(写法见 docs/published_tables.md),"
            "或与已有版式核对表头后另存;标题不同而列相同的,在旁注文件里写 source。",
        )


def _heads_figures(cells: Cells) -> bool:
    words = {path_key(cell) for cell in cells if cell}
    return len(words & _TYPES) > 1 or len(words & _PERIODS) > 1


def _lists_patents(rows: Sequence[tuple[int, Cells]]) -> bool:
    return any(cell and _NUMBERS.fullmatch(path_key(cell)) for _, cells in rows for cell in cells)


def _nearest(table: RawTable, profiles: Sequence[Profile]) -> str:
    near = [
        (heading.share_found, profile, heading)
        for profile in profiles
        if profile.layout is not None and (heading := find_heading(table.top, profile.layout)) is not None
    ]
    share, profile, heading = max(near, key=lambda one: one[0])
    if share < _NEAR:
        return ""
    lacking = f",没有:{'、'.join(heading.missing)}" if heading.missing else ",标题不同"
    return f"最接近的版式:{profile.label_zh}({profile.source}{lacking})。"
