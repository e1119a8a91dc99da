"""Which province, city and county are home, and by what names all others are known."""

from dataclasses import dataclass

from transforms.errors import DataError
from transforms.locate.territory import Territory
from transforms.locate.words import AMBIGUOUS_DISTRICT, GAP
from transforms.reference_rows import ReferenceRow

DIVISIONS_FILE = "china_divisions.csv"
LEVELS = ("province", "prefecture", "county")
STATUSES = ("", "former", "alone")
NEIGHBOUR_KINDS = ("former_county", "zone", "short_name", "town")
PREFECTURE_RANK = "(?:市|地区|专区)?"


@dataclass(frozen=True)
class Divisions:
    """Names of home and of elsewhere as groups of a regular expression, and home's full names."""

    county: str
    city: str  # 嘉兴(市|地区)?
    province: str  # 浙江省?
    other_provinces: tuple[str, ...]  # short names
    other_provinces_full: tuple[str, ...]
    other_prefectures_full: tuple[str, ...]
    other_full: tuple[str, ...]  # prefectures and counties, except words that are also parts of a town
    siblings_full: tuple[str, ...]
    province_short_names: tuple[str, ...]  # 杭州, 慈溪: after the home province
    pairs: tuple[str, ...]  # 深圳龙岗: prefecture and county, both short
    prefectures_short: tuple[str, ...]
    alone: tuple[str, ...]  # short names that name a place without anything before them
    neighbours: dict[str, tuple[str, ...]]  # kind -> names
    latin_own: tuple[str, ...]
    latin_above: tuple[str, ...]  # of home's province and city
    latin_elsewhere: tuple[str, ...]

    @property
    def upper(self) -> str:
        """Province and city of home before the county, each optional and perhaps repeated."""
        return rf"(?:(?:{self.province}|{self.city}){GAP})"


def divisions_of(
    territory: Territory, rows: list[ReferenceRow], neighbours: list[ReferenceRow], latin: list[ReferenceRow]
) -> Divisions:
    """Home and elsewhere, told apart by the county's code; raises DataError (file, line)."""
    for row in rows:
        if row["level"] not in LEVELS or row["status"] not in STATUSES:
            raise row.error(f"“level”应为 {'、'.join(LEVELS)} 之一,“status”应为 former、alone 之一或空白。")
    code = territory.county_code
    province, county = _home(rows, code[:2]), _home(rows, code)
    # a county of a municipality has no city between
    city = _home(rows, code[:4]) if any(row["code"] == code[:4] for row in rows) else province
    others = [row for row in rows if row["code"] not in (code[:2], code[:4], code)]
    by_level = {level: [row for row in others if row["level"] == level] for level in LEVELS}
    return Divisions(
        county=county["name"],
        city=f"{city['short_name']}{PREFECTURE_RANK}",
        province=f"{province['short_name']}(?:省|市|自治区)?",
        other_provinces=_short(by_level["province"]),
        other_provinces_full=tuple(row["name"] for row in by_level["province"]),
        other_prefectures_full=tuple(row["name"] for row in by_level["prefecture"]),
        other_full=tuple(
            row["name"]
            for row in (*by_level["prefecture"], *by_level["county"])
            if not AMBIGUOUS_DISTRICT.match(row["name"])
        ),
        siblings_full=tuple(row["name"] for row in by_level["county"] if row["code"][:4] == code[:4]),
        province_short_names=_province_short_names(others, code),
        pairs=_pairs(by_level),
        prefectures_short=_short(by_level["prefecture"]),
        alone=_short([row for row in others if row["status"] == "alone"]),
        neighbours=_neighbours(neighbours),
        latin_own=tuple(row["name"] for row in latin if row["code"] == code),
        latin_above=tuple(row["name"] for row in latin if row["code"] in (code[:2], code[:4])),
        latin_elsewhere=tuple(row["name"] for row in latin if not code.startswith(row["code"])),
    )


def _home(rows: list[ReferenceRow], code: str) -> ReferenceRow:
    found = [row for row in rows if row["code"] == code and row["status"] != "former"]
    if len(found) != 1:
        raise DataError(DIVISIONS_FILE, 0, f"区划代码{code}应恰有一行,现有{len(found)}行。")
    return found[0]


def _short(rows: list[ReferenceRow]) -> tuple[str, ...]:
    return tuple(row["short_name"] for row in rows if len(row["short_name"]) > 1)


def _province_short_names(rows: list[ReferenceRow], code: str) -> tuple[str, ...]:
    """Cities and counties of the home province; districts share their short names with sights and roads."""
    home = [row for row in rows if row["code"][:2] == code[:2] and len(row["code"]) > 2]
    return _short([row for row in home if row["code"][:4] != code[:4] and not row["name"].endswith("区")])


def _pairs(by_level: dict[str, list[ReferenceRow]]) -> tuple[str, ...]:
    prefectures = {row["code"]: row["short_name"] for row in by_level["prefecture"] if row["short_name"]}
    return tuple(
        prefectures[row["code"][:4]] + row["short_name"]
        for row in by_level["county"]
        if row["code"][:4] in prefectures and len(row["short_name"]) > 1
    )


def _neighbours(rows: list[ReferenceRow]) -> dict[str, tuple[str, ...]]:
    for row in rows:
        if row["kind"] not in NEIGHBOUR_KINDS:
            raise row.error(f"“kind”应为 {'、'.join(NEIGHBOUR_KINDS)} 之一。")
    return {kind: tuple(r["name"] for r in rows if r["kind"] == kind) for kind in NEIGHBOUR_KINDS}
