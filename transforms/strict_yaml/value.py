"""A value of a YAML file: unknown keys, repeated keys and wrong types are errors that name file and line."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

import yaml

from transforms.errors import DataError

_TEXT_TAGS = tuple(f"tag:yaml.org,2002:{kind}" for kind in ("str", "int", "float", "timestamp"))


@dataclass(frozen=True)
class YamlValue:
    """One value of a YAML file that still knows its key ('' in a list) and the file and line it stands on."""

    file: str
    node: yaml.Node
    key: str = ""

    @property
    def line(self) -> int:
        """The 1-based line of the value."""
        return int(self.node.start_mark.line) + 1

    def error(self, message: str) -> DataError:
        """The error that blames this value."""
        return DataError(self.file, self.line, message)

    def mapping(self, allowed: Collection[str], required: Collection[str] = ()) -> "dict[str, YamlValue]":
        """The entries of a mapping whose keys are all `allowed` and hold every `required` one."""
        entries = self.entries()
        for key_node, _ in self.node.value:
            if key_node.value not in allowed:
                known = "、".join(sorted(allowed))
                raise YamlValue(self.file, key_node).error(f"不认识的项目“{key_node.value}”,可用:{known}")
        if missing := [key for key in required if key not in entries]:
            raise self.error(f"缺少项目:{'、'.join(missing)}")
        return entries

    def entries(self) -> "dict[str, YamlValue]":
        """The entries of a mapping with any keys; a repeated key is an error."""
        if not isinstance(self.node, yaml.MappingNode):
            raise self.error(f"{self.key or '此处'}应为“项目: 值”的形式")
        found: dict[str, YamlValue] = {}
        for key_node, value_node in self.node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                raise YamlValue(self.file, key_node).error("项目名称应为文字")
            if key_node.value in found:
                raise YamlValue(self.file, key_node).error(f"项目“{key_node.value}”重复出现")
            found[key_node.value] = YamlValue(self.file, value_node, key_node.value)
        return found

    def items(self) -> "list[YamlValue]":
        """The members of a list."""
        if not isinstance(self.node, yaml.SequenceNode):
            raise self.error(f"{self.key or '此处'}应为列表,例如 [a, b]")
        return [YamlValue(self.file, item) for item in self.node.value]

    def written(self) -> str:
        """A single value in just the characters of the file: YAML reads 02300 as 1216 and 38:20 as 2300."""
        if not isinstance(self.node, yaml.ScalarNode):
            raise self.error(f"{self.key or '此处'}应为单个值")
        return str(self.node.value).strip()

    def text(self, pattern: str | None = None, meaning: str = "文字") -> str:
        """A single value as it is written; with `pattern` it must match whole (`meaning` says what it is)."""
        if not isinstance(self.node, yaml.ScalarNode) or self.node.tag not in _TEXT_TAGS:
            raise self.error(f"{self.key or '此处'}应为{meaning}")
        value = self.written()
        if not value or (pattern is not None and not re.fullmatch(pattern, value)):
            raise self.error(f"“{value}”不是{meaning}")
        return value

    def quoted(self) -> str:
        """A non-empty text in YAML's own sense: a number or truth value must stand in quotes."""
        if value := self.quoted_or_empty():
            return value
        raise self.error(f"{self.key or '此处'}应为非空文字")

    def quoted_or_empty(self) -> str:
        """The same, or nothing."""
        if (value := self._value()) is not None and not isinstance(value, str):
            raise self.error(f"{self.key or '此处'}应为文字(数字须加引号),现为 {value!r}")
        return (value or "").strip()

    def choice(self, options: Collection[str]) -> str:
        """A single value that is one of `options`."""
        if (value := self.text()) not in options:
            raise self.error(f"“{value}”不在可选值之内:{'、'.join(sorted(options))}")
        return value

    def choices(self, options: Collection[str]) -> tuple[str, ...]:
        """A list of `options` without repetition."""
        return self._unrepeated([item.choice(options) for item in self.items()])

    def quoted_texts(self) -> tuple[str, ...]:
        """A list of texts without repetition; may be empty."""
        return self._unrepeated([item.quoted() for item in self.items()])

    def number(self) -> int | float:
        """An integer or decimal number."""
        if isinstance(value := self._value(), bool) or not isinstance(value, int | float):
            raise self.error(f"{self.key or '此处'}应为数字,现为 {value!r}")
        return value

    def whole_number(self) -> int:
        """A positive whole number."""
        return int(self.text(r"[1-9][0-9]{0,8}", "正整数"))

    def day(self) -> date:
        """A date written 2013-05-10."""
        text = self.text(r"\d{4}-\d{2}-\d{2}", "日期,写作 2013-05-10")
        try:
            return date.fromisoformat(text)
        except ValueError as problem:
            raise self.error(f"“{text}”不是日历上的日期") from problem

    def regular_expression(self) -> str:
        """A text that is a valid regular expression."""
        try:
            return re.compile(self.text()).pattern
        except re.error as problem:
            raise self.error(f"正则表达式有误:{problem}") from problem

    def _value(self) -> object:
        self.written()
        try:
            return yaml.SafeLoader("").construct_object(self.node)
        except (yaml.YAMLError, ValueError) as problem:
            raise self.error(f"值 {self.node.value!r} 无法读取") from problem

    def _unrepeated(self, found: list[str]) -> tuple[str, ...]:
        if len(set(found)) < len(found):
            raise self.error(f"{self.key or '列表'}中有重复的值")
        return tuple(found)
