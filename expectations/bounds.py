"""Bounds of the release checks: data that a bureau may change, each of a declared kind."""

from dataclasses import dataclass

from transforms.strict_yaml import YamlValue, read_yaml

KINDS = ("share", "days", "rows", "factor", "deliveries")
_FIELDS = ("name", "kind", "value", "meaning_zh")


@dataclass(frozen=True)
class Bound:
    """One bound; a share lies between 0 and 1, a factor is above 0, the others are positive whole numbers."""

    name: str
    kind: str
    value: float
    meaning_zh: str


def parse_bounds(text: str, file_name: str) -> dict[str, Bound]:
    """Bounds by name; raises DataError with file and line for an unknown kind or a value that is not of its kind."""
    top = read_yaml(text, file_name).mapping(("bounds",), ("bounds",))
    bounds: dict[str, Bound] = {}
    for entry in top["bounds"].items():
        fields = entry.mapping(_FIELDS, _FIELDS)
        name = fields["name"].text(r"[a-z][a-z0-9_]*", "由小写字母、数字和下划线组成的名称")
        if name in bounds:
            raise entry.error(f"界限 {name} 重复")
        kind = fields["kind"].choice(KINDS)
        bounds[name] = Bound(name, kind, _value(fields["value"], kind), fields["meaning_zh"].text())
    return bounds


def _value(value: YamlValue, kind: str) -> float:
    if kind == "share":
        share = float(value.text(r"[01]?\.?\d+", "0 到 1 之间的小数"))
        if not 0 <= share <= 1:
            raise value.error(f"“{share:g}”不是0 到 1 之间的小数")
        return share
    if kind == "factor":
        factor = float(value.text(r"\d+(\.\d+)?", "大于 0 的数"))
        if factor == 0:
            raise value.error("此处应大于 0")
        return factor
    return value.whole_number()
