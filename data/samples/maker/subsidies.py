"""A sheet that is none of the pipeline's business: no profile knows it, so it is held."""

from __future__ import annotations

from datetime import date

from maker.containers import workbook
from maker.layouts import Page
from maker.world import Cell, Delivery, Row


def subsidy_sheet() -> Delivery:
    """Return a sheet of paid subsidies: no profile knows it, so it is held."""
    headers: tuple[Cell, ...] = (
        "序号",
        "受助单位",
        "资助类别",
        "资助标准(元)",
        "件数",
        "发放金额(元)",
        "备注",
    )
    paid = [("平湖市澜芒童车有限公司", "国内发明", 3000, 4), ("嘉兴漪泊童车有限公司", "实用新型", 800, 11)]
    lines: list[tuple[Cell, ...]] = [("平湖市2013年上半年专利资助发放表(示例数据)", *(None,) * 6), headers]
    lines += [
        (n, firm, sort, each, count, each * count, None)
        for n, (firm, sort, each, count) in enumerate(paid, 1)
    ]
    content = workbook([Page("发放表", tuple(lines), ())])
    rows = tuple(Row({}, "accepted") for _ in paid)
    return Delivery(
        "专利资助发放表_201306.xlsx",
        content,
        date(2013, 7, 15),
        "subsidies",
        rows=rows,
        held=True,
        note="no profile knows its headers",
    )
