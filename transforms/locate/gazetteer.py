"""The place knowledge of one territory, parsed from the files under `data/reference`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import polars as pl

from transforms.errors import DataError
from transforms.locate.names import Alias, parse_aliases
from transforms.locate.patterns import Patterns, build_patterns
from transforms.locate.territory import Territory, parse_territory
from transforms.reference_rows import ReferenceRow, reference_rows

COLUMNS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    # file -> (columns before source and certainty, those that may be blank)
    "units.csv": (("unit_code", "unit_name", "unit_label", "unit_kind", "sort_order"), ()),
    "town_aliases.csv": (
        ("unit_code", "alias", "alias_kind", "proves_county", "valid_from", "valid_to"),
        ("valid_from", "valid_to"),
    ),
    "unit_hints.csv": (("kind", "key", "unit_code"), ()),
    "lookalike_places.csv": (("code", "name", "parent", "guard_words"), ()),
    "neighbour_places.csv": (("county_code", "county_name", "name", "kind"), ()),
    "china_divisions.csv": (("code", "name", "level", "short_name", "status"), ("short_name", "status")),
    "foreign_places.csv": (("name", "script"), ()),
    "latin_places.csv": (("code", "name"), ()),
    "location_rules.csv": (("rule", "in_territory", "label_zh", "meaning_zh"), ()),
}
# A county may have nothing to say in these.
_MAY_BE_EMPTY = ("unit_hints.csv", "lookalike_places.csv", "neighbour_places.csv")
GAZETTEER_FILES = ("territory.yml", *COLUMNS)


@dataclass(frozen=True)
class Gazetteer:
    """What `locate` knows: build it with `parse_gazetteer`, never by hand.

    `units` (unit_code, unit_name, unit_label, unit_kind, sort_order) ends with the unassigned member;
    `rules` (rule, in_territory, label_zh, meaning_zh) lists every value of location_rule.
    """

    territory: Territory
    units: pl.DataFrame
    rules: pl.DataFrame
    divisions: pl.DataFrame  # code (2, 4 or 6 digits), name, level, short_name, status: all of China down to the county
    aliases: pl.DataFrame  # alias -> unit_code, alias_rule, alias_proves, alias_confidence
    short_names: dict[str, str]
    villages: dict[str, str]
    postcode_hints: dict[str, str]
    road_hints: dict[str, str]
    home_words: tuple[str, ...]  # names of home that make an address of elsewhere a look-alike
    counties_around: tuple[str, ...]  # names of the province's other counties, also the short ones in the same prefecture
    patterns: Patterns


def parse_gazetteer(texts: Mapping[str, str]) -> Gazetteer:
    """The gazetteer from the texts of `GAZETTEER_FILES` by base name; raises DataError (file, line)."""
    absent = [name for name in GAZETTEER_FILES if name not in texts]
    if absent:
        raise DataError(absent[0], 0, "缺少这一参考文件。")
    territory = parse_territory(texts["territory.yml"], "territory.yml")
    rows = {name: list(_rows(name, texts[name])) for name in COLUMNS}
    unit_names = _units(rows["units.csv"], territory)
    aliases = parse_aliases(rows["town_aliases.csv"], unit_names, territory)
    hints = _hints(rows["unit_hints.csv"], unit_names)
    divisions = _frame(rows, "china_divisions.csv")
    return Gazetteer(
        territory=territory,
        units=_unit_frame(rows["units.csv"], territory),
        rules=_rule_frame(rows["location_rules.csv"]),
        divisions=divisions,
        aliases=pl.DataFrame([alias.columns() for alias in aliases.full.values()], schema=Alias.SCHEMA),
        short_names={name: alias.unit_code for name, alias in aliases.short.items()},
        villages=aliases.villages,
        postcode_hints=hints["postcode"],
        road_hints=hints["road"],
        home_words=(territory.short_name, *(n for n, alias in aliases.full.items() if alias.proves != "never")),
        counties_around=_counties_around(divisions, territory.county_code),
        patterns=build_patterns(territory, aliases, rows, hints["road"]),
    )


def _rows(name: str, text: str) -> Iterator[ReferenceRow]:
    columns, blank_allowed = COLUMNS[name]
    return reference_rows(text, name, columns, blank_allowed, may_be_empty=name in _MAY_BE_EMPTY)


def _counties_around(divisions: pl.DataFrame, own: str) -> tuple[str, ...]:
    is_county, code = pl.col("level") == "county", pl.col("code")
    around = divisions.filter(is_county & code.str.starts_with(own[:2]) & (code != own))
    near = around.filter(code.str.starts_with(own[:4]) & (pl.col("short_name").str.len_chars() > 1))
    return tuple(dict.fromkeys([*around["name"], *near["short_name"]]))


def _units(rows: list[ReferenceRow], territory: Territory) -> dict[str, str]:
    units: dict[str, str] = {}
    for row in rows:
        code = row["unit_code"]
        if not code.startswith(territory.county_code) or code == territory.unassigned_code:
            raise row.error(f"单位代码“{code}”应以{territory.county_code}开头,且不是{territory.unassigned_code}。")
        if code in units or row["unit_name"] in units.values():
            raise row.error(f"单位“{code}{row['unit_name']}”重复。")
        if not row["sort_order"].isdecimal():
            raise row.error("“sort_order”应为整数。")
        units[code] = row["unit_name"]
    for line, code in territory.excluded_units:
        if code not in units:
            raise DataError("territory.yml", line, f"excluded_units 中的“{code}”不在 units.csv 内。")
    return units


def _hints(rows: list[ReferenceRow], units: dict[str, str]) -> dict[str, dict[str, str]]:
    hints: dict[str, dict[str, str]] = {"postcode": {}, "road": {}}
    for row in rows:
        if row["kind"] not in hints:
            raise row.error(f"“kind”应为 postcode 或 road,现为“{row['kind']}”。")
        if row["unit_code"] not in units:
            raise row.error(f"单位代码“{row['unit_code']}”不在 units.csv 内。")
        if row["key"] in hints[row["kind"]]:
            raise row.error(f"“{row['key']}”重复。")
        hints[row["kind"]][row["key"]] = row["unit_code"]
    return hints


def _frame(rows: Mapping[str, list[ReferenceRow]], name: str) -> pl.DataFrame:
    return pl.DataFrame([{column: row[column] for column in COLUMNS[name][0]} for row in rows[name]])


def _unit_frame(rows: list[ReferenceRow], territory: Territory) -> pl.DataFrame:
    columns = COLUMNS["units.csv"][0]
    frame = pl.DataFrame([{name: row[name] for name in columns} for row in rows])
    frame = frame.with_columns(pl.col("sort_order").cast(pl.Int64)).sort("sort_order")
    last = (territory.unassigned_code, territory.unassigned_name, territory.unassigned_label, "unassigned")
    order = int(frame.get_column("sort_order").to_list()[-1]) + 1
    return pl.concat([frame, pl.DataFrame([(*last, order)], schema=frame.schema, orient="row")])


def _rule_frame(rows: list[ReferenceRow]) -> pl.DataFrame:
    for row in rows:
        if row["in_territory"] not in ("true", "false"):
            raise row.error("“in_territory”应为 true 或 false。")
    columns = COLUMNS["location_rules.csv"][0]
    frame = pl.DataFrame([{name: row[name] for name in columns} for row in rows])
    return frame.with_columns(pl.col("in_territory") == "true")
