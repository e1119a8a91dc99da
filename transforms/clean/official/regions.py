"""Names of regions as published tables print them to codes, and which row of a table lies within which."""

from dataclasses import dataclass, replace

import polars as pl

from transforms.errors import Held
from transforms.intake.official.layouts import Layout

_WHOLES = ("全国", "全省", "全区", "全市", "全州", "全县")
_SUMS = ("合计", "总计", "共计", "小计", "计")
TOTAL_NAMES = (*_SUMS, *_WHOLES, *(f"{whole}{total}" for whole in _WHOLES for total in _SUMS))
# Rows about rows of the same table: their regions lie in others already, and where blank they only head a group.
ABOUT_ROWS = r"副省级|计划单列|其中|平均|占比|比重"
# The districts of a prefecture taken together; 01 is the place the division codes keep for them.
CITY_PROPER_NAMES = ("市本级", "市区", "市辖区")
_CITY_PROPER = "01"
# △市区, 其中:余杭区, a serial number before the name and the mark of a footnote behind it are no part of it
_MARKS = r"^(?:[△▲#*※·]+|其中:?|\d+[、.])|[*※①-⑨]+$|\((?:件|项|个)\)$"
# 经开区(钟埭), 独山港镇(独山港区): a unit under two names
_TWO_NAMES = r"^(.+?)\((.+)\)$"
_NAMES = {"name": pl.String, "code": pl.String, "rank": pl.Int64}


@dataclass(frozen=True)
class RegionNames:
    """What names may mean: `divisions` (code, name, short_name) of China, `units` (name, code) of the own territory."""

    divisions: pl.DataFrame
    units: pl.DataFrame
    county_code: str


def plain_region(name: pl.Expr) -> pl.Expr:
    """Return a printed name as it is looked up: NFKC, no blanks, no marks before it."""
    # marks first: NFKC would make a digit of ①
    return name.str.replace_all(r"\s", "").str.replace_all(_MARKS, "").str.normalize("NFKC").str.replace_all(_MARKS, "")


def located(layout: Layout, place: str | None, names: RegionNames) -> Layout:
    """The layout within the region that the table's title names, where the layout leaves that open."""
    if place is None:
        return layout
    codes = names.divisions.filter(pl.col("name") == place)["code"].unique().to_list()
    if len(codes) != 1:
        raise Held(f"标题里的“{place}”不是唯一的省、市、县名称,不知道表里的地区在哪里。", "请核对标题,写全省、市名称后另存。")
    return replace(layout, within=codes[0])


def with_regions(rows: pl.DataFrame, layout: Layout, names: RegionNames) -> pl.DataFrame:
    """Add `region`, `part_of` and `adds_up` to rows with `region_name`, and `group` (null where there is none).

    `region` is the code of a division, of a reporting unit of the own territory or what the layout says, else the plain
    name (below its group's). `part_of` is the region of the nearest row of the same sheet that contains this one.
    """
    keyed = rows.with_columns(
        plain=plain_region(pl.col("region_name")), within=_group_codes(rows, layout, names).fill_null(layout.within)
    )
    known = pl.concat([_meanings(code, names) for code in sorted({layout.within, *keyed["within"]})])
    found = _looked_up(keyed, known, "plain")
    for part in (1, 2):
        twice = _looked_up(keyed.with_columns(part=pl.col("plain").str.extract(_TWO_NAMES, part)), known, "part")
        found = found.with_columns(code=pl.coalesce("code", twice["code"]))
    own = pl.col("plain").replace_strict(dict(layout.regions), default=None, return_dtype=pl.String)
    total = pl.when(pl.col("plain").is_in(TOTAL_NAMES) & (pl.col("within") == layout.within)).then(pl.lit(layout.total_region))
    below_group = pl.concat_str(plain_region(pl.col("group")), pl.lit("/"), "plain")
    region = pl.coalesce(own, total, "code", below_group, "plain")
    return found.with_columns(region=region).pipe(_contained, layout).drop("plain", "within", "code")


def _looked_up(rows: pl.DataFrame, known: pl.DataFrame, column: str) -> pl.DataFrame:
    return rows.join(known.rename({"plain": column}), on=["within", column], how="left", maintain_order="left")


def _group_codes(rows: pl.DataFrame, layout: Layout, names: RegionNames) -> pl.Series:
    """The leading digits of each row's group, null without one."""
    groups = rows.select(within=pl.lit(layout.within), plain=plain_region(pl.col("group")))
    codes = groups.join(_meanings(layout.within, names), on=["within", "plain"], how="left", maintain_order="left")["code"]
    return codes.str.replace(r"(?:00)+$", "")


def _meanings(within: str, names: RegionNames) -> pl.DataFrame:
    """Names (`plain`) that mean exactly one region in a scope: the full name before the short, the higher level first."""
    inside = names.divisions.filter(pl.col("code").str.starts_with("" if within == "00" else within))
    level = pl.col("code").str.len_chars().cast(pl.Int64)
    full = inside.select("name", pl.col("code").str.pad_end(6, "0"), rank=level)
    short = inside.select(name="short_name", code=pl.col("code").str.pad_end(6, "0"), rank=level + 10)
    whole = within.ljust(6, "0")
    fixed = pl.DataFrame([*((name, whole, 0) for name in TOTAL_NAMES),
                          *((name, f"{within}{_CITY_PROPER}", 0) for name in CITY_PROPER_NAMES if len(within) == 4)],
                         schema=_NAMES, orient="row")
    units = names.units.select("name", "code", rank=pl.lit(1, pl.Int64)).filter(pl.lit(within == names.county_code))
    ranked = pl.concat([full, short, fixed, units]).filter(pl.col("name").is_not_null() & (pl.col("name") != ""))
    best = ranked.unique().filter(pl.col("rank") == pl.col("rank").min().over("name"))
    single = best.filter(pl.col("code").n_unique().over("name") == 1).unique(["name", "code"])
    return single.select(within=pl.lit(within), plain=plain_region(pl.col("name")), code="code").unique("plain")


def _contained(rows: pl.DataFrame, layout: Layout) -> pl.DataFrame:
    """Add part_of, the nearest of the listed regions that contains a row's, and whether its sum is a promise."""
    code = pl.col("region")
    county = code.str.contains(r"^\d{6}(?:\d{3})?$")
    is_district = county & code.str.slice(4, 2).is_between(pl.lit("02"), pl.lit("20"))
    above = [
        pl.when(code.str.len_chars() == 9).then(code.str.slice(0, 6)),
        pl.when(is_district).then(code.str.slice(0, 4) + _CITY_PROPER),
        pl.when(county).then(code.str.slice(0, 4) + "00"),
        pl.when(county).then(code.str.slice(0, 2) + "0000"),
        pl.when(~county & (pl.col("within") != layout.within)).then(pl.col("within").str.pad_end(6, "0")),
        pl.when(county).then(pl.lit("000000")),
        pl.lit(layout.total_region),
    ]
    listed = rows["region"].unique().implode()
    nearest = pl.coalesce(pl.when(item.is_in(listed) & (item != code)).then(item) for item in above)
    about_rows = ~county & pl.col("plain").str.contains(ABOUT_ROWS)
    parts = rows.with_columns(part_of=pl.when(~about_rows).then(nearest))
    promised = {"all": pl.lit(True), "none": pl.lit(False), "total": pl.col("part_of") == layout.total_region}
    return parts.with_columns(adds_up=pl.col("part_of").is_not_null() & promised[layout.adds_up])
