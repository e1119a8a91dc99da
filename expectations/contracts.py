"""Contracts of the published tables: one YAML a table, strictly read."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from expectations.strict_yaml import Mapping, parse_mapping
from transforms.errors import DataError

FOLDER = Path(__file__).parent / "contracts"
SHARED_COLUMNS = Path(__file__).parent / "shared_columns.yml"
TYPES = ("VARCHAR", "BIGINT", "INTEGER", "DOUBLE", "BOOLEAN", "DATE", "TIMESTAMP")
_COLUMN_FIELDS = ("type", "nullable", "label_zh", "description_zh")
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


def parse_shared_columns(text: str, file_name: str) -> dict[str, Mapping]:
    """Definitions that several tables share, by column name; each must be complete."""
    shared: dict[str, Mapping] = {}
    for entry in parse_mapping(text, file_name).mappings("columns"):
        entry.allow(required=("name", *_COLUMN_FIELDS), optional=_COLUMN_OPTIONS)
        name = entry.text("name")
        if name in shared:
            raise DataError(file_name, entry.line, f"列 {name} 重复")
        shared[name] = entry
    return shared


def parse_contract(text: str, file_name: str, shared: dict[str, Mapping]) -> Contract:
    """One contract; a column without own definition takes the shared one; raises DataError."""
    top = parse_mapping(text, file_name)
    top.allow(
        required=("table", "label_zh", "grain", "key", "order", "is_content", "description_zh",
                  "usage_warnings_zh", "columns"),
    )  # fmt: skip
    contract = Contract(
        table=top.text("table"),
        label_zh=top.text("label_zh"),
        grain=top.text("grain"),
        key=top.texts("key"),
        order=top.texts("order"),
        is_content=top.truth("is_content"),
        description_zh=top.text("description_zh"),
        usage_warnings_zh=top.texts("usage_warnings_zh"),
        columns=tuple(_column(entry, shared) for entry in top.mappings("columns")),
    )
    _check_names(contract, top)
    return contract


def load_contracts(folder: Path = FOLDER, shared_columns: Path = SHARED_COLUMNS) -> tuple[Contract, ...]:
    """All contracts of a folder, by table name; raises DataError for a mistake or a name used twice."""
    shared = parse_shared_columns(shared_columns.read_text(encoding="utf-8"), shared_columns.name)
    contracts = tuple(
        parse_contract(path.read_text(encoding="utf-8"), path.name, shared)
        for path in sorted(folder.glob("*.yml"))
    )
    names = [name for contract in contracts for name in (contract.table, contract.label_zh)]
    for path, contract in zip(sorted(folder.glob("*.yml")), contracts, strict=True):
        if contract.table != path.stem:
            raise DataError(path.name, 1, f"表名 {contract.table} 与文件名不符")
        for name in (contract.table, contract.label_zh):
            if names.count(name) > 1:
                raise DataError(path.name, 1, f"名称 {name} 与另一张表重复")
    return contracts


def _column(entry: Mapping, shared: dict[str, Mapping]) -> Column:
    entry.allow(required=("name",), optional=(*_COLUMN_FIELDS, *_COLUMN_OPTIONS))
    name = entry.text("name")
    sources = [source for source in (entry, shared.get(name)) if source is not None]
    fields = {field: source for source in reversed(sources) for field in source.values}
    missing = [field for field in _COLUMN_FIELDS if field not in fields]
    if missing:
        raise DataError(entry.file, entry.line, f"列 {name} 缺少项目:{'、'.join(missing)}")
    column_type = fields["type"].text("type")
    if column_type not in TYPES:
        raise DataError(entry.file, entry.line, f"列 {name} 的类型 {column_type} 不在 {'、'.join(TYPES)} 之中")
    return Column(
        name=name,
        type=column_type,
        unit=fields["unit"].text("unit") if "unit" in fields else None,
        nullable=fields["nullable"].truth("nullable"),
        label_zh=fields["label_zh"].text("label_zh"),
        description_zh=fields["description_zh"].text("description_zh"),
        domain=fields["domain"].texts("domain") if "domain" in fields else None,
        minimum=fields["min"].number("min") if "min" in fields else None,
        maximum=fields["max"].number("max") if "max" in fields else None,
        is_content=fields["is_content"].truth("is_content") if "is_content" in fields else True,
    )


def _check_names(contract: Contract, top: Mapping) -> None:
    for names in (contract.column_names, [column.label_zh for column in contract.columns]):
        twice = _repeated(names)
        if twice:
            raise DataError(top.file, top.lines["columns"], f"列名或中文列名重复:{'、'.join(twice)}")
    for field, names in (("key", contract.key), ("order", contract.order)):
        unknown = [name for name in names if name not in contract.column_names]
        if unknown or not names:
            raise DataError(top.file, top.lines[field], f"{field} 应列出本表的列,现为:{'、'.join(names) or '空'}")
    if not set(contract.key) <= set(contract.order):
        raise DataError(top.file, top.lines["order"], "order 应包含全部 key 列,否则导出的行序不确定")


def _repeated(names: Sequence[str]) -> list[str]:
    folded = [name.casefold() for name in names]
    return sorted({name for name in names if folded.count(name.casefold()) > 1})
