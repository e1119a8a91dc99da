"""What is said about a trace: what is listed, and whether it agrees with the published number."""

from __future__ import annotations

from flows.query.trace import Figure, Trace


def heading(trace: Trace) -> str:
    """What is listed: indicator, unit and months."""
    year, number = trace.month.split("-")
    months = "1月" if number == "01" else f"1—{int(number)}月"
    marked = "(内部资料 注意保存)" if trace.indicator.sql_name == "applications" else ""
    return f"{trace.indicator.label},{trace.unit_name or '全市'},{year}年{months}{marked}"


def completeness(figure: Figure) -> str:
    """What is to be added where months may be without data: no feed is not zero."""
    if figure.obs_status is None:
        return "该年不在目标完成情况中,各月明细是否到齐见 ipstats query --name feed_coverage。"
    return "其中部分月份数据未到。" if figure.obs_status == "truncated" else ""


def verdict(trace: Trace, row_count: int) -> tuple[str, bool]:
    """Whether the rows are as many as the published number says, as a sentence and as a fact."""
    figure, have = trace.figure, f"明细{row_count}{trace.indicator.counter}"
    if figure is None:
        return f"{have}。目标完成情况中没有这个单位,无从核对。", True
    if figure.count is None:
        return f"{have},不完整:{figure.source}中该数为空,数据未到。", True
    if figure.count != row_count:
        return f"错误:{have},{figure.source}为{figure.count},两者不符。请勿使用,并告知系统维护人员。", False
    share = "" if figure.denominator is None else f"分母为申请总量{figure.denominator}件。"
    return f"{have},与{figure.source}一致。{share}{completeness(figure)}", True
