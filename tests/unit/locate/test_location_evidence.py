"""Columns beside the address, postcodes, corrections, switches and confidence."""

from collections.abc import Callable

import polars as pl
import pytest

from transforms.errors import DataError
from transforms.locate import Gazetteer, locate, parse_gazetteer

Locate = Callable[..., pl.DataFrame]


def _one(result: pl.DataFrame, *columns: str) -> tuple[object, ...]:
    return result.select(columns).row(0)


@pytest.mark.parametrize(
    ("province", "city", "county", "expected"),
    [
        ("浙江; 33", "嘉兴", "平湖市", ("330482000", "county_only")),
        ("浙江", "嘉兴市", "平湖", ("330482000", "county_only")),
        (None, None, "330482", ("330482000", "county_only")),
        ("广东; 44", "深圳", "龙岗区", (None, "other_county")),
        ("浙江", "嘉兴市", "海盐县", (None, "other_county")),
        ("浙江", "杭州市", None, (None, "other_county")),
        ("US", None, None, (None, "other_county")),
        ("浙江", "嘉兴市", None, (None, "no_county")),
        ("CN", None, None, (None, "no_county")),
        ("浙江", "嘉兴市", "市辖区", (None, "no_county")),
    ],
)
def test_stated_columns__address_without_county(
    located: Locate, province: str | None, city: str | None, county: str | None, expected: tuple[str | None, str]
) -> None:
    result = located(["兴平路9号"], None, province=[province], city=[city], county=[county])
    assert _one(result, "unit_code", "location_rule") == expected


def test_stated_columns__county_confirms_village_and_short_name(located: Locate) -> None:
    result = located(["金家村3组", "乍浦雅山路3号", "金家村3组"], None, county=["平湖市", "平湖市", None])
    assert result["unit_name"].to_list() == ["当湖街道", "乍浦镇", None]


def test_stated_columns__address_wins_over_column(located: Locate) -> None:
    result = located(["浙江省平湖市新仓镇1号", "深圳市龙岗区平湖街道"], None, county=["龙岗区", "平湖市"])
    assert result["unit_name"].to_list() == ["新仓镇", None]
    assert result["location_confidence"].to_list()[0] == "medium"


def test_stated_columns__context_for_a_town_found_elsewhere_too(located: Locate) -> None:
    result = located(["新仓镇1号", "新仓镇1号", "新仓镇1号"], None, province=["浙江省", "安徽省", None])
    assert result["location_rule"].to_list() == ["town_name", "other_county", "ambiguous_town"]


def test_attributed_to__another_county_is_no_attribution(located: Locate) -> None:
    assert _one(located(["浙江省嘉兴市中环路9号"], "330424"), "in_territory", "location_rule") == (False, "no_county")


@pytest.mark.parametrize(
    ("address", "confidence"),
    [
        ("浙江省平湖市新仓镇1号", "high"),
        ("平湖市全塘镇1号", "high"),
        ("嘉兴市乍浦镇1号", "medium"),
        ("平湖市钟埭街道1号(独山港区)", "medium"),
        ("平湖市平湖经济开发区钟埭街道1号", "high"),
        ("平湖市大力村", "medium"),
        ("浙江省平湖市和合路9号", "medium"),
        ("浙江省嘉兴市中环路9号", "low"),
        ("安徽省太湖县新仓镇", "high"),
        ("江苏省苏州市(平湖市新仓镇迁入)", "low"),
        ("浙江省平湖镇人民路9号", "low"),
        ("某林县溪口镇", "low"),
    ],
)
def test_confidence(located: Locate, address: str, confidence: str) -> None:
    assert _one(located([address]), "location_confidence") == (confidence,)


@pytest.mark.parametrize(
    ("address", "postcode", "attributed_to", "suggested"),
    [
        ("浙江省平湖市和合路9号", "314201", "330482", "330482101"),
        ("314214浙江省平湖市和合路9号", None, "330482", "330482003"),
        ("浙江省平湖市和合路9号", "314200", "330482", None),
        ("浙江省平湖市新兴二路9号", None, "330482", "330482002"),
        ("浙江省嘉兴市新兴二路9号", None, "330482", None),
        ("平湖市新仓某某有限公司", None, "330482", "330482103"),
        ("永兴村3号", None, "330482", "330482002"),
        ("浙江省平湖市新仓镇1号", "314201", "330482", None),
        ("嘉兴港区9号", None, None, "330482101"),
        ("兴平路9号", "314200", None, "330482000"),
        ("兴平路9号", "314000", None, None),
        ("广东省深圳市龙岗区平湖街道", "314201", None, None),
    ],
)
def test_suggestion__never_a_count(
    located: Locate, address: str, postcode: str | None, attributed_to: str | None, suggested: str | None
) -> None:
    result = located([address], attributed_to, postcode=[postcode])
    assert _one(result, "suggested_unit_code") == (suggested,)
    if suggested is not None:
        assert _one(result, "unit_code")[0] in (None, "330482000")


def test_correction__wins_over_the_address(located: Locate) -> None:
    addresses = ["深圳市龙岗区平湖街道", "浙江省平湖市新仓镇", "浙江省平湖市新仓镇", "浙江省平湖市新仓镇"]
    result = located(addresses, corrected_unit_code=["330482103", "330424", None, "330482000"])
    assert result["unit_code"].to_list() == ["330482103", None, "330482103", "330482000"]
    assert result["location_rule"].to_list() == ["correction", "corrected_out", "town_name", "correction"]
    assert result["in_territory"].to_list() == [True, False, True, True]
    assert result["location_confidence"].to_list() == ["high"] * 4


def test_correction__unknown_unit(located: Locate) -> None:
    with pytest.raises(DataError, match="330482999"):
        located(["浙江省平湖市新仓镇"], corrected_unit_code=["330482999"])


def test_excluded_unit__out_of_territory_and_still_counted_apart(texts: dict[str, str], located: Locate) -> None:
    switched = {**texts, "territory.yml": texts["territory.yml"].replace("[]", '["330482101"]')}
    frame = located(["平湖市乍浦镇1号", "嘉兴港区9号", "平湖市新仓镇1号"]).select("address", "postcode")
    result = locate(frame, parse_gazetteer(switched), "330482")
    assert result["unit_code"].to_list() == [None, None, "330482103"]
    assert result["location_rule"].to_list() == ["excluded_unit", "excluded_unit", "town_name"]
    assert result["suggested_unit_code"].to_list() == ["330482101", "330482101", None]
    assert result["in_territory"].to_list() == [False, False, True]


def test_units__unassigned_last(gazetteer: Gazetteer) -> None:
    assert gazetteer.units.height == 10
    assert gazetteer.units.row(-1, named=True)["unit_name"] == "未归属"
    assert gazetteer.units["sort_order"].is_sorted()
