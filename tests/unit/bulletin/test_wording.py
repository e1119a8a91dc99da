"""Rounding and wording of numbers; every expected text was worked out by hand."""

from fractions import Fraction

import pytest

from transforms.bulletin import wording


@pytest.mark.parametrize(
    ("k", "n", "bound", "expected"),
    [
        (229, 2291, (1, 10), "9.99%"),  # 9.9956 would round to 10.00
        (230, 2300, (1, 10), "10.00%"),  # the bound itself
        (163, 1621, (1, 10), "10.06%"),  # 10.0555
        (10_001, 100_000, (1, 10), "10.00%"),  # 10.001: met, and reads as met
        (78, 831, (1, 10), "9.39%"),
        (1, 8, (1, 10), "12.50%"),
        (12_499, 100_000, (1, 8), "12.49%"),  # 12.499 would reach 12.5
        (1, 3, (1, 3), "33.33%"),  # the bound is no decimal number
        (33_333, 100_000, (1, 3), "33.33%"),
        (0, 12, (1, 10), "0.00%"),
        (12, 12, (1, 10), "100.00%"),
        (0, 0, (1, 10), "—"),
    ],
)
def test_share_text(k: int, n: int, bound: tuple[int, int], expected: str) -> None:
    assert wording.share_text(k, n, bound) == expected


@pytest.mark.parametrize(
    ("k", "n", "expected"),
    [
        (78, 831, "低于年度目标(10%)0.61个百分点"),
        (163, 1621, "高于年度目标(10%)0.06个百分点"),
        (142, 1420, "等于年度目标(10%)"),
        (229, 2291, "低于年度目标(10%)0.01个百分点"),
        (10_001, 100_000, "高于年度目标(10%)不足0.01个百分点"),
    ],
)
def test_against_bound_text__adds_up_with_the_printed_share(k: int, n: int, expected: str) -> None:
    assert wording.against_bound_text(k, n) == expected


def test_bound_text__as_the_plan_writes_it() -> None:
    assert [wording.bound_text(bound) for bound in ((1, 10), (1, 8), (3, 4))] == ["10%", "12.5%", "75%"]


@pytest.mark.parametrize(
    ("now", "before", "expected"),
    [
        (112, 100, "增长12.0%"),
        (88, 100, "下降12.0%"),
        (100, 100, "持平"),
        (8, 8, "持平"),
        (7, 9, "减少2件"),
        (12, 9, "增加3件"),
        (9, 10, "下降10.0%"),
        (5, 0, "—"),
        (5, None, "—"),
        (0, 0, "—"),
        (10_001, 100_000_00, "下降99.9%"),
        (30_001, 30_000, "增长不足0.1%"),
        (0, 40, "下降100.0%"),
        (1621, 1283, "增长26.3%"),  # 26.344
        (2005, 2000, "增长0.3%"),  # 0.25 half up
    ],
)
def test_growth_text(now: int, before: int | None, expected: str) -> None:
    assert wording.growth_text(now, before) == expected


@pytest.mark.parametrize(
    ("now", "before", "expected"),
    [
        (Fraction(1, 10), Fraction(1, 20), "提高5.00个百分点"),
        (Fraction(1, 20), Fraction(1, 10), "下降5.00个百分点"),
        (Fraction(2, 20), Fraction(1, 10), "持平"),
        (Fraction(100_001, 1_000_000), Fraction(1, 10), "提高不足0.01个百分点"),
        (Fraction(163, 1621), Fraction(130, 1283), "下降0.08个百分点"),  # 10.0555 - 10.1325
    ],
)
def test_points_text(now: Fraction, before: Fraction, expected: str) -> None:
    assert wording.points_text(now, before) == expected


def test_completion_text__is_100_only_when_complete() -> None:
    texts = [wording.completion_text(done, 2300) for done in (2299, 2300, 2301, 1621, 0)]
    assert texts == ["99.9%", "100.0%", "100.0%", "70.5%", "0.0%"]


def test_rate_text() -> None:
    assert [wording.rate_text(rate) for rate in (0.75, None, 1.0)] == ["75.0%", "—", "100.0%"]


def test_count_text__no_feed_is_not_zero() -> None:
    assert [wording.count_text(count) for count in (0, 1621.0, None)] == ["0", "1621", "数据未到"]


def test_months_text() -> None:
    assert [wording.months_text(month) for month in ("2013-01", "2013-09", "2013-12")] == ["1月", "1—9月", "1—12月"]
