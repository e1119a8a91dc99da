"""Contracts of the published tables: one YAML a table, strictly read."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from transforms.errors import DataError
from transforms.strict_yaml import YamlValue, read_yaml

FOLDER = Path(__file__).parent / "contracts"
SHARED_COLUMNS = Path(__file__).parent / "shared_columns.yml"
TYPES = ("VARCHAR", "BIGINT", "INTEGER", "DOUBLE", "BOOLEAN", "DATE", "TIMESTAMP")
_NUMBERS = ("BIGINT", "INTEGER", "DOUBLE")
_TABLE_FIELDS = ("table", "label_zh", "grain", "key", "order", "is_content", "description_zh",
                 "usage_warnings_zh", "columns")  # fmt: skip
_COLUMN_FIELDS = ("name", "type", "nullable", "label_zh", "description_zh")
_COLUMN_OPTIONS = ("unit", "domain", "min", "max", "is_content")


@dataclass(frozen=True)
class Column:
    """One published column; `unit` is the unit of measure, None for text; bounds are inclusive."""

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


@dataclass(frozen=True)
class Contract:
    """What one published table promises; `label_zh` names its Chinese view, `order` is the order of export.

    `is_content` tells whether a change in the table calls for a new revision of a release.
    """

    table: str
    label_zh: str
    grain: str
    key: tuple[str, ...]
    order: tuple[str, ...]
    is_content: bool
    description_zh: str
    usage_warnings_zh: tuple[str, ...]
    columns: tuple[Column, ...]

    @property
    def column_names(self) -> tuple[str, ...]:
        """Names of the columns in published order."""
        return tuple(column.name for column in self.columns)


SharedColumns = dict[str, dict[str, YamlValue]]


def parse_shared_columns(text: str, file_name: str) -> SharedColumns:
    """Definitions that several tables share, by column name; each must be complete; raises DataError."""
    top = read_yaml(text, file_name).mapping(("columns",), ("columns",))
    shared: SharedColumns = {}
    for entry in top["columns"].items():
        fields = entry.mapping((*_COLUMN_FIELDS, *_COLUMN_OPTIONS), _COLUMN_FIELDS)
        name = fields["name"].text()
        if name in shared:
            raise entry.error(f"列 {name} 重复")
        shared[name] = fields
    return shared


def parse_contract(text: str, file_name: str, shared: SharedColumns) -> Contract:
    """One contract; what a column does not say itself comes from the shared columns; raises DataError."""
    top = read_yaml(text, file_name).mapping(_TABLE_FIELDS, _TABLE_FIELDS)
    contract = Contract(
        table=top["table"].text(),
        label_zh=top["label_zh"].text(),
        grain=top["grain"].text(),
        key=_texts(top["key"]),
        order=_texts(top["order"]),
        is_content=_truth(top["is_content"]),
        description_zh=top["description_zh"].text(),
        usage_warnings_zh=_texts(top["usage_warnings_zh"]),
        columns=tuple(_column(entry, shared) for entry in top["columns"].items()),
    )
    _check_names(contract, top)
    return contract


def load_contracts(folder: Path = FOLDER, shared_columns: Path = SHARED_COLUMNS) -> tuple[Contract, ...]:
    """All contracts of a folder, by table name; raises DataError for a mistake or a name used twice."""
    shared = parse_shared_columns(shared_columns.read_text(encoding="utf-8"), shared_columns.name)
    contracts: list[Contract] = []
    names: set[str] = set()
    for path in sorted(folder.glob("*.yml")):
        contract = parse_contract(path.read_text(encoding="utf-8"), path.name, shared)
        if contract.table != path.stem:
            raise DataError(path.name, 1, f"表名 {contract.table} 与文件名不符")
        for name in (contract.table, contract.label_zh):
            if name.casefold() in names:
                raise DataError(path.name, 1, f"名称 {name} 与另一张表重复")
            names.add(name.casefold())
        contracts.append(contract)
    if not contracts:
        raise DataError(str(folder), 0, "没有任何表的约定")
    return tuple(contracts)


def _column(entry: YamlValue, shared: SharedColumns) -> Column:
    own = entry.mapping((*_COLUMN_FIELDS, *_COLUMN_OPTIONS), ("name",))
    name = own["name"].text()
    fields = {**shared[name], **own} if name in shared else own
    missing = [field for field in _COLUMN_FIELDS if field not in fields]
    if missing:
        raise entry.error(f"列 {name} 缺少项目:{'、'.join(missing)}")
    column_type = fields["type"].choice(TYPES)
    for option, types in (("domain", ("VARCHAR",)), ("min", _NUMBERS), ("max", _NUMBERS)):
        if option in fields and column_type not in types:
            raise fields[option].error(f"{column_type} 类型的列 {name} 不能有 {option}")
    return Column(
        name=name,
        type=column_type,
        unit=fields["unit"].text() if "unit" in fields else None,
        nullable=_truth(fields["nullable"]),
        label_zh=fields["label_zh"].text(),
        description_zh=fields["description_zh"].text(),
        domain=_texts(fields["domain"]) if "domain" in fields else None,
        minimum=_number(fields["min"]) if "min" in fields else None,
        maximum=_number(fields["max"]) if "max" in fields else None,
        is_content=_truth(fields["is_content"]) if "is_content" in fields else True,
    )


def _check_names(contract: Contract, top: dict[str, YamlValue]) -> None:
    for names in (contract.column_names, [column.label_zh for column in contract.columns]):
        if twice := _repeated(names):
            raise top["columns"].error(f"列名或中文列名重复:{'、'.join(twice)}")
    for field, names in (("key", contract.key), ("order", contract.order)):
        if not names or not set(names) <= set(contract.column_names):
            raise top[field].error(f"{field} 应列出本表的列,现为:{'、'.join(names) or '空'}")
    if not set(contract.key) <= set(contract.order):
        raise top["order"].error("order 应包含全部 key 列,否则导出的行序不确定")


def _repeated(names: Sequence[str]) -> list[str]:
    # DuckDB does not tell names apart by case.
    folded = [name.casefold() for name in names]
    return sorted({name for name in names if folded.count(name.casefold()) > 1})


def _texts(value: YamlValue) -> tuple[str, ...]:
    texts = tuple(item.text() for item in value.items())
    if twice := _repeated(texts):
        raise value.error(f"列表中有重复的值:{'、'.join(twice)}")
    return texts


def _truth(value: YamlValue) -> bool:
    if not isinstance(value.node, yaml.ScalarNode) or value.node.value not in ("true", "false"):
        raise value.error("此处应为 true 或 false")
    return bool(value.node.value == "true")


def _number(value: YamlValue) -> float:
    text = value.text(r"-?\d+(\.\d+)?", "数字")
    return float(text) if "." in text else int(text)
