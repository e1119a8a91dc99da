"""The bound in integers, and what chance explains: limits from published tables of the Wilson interval."""

import pytest

from transforms.alerts.share import Share

TEN = (1, 10)


def share(k: int, n: int, bound: tuple[int, int] = TEN) -> Share:
    return Share("2013-09", k, n, bound)


@pytest.mark.parametrize(
    ("k", "n", "is_below"),
    [(0, 1, True), (1, 10, False), (1, 11, True), (0, 9, True), (229, 2291, True), (230, 2300, False), (229, 2290, False)],
)
def test_is_below__exactly_the_bound_is_not(k: int, n: int, is_below: bool) -> None:
    assert share(k, n).is_below is is_below


def test_is_below__another_bound() -> None:
    assert not share(1, 8, (1, 8)).is_below
    assert share(124, 1000, (1, 8)).is_below
    assert not share(125, 1000, (1, 8)).is_below


@pytest.mark.parametrize(
    ("n", "beyond", "safe"),
    [(100, 5, 15), (190, 12, 26), (400, 30, 50), (575, 45, 70), (1000, 84, 116), (1500, 130, 170), (2300, 206, 254)],
)
def test_is_chance__limits_at_ten_percent(n: int, beyond: int, safe: int) -> None:
    assert not share(beyond, n).is_chance
    assert share(beyond + 1, n).is_chance
    assert share(safe - 1, n).is_chance
    assert not share(safe, n).is_chance


@pytest.mark.parametrize(
    ("k", "n", "bound", "shortfall"),
    [
        (78, 831, TEN, 6),  # (831 - 780) / 9 = 5.67; 84 of 837 is enough, 83 of 836 is not
        (122, 1224, TEN, 1),  # (1224 - 1220) / 9; 123 of 1225
        (142, 1420, TEN, 0),
        (150, 1420, TEN, 0),
        (0, 7, TEN, 1),
        (10, 100, (1, 8), 3),  # (100 - 80) / 7; 13 of 103 is 12.6 %, 12 of 102 is 11.8 %
        (10, 100, (3, 20), 6),  # (300 - 200) / 17; 16 of 106 is 15.09 %, 15 of 105 is 14.3 %
    ],
)
def test_shortfall(k: int, n: int, bound: tuple[int, int], shortfall: int) -> None:
    assert share(k, n, bound).shortfall == shortfall


@pytest.mark.parametrize(
    ("k", "n", "bound", "spare"),
    [(142, 1420, TEN, 0), (163, 1621, TEN, 9), (1, 9, TEN, 1), (1, 11, TEN, 0), (16, 100, (3, 20), 6)],
)
def test_spare__so_many_others_may_come(k: int, n: int, bound: tuple[int, int], spare: int) -> None:
    one = share(k, n, bound)
    assert one.spare == spare
    if not one.is_below:
        assert not share(k, n + spare, bound).is_below
        assert share(k, n + spare + 1, bound).is_below
