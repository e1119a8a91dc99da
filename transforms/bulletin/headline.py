"""The headline in the official pattern; clauses without data are dropped whole."""

from fractions import Fraction

from transforms.bulletin import wording
from transforms.bulletin.figures import Figures, Measure
from transforms.bulletin.model import Paragraph
from transforms.bulletin.scores import Score, Scores
from transforms.bulletin.wording import Bound

_NO_BASE = "上年同期无可比数据"
_DROPPED: dict[Measure, str] = {"applications": "专利申请数据未到齐", "grants": "专利授权数据未到齐"}


def headline(figures: Figures, scores: Scores, bound: Bound) -> Paragraph:
    """One paragraph: applications with their share, grants, enterprises, pace."""
    months = wording.months_text(f"0000-{figures.month_number:02d}")
    sentences = [
        _applications(figures, scores, bound),
        _grants(figures, scores),
        _enterprises(scores),
        _pace(scores),
    ]
    text = "".join(f"{sentence}。" for sentence in sentences if sentence)
    absent = [words for measure, words in _DROPPED.items() if not figures.this_year(measure).is_complete]
    text += f"{'、'.join(absent)}。" if absent else ""
    share = scores.of("invention_share")
    return Paragraph(
        f"{months},{text}", "bad" if share is not None and share.status in ("below", "missed") else "plain"
    )


def _applications(figures: Figures, scores: Scores, bound: Bound) -> str:
    now, base = figures.this_year("applications"), figures.base("applications")
    if not now.is_complete:
        return ""
    n, k = now.total_to_date, now.inventions_to_date
    first = f"全市专利申请量{n}件,{_growth(n, base.total_to_date if base else None)}{_completion(scores, 'patent_applications')}"
    if not n:
        return first
    clauses = [f"其中发明专利申请{k}件", f"占申请总量的{wording.share_text(k, n, bound)}"]
    if base and base.total_to_date:
        before = Fraction(base.inventions_to_date, base.total_to_date)
        clauses.append(f"同比{wording.points_text(Fraction(k, n), before)}")
    if scores.of("invention_share"):
        clauses.append(wording.against_bound_text(k, n, bound))
    return f"{first};{','.join(clauses)}"


def _grants(figures: Figures, scores: Scores) -> str:
    now, base = figures.this_year("grants"), figures.base("grants")
    if not now.is_complete:
        return ""
    growth = _growth(now.total_to_date, base.total_to_date if base else None)
    completion = _completion(scores, "patent_grants")
    return f"专利授权量{now.total_to_date}件,{growth}{completion},其中发明专利授权{now.inventions_to_date}件"


def _growth(now: int, before: int | None) -> str:
    growth = wording.growth_text(now, before)
    return _NO_BASE if growth == wording.DASH else f"同比{growth}"


def _completion(scores: Scores, target_id: str) -> str:
    score = scores.of(target_id)
    if score is None or score.numerator is None or not score.is_complete:
        return ""
    completed = wording.completion_text(score.numerator, int(score.target_value))
    return f",完成年度目标({score.target_value:g}件)的{completed}"


def _enterprises(scores: Scores) -> str:
    total = _known(scores, "new_demonstration_enterprises")
    provincial = _known(scores, "new_provincial_demonstration_enterprises")
    first = f"新增专利示范企业{total.numerator}家(目标{total.target_value:g}家)" if total else ""
    word = "其中省级" if total else "新增省级专利示范企业"
    second = f"{word}{provincial.numerator}家(目标{provincial.target_value:g}家)" if provincial else ""
    return ",".join(clause for clause in (first, second) if clause)


def _known(scores: Scores, target_id: str) -> Score | None:
    score = scores.of(target_id)
    return score if score is not None and score.numerator is not None else None


def _pace(scores: Scores) -> str:
    score = scores.of("patent_applications")
    if score is None:
        return ""
    clauses = [f"序时进度{wording.rate_text(score.time_progress)}"]
    if score.seasonal_progress is not None:
        clauses.append(f"近{score.history_years}年同期平均进度{wording.rate_text(score.seasonal_progress)}")
    return ",".join(clauses)
