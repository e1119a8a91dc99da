"""Contracts of the published tables: one YAML a table, strictly read."""

from dataclasses import dataclass, field
from pathlib import Path

from expectations.contract_columns import (
    Column,
    SharedColumns,
    parse_column,
    parse_shared_columns,
    repeated,
    texts,
    truth,
)
from transforms.errors import DataError
from transforms.sql_select import verify_select
from transforms.strict_yaml import YamlValue, read_yaml
from transforms.written_text import read_written

__all__ = ["Column", "Contract", "load_contracts", "parse_contract", "parse_shared_columns"]

FOLDER = Path(__file__).parent / "contracts"
SHARED_COLUMNS = Path(__file__).parent / "shared_columns.yml"
_FIELDS = ("table", "label_zh", "grain", "key", "order", "is_content", "description_zh",
           "usage_warnings_zh", "columns")  # fmt: skip


@dataclass(frozen=True)
class Contract:
    """What one published table promises; `label_zh` names its Chinese view, `order` is the order of export.

    `is_content` tells whether a change in the table calls for a new revision of a release. `filled_when` is an SQL
    condition over the release's candidate under which the table must have rows; None where it may always be empty.
    """

    table: str
    label_zh: str
    grain: str
    key: tuple[str, ...]
    order: tuple[str, ...]
    is_content: bool
    filled_when: str | None
    description_zh: str
    usage_warnings_zh: tuple[str, ...]
    columns: tuple[Column, ...]
    filled_when_line: int = field(default=0, compare=False)

    @property
    def column_names(self) -> tuple[str, ...]:
        """Names of the columns in published order."""
        return tuple(column.name for column in self.columns)

    @property
    def file(self) -> str:
        """Name of the file the contract was read from."""
        return f"{self.table}.yml"


def parse_contract(text: str, file_name: str, shared: SharedColumns) -> Contract:
    """One contract; what a column does not say itself comes from the shared columns; raises DataError."""
    top = read_yaml(text, file_name).mapping((*_FIELDS, "filled_when"), _FIELDS)
    condition = top.get("filled_when")
    contract = Contract(
        table=top["table"].text(),
        label_zh=top["label_zh"].text(),
        grain=top["grain"].text(),
        key=texts(top["key"]),
        order=texts(top["order"]),
        is_content=truth(top["is_content"]),
        filled_when=condition.text() if condition else None,
        description_zh=top["description_zh"].text(),
        usage_warnings_zh=texts(top["usage_warnings_zh"]),
        columns=tuple(parse_column(entry, shared) for entry in top["columns"].items()),
        filled_when_line=condition.line if condition else 0,
    )
    _check_names(contract, top)
    if condition:
        verify_select(f"SELECT {contract.filled_when}", "filled_when ", file_name, condition.line)
    return contract


def load_contracts(folder: Path = FOLDER, shared_columns: Path = SHARED_COLUMNS) -> tuple[Contract, ...]:
    """All contracts of a folder, by table name; raises DataError for a mistake or a name used twice."""
    shared = parse_shared_columns(read_written(shared_columns), shared_columns.name)
    contracts: list[Contract] = []
    names: set[str] = set()
    for path in sorted(folder.glob("*.yml")):
        contract = parse_contract(read_written(path), path.name, shared)
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


def _check_names(contract: Contract, top: dict[str, YamlValue]) -> None:
    for names in (contract.column_names, [column.label_zh for column in contract.columns]):
        if twice := repeated(names):
            raise top["columns"].error(f"列名或中文列名重复:{'、'.join(twice)}")
    for option, names in (("key", contract.key), ("order", contract.order)):
        if not names or not set(names) <= set(contract.column_names):
            raise top[option].error(f"{option} 应列出本表的列,现为:{'、'.join(names) or '空'}")
    if not set(contract.key) <= set(contract.order):
        raise top["order"].error("order 应包含全部 key 列,否则导出的行序不确定")
