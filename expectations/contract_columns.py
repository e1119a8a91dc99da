"""Columns of the published tables: what each holds, in which bounds; some are defined once for several tables."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import yaml

from transforms.strict_yaml import YamlValue, read_yaml

TYPES = ("VARCHAR", "BIGINT", "INTEGER", "DOUBLE", "BOOLEAN", "DATE", "TIMESTAMP")
_NUMBERS = ("BIGINT", "INTEGER", "DOUBLE")
_FIELDS = ("name", "type", "nullable", "label_zh", "description_zh")
_OPTIONS = ("unit", "domain", "pattern", "min", "max", "is_content")
_OPTION_TYPES = (("domain", ("VARCHAR",)), ("pattern", ("VARCHAR",)), ("min", _NUMBERS), ("max", _NUMBERS))
SharedColumns = dict[str, dict[str, YamlValue]]


@dataclass(frozen=True)
class Column:
    """One published column; `unit` is the unit of measure, None for text; bounds are inclusive.

    `pattern` is a regular expression that the whole value matches; `line` is where the contract names the column.
    """

    name: str
    type: str
    unit: str | None
    nullable: bool
    label_zh: str
    description_zh: str
    domain: tuple[str, ...] | None
    minimum: float | None
    maximum: float | None
    is_content: bool
    pattern: str | None = None
    line: int = field(default=0, compare=False)


def parse_shared_columns(text: str, file_name: str) -> SharedColumns:
    """Definitions that several tables share, by column name; each must be complete; raises DataError."""
    top = read_yaml(text, file_name).mapping(("columns",), ("columns",))
    shared: SharedColumns = {}
    for entry in top["columns"].items():
        fields = entry.mapping((*_FIELDS, *_OPTIONS), _FIELDS)
        name = fields["name"].text()
        if name in shared:
            raise entry.error(f"列 {name} 重复")
        shared[name] = fields
    return shared


def parse_column(entry: YamlValue, shared: SharedColumns) -> Column:
    """One column of a contract; what it does not say itself comes from the shared columns; raises DataError."""
    own = entry.mapping((*_FIELDS, *_OPTIONS), ("name",))
    name = own["name"].text()
    fields = {**shared[name], **own} if name in shared else own
    missing = [option for option in _FIELDS if option not in fields]
    if missing:
        raise entry.error(f"列 {name} 缺少项目:{'、'.join(missing)}")
    column_type = fields["type"].choice(TYPES)
    for option, types in _OPTION_TYPES:
        if option in fields and column_type not in types:
            raise fields[option].error(f"{column_type} 类型的列 {name} 不能有 {option}")
    return Column(
        name=name,
        type=column_type,
        unit=fields["unit"].text() if "unit" in fields else None,
        nullable=truth(fields["nullable"]),
        label_zh=fields["label_zh"].text(),
        description_zh=fields["description_zh"].text(),
        domain=texts(fields["domain"]) if "domain" in fields else None,
        pattern=fields["pattern"].regular_expression() if "pattern" in fields else None,
        minimum=_number(fields["min"]) if "min" in fields else None,
        maximum=_number(fields["max"]) if "max" in fields else None,
        is_content=truth(fields["is_content"]) if "is_content" in fields else True,
        line=entry.line,
    )


def repeated(names: Sequence[str]) -> list[str]:
    """Names that occur twice; DuckDB does not tell them apart by case."""
    folded = [name.casefold() for name in names]
    return sorted({name for name in names if folded.count(name.casefold()) > 1})


def texts(value: YamlValue) -> tuple[str, ...]:
    """A list of texts without repetition; raises DataError."""
    found = tuple(item.text() for item in value.items())
    if twice := repeated(found):
        raise value.error(f"列表中有重复的值:{'、'.join(twice)}")
    return found


def truth(value: YamlValue) -> bool:
    """`true` or `false`, nothing else; raises DataError."""
    if not isinstance(value.node, yaml.ScalarNode) or value.node.value not in ("true", "false"):
        raise value.error("此处应为 true 或 false")
    return bool(value.node.value == "true")


def _number(value: YamlValue) -> float:
    text = value.text(r"-?\d+(\.\d+)?", "数字")
    return float(text) if "." in text else int(text)


