"""How the sheets are laid out: headers by field, worksheets, lines above and below the rows."""

from __future__ import annotations

from dataclasses import dataclass
from fnmatch import fnmatchcase

from maker.world import Cell, Row

SIGNATURE = "填报人:沈某某  审核:陆某某"
SERIAL = "serial"

APPLICATION_PLAIN = (
    (SERIAL, "序号"), ("number", "申请号"), ("filed", "申请日"), ("accepted", "受理日"), ("type", "专利类型"),
    ("title", "发明名称"), ("applicants", "申请人"), ("address", "地址"), ("postcode", "邮编"),
    ("agency", "代理机构"),
)  # fmt: skip
APPLICATION_LONG = (
    (SERIAL, "序号"), ("number", "申请号"), ("filed", "申请日"), ("accepted", "受理日"), ("type", "专利类型"),
    ("title", "发明名称"), ("applicants", "申请（专利权）人"), ("address", "申请人地址"),
    ("postcode", "邮编"), ("agency", "代理机构"),
)  # fmt: skip
APPLICATION_OTHER = (
    (SERIAL, "序号"), ("number", "专利申请号"), ("applicants", "申请(专利权)人"), ("address", "详细地址"),
    ("postcode", "邮政编码"), ("type", "专利类型"), ("title", "专利名称"), ("filed", "申请日期"),
    ("accepted", "受理日期"), ("agency", "专利代理机构"),
)  # fmt: skip
GRANT_PLAIN = (
    (SERIAL, "序号"), ("number", "专利号"), ("announced", "授权公告日"), ("publication", "授权公告号"),
    ("type", "专利类型"), ("title", "专利名称"), ("applicants", "专利权人"), ("address", "地址"),
    ("postcode", "邮编"), ("classification", "主分类号"),
)  # fmt: skip
Layout = tuple[tuple[str, str], ...]

APPLICATION_LAYOUTS = (
    ("2013-02", APPLICATION_OTHER),
    ("2011-10", APPLICATION_OTHER),
    ("*-0[369]", APPLICATION_LONG),
)
TWO_SHEETS = ("2013-07", "2010-12")
BLANK_ROWS = {"2012-07": 2, "2013-03": 3}
STATED_TOTAL_OFF_BY = {"2012-05": 1}


@dataclass(frozen=True)
class Page:
    """One worksheet: its name, its lines of cells, the rows they stand for, how many lines are blank."""

    name: str
    lines: tuple[tuple[Cell, ...], ...]
    rows: tuple[Row, ...]
    blank_rows: int = 0


def application_layout(month: str) -> Layout:
    """Return the headers of a month's application sheet: they change without notice."""
    for pattern, layout in APPLICATION_LAYOUTS:
        if fnmatchcase(month, pattern):
            return layout
    return APPLICATION_PLAIN


def body(layout: Layout, rows: tuple[Row, ...]) -> list[tuple[Cell, ...]]:
    """Return the data lines, numbered in the serial column."""
    return [
        tuple(serial if field == SERIAL else row.cells[field] for field, _ in layout)
        for serial, row in enumerate(rows, start=1)
    ]


def official_page(name: str, banner: str, layout: Layout, rows: list[Row], month: str) -> Page:
    """Return a worksheet with banner, header, rows, total and signature; the two last are out of scope."""
    width = len(layout)
    lines = body(layout, tuple(rows))
    blanks = BLANK_ROWS.get(month, 0)
    for turn in range(blanks):
        lines.insert((turn + 1) * len(lines) // (blanks + 1), (None,) * width)
    stated = len(rows) + STATED_TOTAL_OFF_BY.get(month, 0)
    tail = [("合计", f"{stated}件"), (SIGNATURE,)]
    below = [tuple(cells) + (None,) * (width - len(cells)) for cells in tail]
    head: list[tuple[Cell, ...]] = [(banner,) + (None,) * (width - 1), tuple(header for _, header in layout)]
    marked = tuple(rows) + tuple(
        Row({}, "out_of_scope", case=case) for case in ("total_row", "signature_row")
    )
    return Page(name, (*head, *lines, *below), marked, blanks)
