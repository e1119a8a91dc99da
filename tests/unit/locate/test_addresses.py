"""The hand-made table of addresses, in a feed and in a public document."""

import csv
from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest

from transforms.locate import Gazetteer

Locate = Callable[..., pl.DataFrame]
LINES = (Path(__file__).parent / "addresses.csv").read_text(encoding="utf-8").splitlines()
CASES = list(csv.DictReader(line for line in LINES if not line.startswith("#")))


@pytest.fixture(scope="module")
def places(located: Locate) -> dict[str, list[dict[str, object]]]:
    """All cases at once, on either basis."""
    addresses = [case["address"] or None for case in CASES]
    postcodes = [case["postcode"] or None for case in CASES]
    return {
        "feed": located(addresses, "330482", postcode=postcodes).rows(named=True),
        "public": located(addresses, None, postcode=postcodes).rows(named=True),
    }


@pytest.mark.parametrize("number", range(len(CASES)), ids=lambda n: f"{CASES[n]['address']}/{CASES[n]['postcode']}")
def test_address(number: int, places: dict[str, list[dict[str, object]]]) -> None:
    case = CASES[number]
    for basis, rows in places.items():
        row, unit = rows[number], case[f"{basis}_unit"]
        expected = None if unit == "-" else unit
        assert (row["unit_name"], row["location_rule"]) == (expected, case[f"{basis}_rule"]), basis
        assert row["in_territory"] is (expected is not None)


def test_addresses__together_as_one_by_one(located: Locate) -> None:
    """Order and company of rows change nothing."""
    shuffled = [case["address"] or None for case in CASES][::-1]
    together = located(shuffled, None)
    assert together["address"].to_list() == shuffled
    for address, row in zip(shuffled[::20], together.rows(named=True)[::20], strict=True):
        assert located([address], None).row(0, named=True) == row


def test_rules__each_is_described_and_tells_the_territory(located: Locate, gazetteer: Gazetteer) -> None:
    said = dict(gazetteer.rules.select("rule", "in_territory").iter_rows())
    for attributed_to in ("330482", None):
        result = located([case["address"] or None for case in CASES], attributed_to)
        for rule, inside in result.select("location_rule", "in_territory").unique().iter_rows():
            assert said[rule] is inside, rule
    assert set(said) >= {case[f"{basis}_rule"] for case in CASES for basis in ("feed", "public")}


def test_columns__unit_exactly_in_territory(located: Locate) -> None:
    result = located([case["address"] or None for case in CASES])
    assert result["in_territory"].null_count() == 0
    assert (result["unit_code"].is_not_null() == result["in_territory"]).all()
    assert (result["unit_name"].is_not_null() == result["in_territory"]).all()
    assert set(result["location_confidence"]) == {"high", "medium", "low"}


def test_locate__no_rows(located: Locate) -> None:
    result = located([])
    assert result.height == 0
    assert result.schema["in_territory"] == pl.Boolean
