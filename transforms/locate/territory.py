"""Whose patents are counted: the county, its names, its switches."""

from dataclasses import dataclass

from transforms.strict_yaml import YamlValue, read_yaml

KEYS = (
    "county_code", "short_name", "former_names", "postcode_prefixes", "town_suffixes", "zone_suffixes", "unassigned",
    "excluded_units",
)  # fmt: skip
UNASSIGNED_KEYS = ("unit_code", "unit_name", "unit_label")


@dataclass(frozen=True)
class Territory:
    """One county-level territory as `territory.yml` describes it."""

    county_code: str
    short_name: str
    former_names: tuple[str, ...]
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
    said = read_yaml(text, file_name).mapping(KEYS, KEYS)
    unassigned = said["unassigned"].mapping(UNASSIGNED_KEYS, UNASSIGNED_KEYS)
    return Territory(
        county_code=_digits(said["county_code"], 6),
        short_name=said["short_name"].quoted(),
        former_names=said["former_names"].quoted_texts(),
        postcode_prefixes=tuple(_digits(item) for item in said["postcode_prefixes"].items()),
        town_suffixes=said["town_suffixes"].quoted_texts(),
        zone_suffixes=said["zone_suffixes"].quoted_texts(),
        unassigned_code=_digits(unassigned["unit_code"], 9),
        unassigned_name=unassigned["unit_name"].quoted(),
        unassigned_label=unassigned["unit_label"].quoted(),
        excluded_units=tuple((said["excluded_units"].line, unit) for unit in said["excluded_units"].quoted_texts()),
    )


def _digits(value: YamlValue, length: int | None = None) -> str:
    text = value.quoted()
    if not text.isdecimal() or (length is not None and len(text) != length):
        wanted = f"{length}位数字" if length else "数字"
        raise value.error(f"{value.key or '每一项'}应为{wanted},现为“{text}”。")
    return text
