"""Addresses of the nine reporting units on invented streets, and of places that only look like them."""

from __future__ import annotations

from random import Random

UNPLACED = "未归属"
STREETS = ("云帆路", "稻禾路", "晴川路", "望潮路", "松风路", "泊舟路")
POSTCODES = ("314200", "314200", "314200", "314000", None)

UNIT_WEIGHTS = {
    "当湖街道": 28, "钟埭街道": 19, "曹桥街道": 5, "乍浦镇": 7, "新埭镇": 8,
    "新仓镇": 16, "广陈镇": 4, "林埭镇": 3, "独山港镇": 8, UNPLACED: 3,
}  # fmt: skip

# What an office writes for each unit: the town, its zone, a town merged into it, a village of it.
FORMS: dict[str, tuple[str, ...]] = {
    "当湖街道": (
        "浙江省嘉兴市平湖市当湖街道{}", "浙江省平湖市当湖街道{}", "平湖市当湖街道{}", "浙江省平湖市城关镇{}",
    ),
    "钟埭街道": (
        "浙江省平湖经济开发区{}", "浙江省嘉兴市平湖经济技术开发区{}", "浙江省平湖市钟埭街道{}",
        "浙江省嘉兴市平湖市钟埭街道{}",
    ),
    "曹桥街道": ("浙江省平湖市曹桥街道{}", "浙江省嘉兴市平湖市曹桥街道九里亭村{}"),
    "乍浦镇": ("浙江省平湖市乍浦镇{}", "浙江省嘉兴市平湖市乍浦镇{}"),
    "新埭镇": ("浙江省平湖市新埭镇{}", "浙江省嘉兴市平湖市新埭镇{}"),
    "新仓镇": ("浙江省平湖市新仓镇{}", "浙江省嘉兴市平湖市新仓镇{}"),
    "广陈镇": ("浙江省平湖市广陈镇{}", "浙江省嘉兴市平湖市广陈镇{}"),
    "林埭镇": ("浙江省平湖市林埭镇{}", "浙江省嘉兴市平湖市林埭镇{}"),
    "独山港镇": (
        "浙江省平湖市独山港镇{}", "浙江省平湖市独山港区{}", "浙江省平湖市黄姑镇{}", "浙江省平湖市全塘镇{}",
    ),
    UNPLACED: ("浙江省平湖市{}", "浙江省嘉兴市平湖市{}", "平湖市{}"),
}  # fmt: skip

# Places that share a name with the county or a town of it, and a neighbour; the postcode proves nothing.
ELSEWHERE: tuple[tuple[str, str | None], ...] = (
    ("广东省深圳市龙岗区平湖街道{}", "518111"),
    ("福建省古田县平湖镇{}", "352251"),
    ("安徽省太湖县新仓镇{}", "246400"),
    ("浙江省嘉兴市海盐县武原镇{}", "314300"),
    ("广东省深圳市龙岗区平湖镇{}", None),
    ("安徽省马鞍山市雨山区平湖街道{}", "243000"),
    ("湖北省罗田县平湖乡{}", "438600"),
    ("浙江省嘉兴市海盐县澉浦镇{}", "314200"),
    ("吉林省长春市双阳区平湖街道{}", None),
    ("上海市虹口区乍浦路{}", "200080"),
    ("浙江省嘉兴市南湖区新丰镇{}", "314000"),
    ("浙江省嘉兴市嘉善县{}", "314100"),
)


def street(rng: Random) -> str:
    """Return an invented street and house number."""
    return f"{rng.choice(STREETS)}{rng.randint(1, 999)}号"


def any_unit(rng: Random) -> str:
    """Return a reporting unit, the large ones more often."""
    return rng.choices(list(UNIT_WEIGHTS), weights=list(UNIT_WEIGHTS.values()))[0]


def address_in(unit: str, rng: Random) -> str:
    """Return an address that lies in the unit (or, for 未归属, one that names no town)."""
    forms = FORMS[unit]
    house = f"{rng.randint(1, 99)}号" if "村" in (form := rng.choice(forms)) else street(rng)
    return form.format(house)


def address_elsewhere(turn: int, rng: Random) -> tuple[str, str | None]:
    """Return the address and postcode of the turn-th place that is not ours."""
    form, postcode = ELSEWHERE[turn % len(ELSEWHERE)]
    return form.format(street(rng)), postcode
