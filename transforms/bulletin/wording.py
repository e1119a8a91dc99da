"""Numbers as officers write them: rounding that never crosses a bound, growth, differences in 个百分点."""

from datetime import date
from fractions import Fraction
from math import ceil, floor

DASH = "—"
MISSING = "数据未到"
NO_APPLICATIONS = "无申请,占比不计"
# A base below this is compared in pieces, not in per cent (DECISIONS 15).
SMALL_BASE = 10

Bound = tuple[int, int]


def rounded(value: Fraction, digits: int) -> Fraction:
    """Half up, away from zero for negative values: what people expect of 四舍五入."""
    scale = 10**digits
    magnitude = Fraction(floor(abs(value) * scale + Fraction(1, 2)), scale)
    return magnitude if value >= 0 else -magnitude


def rounded_within(value: Fraction, bound: Fraction, digits: int) -> Fraction:
    """Half up, but a value below the bound stays below it in print (DECISIONS 19)."""
    near = rounded(value, digits)
    if value < bound <= near:
        scale = 10**digits
        return Fraction(ceil(bound * scale) - 1, scale)
    return near


def decimal_text(value: Fraction, digits: int) -> str:
    """A value that was rounded already, with all its digits: 10.00."""
    return f"{float(value):.{digits}f}"


def share_text(k: int, n: int, bound: Bound = (1, 10)) -> str:
    """k of n in per cent with two decimals, cut where rounding would reach the bound: 229/2291 is 9.99%."""
    return f"{decimal_text(_printed_share(k, n, bound), 2)}%" if n else DASH


def bound_text(bound: Bound) -> str:
    """The bound as the plan writes it: 10%, 12.5%."""
    return f"{float(Fraction(*bound) * 100):g}%"


def points_from_bound(k: int, n: int, bound: Bound = (1, 10)) -> str:
    """Distance of the printed share from the bound in 个百分点, without sign: 9.39% is 0.61 from 10%."""
    return decimal_text(rounded(abs(_printed_share(k, n, bound) - Fraction(*bound) * 100), 2), 2)


def against_bound_text(k: int, n: int, bound: Bound = (1, 10)) -> str:
    """高于年度目标(10%)0.06个百分点, 等于年度目标(10%) or 低于...; compared as integers."""
    of_target = f"年度目标({bound_text(bound)})"
    p, q = bound
    if q * k == p * n:
        return f"等于{of_target}"
    points = points_from_bound(k, n, bound)
    distance = "不足0.01" if points == "0.00" else points
    return f"{'高于' if q * k > p * n else '低于'}{of_target}{distance}个百分点"


def points_text(now: Fraction, before: Fraction) -> str:
    """Change of a share: 提高0.52个百分点, 下降0.30个百分点, 持平."""
    if now == before:
        return "持平"
    points = decimal_text(abs(rounded((now - before) * 100, 2)), 2)
    return f"{'提高' if now > before else '下降'}{'不足0.01' if points == '0.00' else points}个百分点"


def growth_text(now: int, before: int | None, unit: str = "件") -> str:
    """Change of a count: 增长12.3%, 下降3.4%, 持平; base under 10: 增加3件; base 0 or absent: a dash (DECISIONS 15)."""
    if not before:
        return DASH
    if now == before:
        return "持平"
    if before < SMALL_BASE:
        return f"{'增加' if now > before else '减少'}{abs(now - before)}{unit}"
    percent = decimal_text(rounded(Fraction(abs(now - before), before) * 100, 1), 1)
    return f"{'增长' if now > before else '下降'}{'不足0.1' if percent == '0.0' else percent}%"


def completion_text(done: int, target: int) -> str:
    """Completion in per cent with one decimal; 2299 of 2300 is 99.9%, not 100.0%."""
    return f"{decimal_text(rounded_within(Fraction(done, target) * 100, Fraction(100), 1), 1)}%"


def rate_text(rate: float | None, digits: int = 1) -> str:
    """A rate given as a fraction, in per cent: 0.75 is 75.0%; none is a dash."""
    return DASH if rate is None else f"{decimal_text(rounded(Fraction(rate) * 100, digits), digits)}%"


def of_the_rest_text(share: float | None) -> str:
    """What is still needed beside all that the rest of the year may bring (DECISIONS 8): 占后续申请的9.96%."""
    return "已多于后续预计申请的总量" if share is None or share > 1 else f"占后续申请的{rate_text(share, 2)}"


def count_text(count: float | None) -> str:
    """A count as whole number; none is 数据未到, for no feed is not zero (DECISIONS 6)."""
    return MISSING if count is None else str(int(rounded(Fraction(count), 0)))


def months_text(month: str) -> str:
    """Year to date of '2013-09': 1—9月; of January: 1月."""
    number = int(month[5:])
    return "1月" if number == 1 else f"1—{number}月"


def ordinal_text(number: int) -> str:
    """A section's number from 1 to 99 in Chinese: 一, 十, 十二, 二十."""
    tens, ones = divmod(number, 10)
    digits = "〇一二三四五六七八九"
    head = "" if tens == 0 else "十" if tens == 1 else f"{digits[tens]}十"
    return head + (digits[ones] if ones else "")


def day_text(day: date) -> str:
    """A day as official papers write it: 2013年10月15日."""
    return f"{day.year}年{day.month}月{day.day}日"


def _printed_share(k: int, n: int, bound: Bound) -> Fraction:
    return rounded_within(Fraction(k, n) * 100, Fraction(*bound) * 100, 2)
