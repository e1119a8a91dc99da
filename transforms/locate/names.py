"""The names by which addresses call a unit, and what each proves."""

from dataclasses import dataclass, field
from typing import ClassVar

import polars as pl

from transforms.locate.territory import Territory
from transforms.reference_rows import ReferenceRow

# alias_kind -> (location_rule, confidence 3 high .. 1 low)
FULL_KINDS = {
    "official": ("town_name", 3),
    "former_name": ("former_town", 3),
    "former_town": ("former_town", 3),
    "zone": ("zone_name", 3),
    "former_zone": ("zone_name", 2),
    "zone_overlay": ("zone_overlay", 2),
    "misspelling": ("town_misspelt", 2),
}
SHORT_KINDS = {"short_name": "town_name", "former_short_name": "former_town"}
PROOFS = ("always", "with_context", "never")


@dataclass(frozen=True)
class Alias:
    """One name of a unit; `proves`: always, with_context or never (see town_aliases.csv)."""

    alias: str
    unit_code: str
    rule: str
    proves: str
    confidence: int
    SCHEMA: ClassVar[dict[str, type[pl.DataType]]] = {
        "alias": pl.String,
        "alias_unit": pl.String,
        "alias_rule": pl.String,
        "alias_proves": pl.String,
        "alias_confidence": pl.Int8,
    }

    def columns(self) -> dict[str, str | int]:
        """The alias as a row of the lookup frame."""
        values = (self.alias, self.unit_code, self.rule, self.proves, self.confidence)
        return dict(zip(self.SCHEMA, values, strict=True))


@dataclass(frozen=True)
class Aliases:
    """All names of the units: `full` ones assign wherever they stand, `short` and `villages` only in place."""

    full: dict[str, Alias] = field(default_factory=dict)
    short: dict[str, Alias] = field(default_factory=dict)
    villages: dict[str, str] = field(default_factory=dict)


def parse_aliases(rows: list[ReferenceRow], units: dict[str, str], territory: Territory) -> Aliases:
    """Names from town_aliases.csv; raises DataError for unknown units, kinds or a name of two units."""
    aliases = Aliases()
    for row in rows:
        if row["unit_code"] not in units:
            raise row.error(f"单位代码“{row['unit_code']}”不在 units.csv 内。")
        if row["proves_county"] not in PROOFS:
            raise row.error(f"“proves_county”应为 {'、'.join(PROOFS)} 之一。")
        for name in row["alias"].split("|"):
            _add(aliases, row, name.strip())
    _require_official(rows, units)
    _add_variants(aliases, territory)
    return aliases


def _add(aliases: Aliases, row: ReferenceRow, name: str) -> None:
    kind, code = row["alias_kind"], row["unit_code"]
    if not name:
        raise row.error("名称不能为空。")
    if kind == "village":
        if aliases.villages.setdefault(name, code) != code:
            raise row.error(f"村(社区)名“{name}”属于两个单位,不能据以归属。")
        return
    if kind not in FULL_KINDS and kind not in SHORT_KINDS:
        raise row.error(f"“alias_kind”应为 {'、'.join([*FULL_KINDS, *SHORT_KINDS, 'village'])} 之一,现为“{kind}”。")
    known = aliases.full if kind in FULL_KINDS else aliases.short
    if name in known:
        raise row.error(f"名称“{name}”重复。")
    rule, confidence = FULL_KINDS.get(kind) or (SHORT_KINDS[kind], 2)
    known[name] = Alias(name, code, rule, row["proves_county"], confidence)


def _require_official(rows: list[ReferenceRow], units: dict[str, str]) -> None:
    for code, name in units.items():
        official = [row["alias"] for row in rows if row["unit_code"] == code and row["alias_kind"] == "official"]
        if official != [name]:
            raise rows[0].error(f"单位{code}应恰有一行 official,名称为“{name}”,现为:{'、'.join(official) or '无'}。")


def _add_variants(aliases: Aliases, territory: Territory) -> None:
    """A short name before another rank (新埭乡) or a zone word (新埭工业园) is the unit too, with less certainty."""
    for stem in aliases.short.values():
        variants = [
            Alias(stem.alias + rank, stem.unit_code, stem.rule, stem.proves, 2) for rank in territory.town_suffixes
        ]
        variants += [
            Alias(stem.alias + zone, stem.unit_code, "zone_name", "with_context", 2) for zone in territory.zone_suffixes
        ]
        for variant in variants:
            aliases.full.setdefault(variant.alias, variant)
