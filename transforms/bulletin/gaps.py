"""What a bulletin says of months whose data did not come, and of months that cannot be compared (DECISIONS 6, 7, 15)."""

from transforms.bulletin.figures import Figures, Measure
from transforms.bulletin.model import Paragraph
from transforms.bulletin.status import basis_text

MEASURE_ZH: dict[Measure, str] = {"applications": "专利申请量", "grants": "专利授权量"}
_FEED: dict[Measure, str] = {"applications": "专利受理明细", "grants": "专利授权明细(或公开文献)"}


def missing_months(figures: Figures) -> list[Paragraph]:
    """Which feeds of the year did not come, one sentence a measure."""
    return [
        Paragraph(
            f"{'、'.join(f'{number}月' for number in missing)}{_FEED[measure]}未到(数据未到,不等于零)。"
            "此后各月累计数只含其他月份的明细已补来的部分,不是完整数,不作同比。",
            "bad",
        )
        for measure in ("applications", "grants")
        if (missing := figures.missing(measure))
    ]


def incomplete_to_date(figures: Figures) -> list[Paragraph]:
    """Why a table of the year to date has dashes: a feed of the year did not come, one sentence a measure."""
    return [
        Paragraph(f"{_FEED[measure]}未到齐(数据未到,不等于零),下表{MEASURE_ZH[measure]}各栏不作统计,记“—”。", "warning")
        for measure in ("applications", "grants")
        if not figures.this_year(measure).is_complete
    ]


def not_comparable(figures: Figures) -> list[Paragraph]:
    """Why months of this year are not compared with those of the last: another rule, or another basis."""
    return [*_broken_rule(figures), *_other_bases(figures)]


def _broken_rule(figures: Figures) -> list[Paragraph]:
    broken = [MEASURE_ZH[measure] for measure, same in figures.comparable.items() if not same]
    return [Paragraph(f"{'、'.join(broken)}的计数规则自本年起变更,与上年不可比,不作同比。")] if broken else []


def _other_bases(figures: Figures) -> list[Paragraph]:
    """Months that stand on another basis than a year ago, and so are not compared (DECISIONS 7, 15)."""
    groups: dict[tuple[Measure, str, str], list[str]] = {}
    for measure in MEASURE_ZH:
        for number, (now, before) in figures.other_bases(measure).items():
            groups.setdefault((measure, now, before), []).append(f"{number}月")
    return [
        Paragraph(
            f"{'、'.join(months)}{MEASURE_ZH[measure]}按{basis_text(now)}统计,上年同月按{basis_text(before)},"
            "口径不同,这些月份和含有它们的累计数不作同比。",
            "warning",
        )
        for (measure, now, before), months in groups.items()
    ]
