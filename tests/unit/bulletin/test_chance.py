"""Wilson bounds against the table of a printed source: one-sided 95 %, where 10 % is just outside."""

import pytest

from transforms.bulletin.chance import wilson_bounds


@pytest.mark.parametrize(
    ("n", "alarm_up_to", "safe_from"),
    [(100, 5, 15), (190, 12, 26), (400, 30, 50), (575, 45, 70), (1000, 84, 116), (1500, 130, 170), (2300, 206, 254)],
)
def test_wilson_bounds__where_chance_no_longer_explains(n: int, alarm_up_to: int, safe_from: int) -> None:
    assert wilson_bounds(alarm_up_to, n)[1] < 0.1 <= wilson_bounds(alarm_up_to + 1, n)[1]
    assert wilson_bounds(safe_from - 1, n)[0] <= 0.1 < wilson_bounds(safe_from, n)[0]


def test_wilson_bounds__stay_between_none_and_all() -> None:
    assert wilson_bounds(0, 5)[0] == 0.0
    assert wilson_bounds(5, 5)[1] == pytest.approx(1.0)
