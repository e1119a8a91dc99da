"""What holds for any text."""

from collections.abc import Callable

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.locate import Gazetteer, locate

Locate = Callable[..., pl.DataFrame]
PIECES = tuple(
    """浙江省|嘉兴市|平湖|平湖市|市|县|镇|街道|路|号|9|(|)|新仓镇|乍浦|钟埭街道|平湖经济开发区|嘉兴港区|深圳市|龙岗区|海盐县
    |上海|永兴村|花园|大道|314200|城关镇|独山港区|美国|公司|场|无|-|Pinghu|Zhejiang""".replace("\n    ", "").split("|")
)
addresses = st.lists(st.sampled_from(PIECES), max_size=7).map("".join)
texts = st.lists(st.one_of(st.none(), st.text(max_size=30), addresses), min_size=1, max_size=40)


@settings(max_examples=25, deadline=None)
@given(texts)
def test_any_text__every_row_gets_a_known_place(
    located: Locate, gazetteer: Gazetteer, values: list[str | None]
) -> None:
    result = located(values)
    assert result["address"].to_list() == values
    assert set(result["location_rule"]) <= set(gazetteer.rules["rule"])
    assert set(result["unit_code"].drop_nulls()) <= set(gazetteer.units["unit_code"])
    assert (result["unit_code"].is_null() == ~result["in_territory"]).all()


@settings(max_examples=25, deadline=None)
@given(texts)
def test_any_text__attribution_only_adds(located: Locate, values: list[str | None]) -> None:
    """What a public document proves, a feed attributed to the county holds too, with the same unit."""
    public, feed = located(values, None), located(values)
    proven = public["in_territory"]
    assert feed.filter(proven)["unit_code"].to_list() == public.filter(proven)["unit_code"].to_list()


@settings(max_examples=25, deadline=None)
@given(st.lists(addresses, min_size=1, max_size=40))
def test_any_tail__the_head_decides(located: Locate, tails: list[str]) -> None:
    assert not located([f"广东省深圳市宝安区{tail}" for tail in tails])["in_territory"].any()
    assert located([f"浙江省嘉兴市平湖市兴平路{tail}" for tail in tails], None)["in_territory"].all()


def test_places_of_all_china__a_few_are_placed_as_among_thousands(located: Locate, gazetteer: Gazetteer) -> None:
    """Of few texts only the names they can contain are looked for."""
    named = gazetteer.divisions.select("name", "short_name").unpivot()["value"].unique(maintain_order=True)
    tails = ("路1号", "村2组", "市场", "大道", "经济开发区", "某厂")
    heads = ("", "浙江省", "浙江嘉兴", "中国·", "地址:")
    many = [f"{heads[row % 5]}{name}{tails[row % 6]}" for row, name in enumerate(named)]
    assert sum(map(len, many)) > 20_000
    among_many = located(many, None)
    assert 1_000 < (among_many["location_rule"] == "other_county").sum() < len(many) - 1_000
    for start in range(0, len(many), 97):
        assert located(many[start : start + 3], None).equals(among_many[start : start + 3])


def test_frame__other_columns_are_kept(gazetteer: Gazetteer) -> None:
    frame = pl.DataFrame({"address": ["平湖市新仓镇"], "postcode": ["314205"], "title": ["某装置"], "row_number": [7]})
    result = locate(frame, gazetteer, None)
    assert result.columns[:4] == frame.columns
    assert result.select(frame.columns).equals(frame)
