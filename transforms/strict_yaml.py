"""YAML read strictly: every value knows its line, no key twice, no key unknown, none missing."""

from dataclasses import dataclass
from datetime import date

import yaml

from transforms.errors import DataError

Scalar = str | int | float | bool | None


@dataclass(frozen=True)
class Mapping:
    """A YAML mapping with the line (1-based) of each key; access is by kind and raises DataError."""

    file: str
    line: int
    values: dict[str, yaml.Node]
    lines: dict[str, int]

    def allow(self, *, required: tuple[str, ...], optional: tuple[str, ...] = ()) -> None:
        """Raise DataError for a key that is not known or one that is missing."""
        for key in self.values:
            if key not in required and key not in optional:
                raise DataError(self.file, self.lines[key], f"不认识的项目 {key},可用:{'、'.join((*required, *optional))}")
        missing = [key for key in required if key not in self.values]
        if missing:
            raise DataError(self.file, self.line, f"缺少项目:{'、'.join(missing)}")

    def scalar(self, key: str) -> Scalar:
        """The plain value of a key as YAML types it; raises DataError for lists and mappings."""
        return _scalar(self.file, self.values[key])

    def text(self, key: str) -> str:
        """A non-empty text; numbers and booleans must be quoted."""
        value = self.scalar(key)
        if not isinstance(value, str) or not value.strip():
            raise DataError(self.file, self.lines[key], f"{key} 应为非空文字,现为 {value!r}")
        return value.strip()

    def optional_text(self, key: str) -> str:
        """A text that may be empty."""
        value = self.scalar(key)
        if value is not None and not isinstance(value, str):
            raise DataError(self.file, self.lines[key], f"{key} 应为文字(加引号),现为 {value!r}")
        return (value or "").strip()

    def day(self, key: str) -> date:
        """A date written 2013-05-10."""
        node = self.values[key]
        try:
            return date.fromisoformat(node.value if isinstance(node, yaml.ScalarNode) else "")
        except ValueError as error:
            raise DataError(self.file, self.lines[key], f"{key} 应为日期,写作 2013-05-10") from error

    def mapping(self, key: str) -> "Mapping":
        """A mapping below a key."""
        return _mapping(self.file, self.values[key])

    def truth(self, key: str) -> bool:
        """`true` or `false`."""
        value = self.scalar(key)
        if not isinstance(value, bool):
            raise DataError(self.file, self.lines[key], f"{key} 应为 true 或 false,现为 {value!r}")
        return value

    def number(self, key: str) -> int | float:
        """An integer or decimal number."""
        value = self.scalar(key)
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise DataError(self.file, self.lines[key], f"{key} 应为数字,现为 {value!r}")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts, without repetition; may be empty."""
        items: list[str] = []
        for node in self._sequence(key):
            value = _scalar(self.file, node)
            if not isinstance(value, str) or not value.strip():
                raise DataError(self.file, node.start_mark.line + 1, f"{key} 的每一项应为非空文字,现为 {value!r}")
            if value in items:
                raise DataError(self.file, node.start_mark.line + 1, f"{key} 中 {value} 重复")
            items.append(value.strip())
        return tuple(items)

    def mappings(self, key: str) -> tuple["Mapping", ...]:
        """A non-empty list of mappings."""
        items = tuple(_mapping(self.file, node) for node in self._sequence(key))
        if not items:
            raise DataError(self.file, self.lines[key], f"{key} 不能为空")
        return items

    def _sequence(self, key: str) -> list[yaml.Node]:
        node = self.values[key]
        if not isinstance(node, yaml.SequenceNode):
            raise DataError(self.file, self.lines[key], f"{key} 应为列表")
        return list(node.value)


def parse_mapping(text: str, file_name: str) -> Mapping:
    """The one top-level mapping of a YAML text; raises DataError with file and line for anything else."""
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        raise DataError(file_name, line, f"不是合法的 YAML:{error.problem}") from error
    except yaml.YAMLError as error:
        raise DataError(file_name, 0, f"不是合法的 YAML:{error}") from error
    if node is None:
        raise DataError(file_name, 0, "文件是空的")
    return _mapping(file_name, node)


def _mapping(file: str, node: yaml.Node) -> Mapping:
    line = node.start_mark.line + 1
    if not isinstance(node, yaml.MappingNode):
        raise DataError(file, line, "应为“项目: 值”的形式")
    values: dict[str, yaml.Node] = {}
    lines: dict[str, int] = {}
    for key_node, value_node in node.value:
        key = _scalar(file, key_node)
        key_line = key_node.start_mark.line + 1
        if not isinstance(key, str):
            raise DataError(file, key_line, f"项目名应为文字,现为 {key!r}")
        if key in values:
            raise DataError(file, key_line, f"项目 {key} 重复")
        values[key], lines[key] = value_node, key_line
    return Mapping(file, line, values, lines)


def _scalar(file: str, node: yaml.Node) -> Scalar:
    line = node.start_mark.line + 1
    if not isinstance(node, yaml.ScalarNode):
        raise DataError(file, line, "应为单个值")
    try:
        value = yaml.SafeLoader("").construct_object(node)
    except (yaml.YAMLError, ValueError) as error:
        raise DataError(file, line, f"值 {node.value!r} 无法读取") from error
    if value is None or isinstance(value, str | int | float | bool):
        return value
    raise DataError(file, line, f"值 {node.value!r} 应加引号写成文字")
