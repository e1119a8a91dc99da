"""Whose patents are counted: the county, its names, its switches."""

from dataclasses import dataclass

from transforms.errors import DataError
from transforms.strict_yaml import Mapping, parse_mapping

KEYS = (
    "county_code", "short_name", "former_names", "latin_names", "latin_context", "postcode_prefixes",
    "town_suffixes", "zone_suffixes", "unassigned", "excluded_units",
)  # fmt: skip


@dataclass(frozen=True)
class Territory:
    """One county-level territory as `territory.yml` describes it."""

    county_code: str
    short_name: str
    former_names: tuple[str, ...]
    latin_names: tuple[str, ...]
    latin_context: tuple[str, ...]
    postcode_prefixes: tuple[str, ...]
    town_suffixes: tuple[str, ...]
    zone_suffixes: tuple[str, ...]
    unassigned_code: str
    unassigned_name: str
    unassigned_label: str
    excluded_units: tuple[tuple[int, str], ...]  # with the line, so that a wrong code can be named

    @property
    def excluded_codes(self) -> tuple[str, ...]:
        """Unit codes counted out of territory by the bureau's choice."""
        return tuple(code for _, code in self.excluded_units)


def parse_territory(text: str, file_name: str) -> Territory:
    """The territory from `territory.yml`; raises DataError (file, line)."""
    root = parse_mapping(text, file_name)
    root.allow(required=KEYS)
    unassigned = root.mapping("unassigned")
    unassigned.allow(required=("unit_code", "unit_name", "unit_label"))
    code = _digits(root, "county_code", root.text("county_code"), 6)
    return Territory(
        county_code=code,
        short_name=root.text("short_name"),
        former_names=root.texts("former_names"),
        latin_names=root.texts("latin_names"),
        latin_context=root.texts("latin_context"),
        postcode_prefixes=tuple(_digits(root, "postcode_prefixes", x) for x in root.texts("postcode_prefixes")),
        town_suffixes=root.texts("town_suffixes"),
        zone_suffixes=root.texts("zone_suffixes"),
        unassigned_code=_digits(unassigned, "unit_code", unassigned.text("unit_code"), 9),
        unassigned_name=unassigned.text("unit_name"),
        unassigned_label=unassigned.text("unit_label"),
        excluded_units=tuple((root.lines["excluded_units"], unit) for unit in root.texts("excluded_units")),
    )


def _digits(mapping: Mapping, key: str, text: str, length: int | None = None) -> str:
    if not text.isdecimal() or (length is not None and len(text) != length):
        wanted = f"{length}位数字" if length else "数字"
        raise DataError(mapping.file, mapping.lines[key], f"{key} 应为{wanted},现为“{text}”。")
    return text
