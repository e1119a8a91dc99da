"""YAML read strictly: unknown keys, repeated keys and wrong types are errors that name file and line."""

import re
from collections.abc import Collection
from dataclasses import dataclass

import yaml

from transforms.errors import DataError

_TEXT_TAGS = tuple(f"tag:yaml.org,2002:{kind}" for kind in ("str", "int", "float", "timestamp"))


@dataclass(frozen=True)
class YamlValue:
    """One value of a YAML file that still knows the file and line it stands on."""

    file: str
    node: yaml.Node

    @property
    def line(self) -> int:
        """Return the 1-based line of the value."""
        return int(self.node.start_mark.line) + 1

    def error(self, message: str) -> DataError:
        """Return the error that blames this value."""
        return DataError(self.file, self.line, message)

    def mapping(self, allowed: Collection[str], required: Collection[str] = ()) -> "dict[str, YamlValue]":
        """Return the entries of a mapping whose keys are all `allowed` and hold every `required` one."""
        entries = self.entries()
        for key, value in entries.items():
            if key not in allowed:
                raise value.error(f"不认识的项目“{key}”,可用:{'、'.join(sorted(allowed))}")
        missing = [key for key in required if key not in entries]
        if missing:
            raise self.error(f"缺少项目:{'、'.join(missing)}")
        return entries

    def entries(self) -> "dict[str, YamlValue]":
        """Return the entries of a mapping with any keys; a repeated key is an error."""
        if not isinstance(self.node, yaml.MappingNode):
            raise self.error("此处应为“名称: 值”的形式")
        found: dict[str, YamlValue] = {}
        for key_node, value_node in self.node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                raise YamlValue(self.file, key_node).error("项目名称应为文字")
            if key_node.value in found:
                raise YamlValue(self.file, key_node).error(f"项目“{key_node.value}”重复出现")
            found[key_node.value] = YamlValue(self.file, value_node)
        return found

    def text(self, pattern: str | None = None, meaning: str = "文字") -> str:
        """Return a scalar as it is written; with `pattern` it must match whole (`meaning` says what it is)."""
        if not isinstance(self.node, yaml.ScalarNode) or self.node.tag not in _TEXT_TAGS:
            raise self.error(f"此处应为{meaning}")
        value = str(self.node.value).strip()
        if not value or (pattern is not None and not re.fullmatch(pattern, value)):
            raise self.error(f"“{value}”不是{meaning}")
        return value

    def choice(self, options: Collection[str]) -> str:
        """Return a scalar that is one of `options`."""
        value = self.text()
        if value not in options:
            raise self.error(f"“{value}”不在可选值之内:{'、'.join(sorted(options))}")
        return value

    def items(self) -> "list[YamlValue]":
        """Return the members of a list."""
        if not isinstance(self.node, yaml.SequenceNode):
            raise self.error("此处应为列表,例如 [a, b]")
        return [YamlValue(self.file, item) for item in self.node.value]

    def choices(self, options: Collection[str]) -> tuple[str, ...]:
        """Return a list of `options` without repetition."""
        found = tuple(item.choice(options) for item in self.items())
        if len(set(found)) < len(found):
            raise self.error("列表中有重复的值")
        return found

    def whole_number(self) -> int:
        """Return a positive whole number."""
        return int(self.text(r"[1-9][0-9]{0,8}", "正整数"))

    def regular_expression(self) -> str:
        """Return a text that is a valid regular expression."""
        pattern = self.text()
        try:
            re.compile(pattern)
        except re.error as problem:
            raise self.error(f"正则表达式有误:{problem}") from problem
        return pattern


def read_yaml(text: str, file_name: str) -> YamlValue:
    """Return the one document of a YAML text; a syntax error or an empty file is a DataError."""
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError as problem:
        mark = getattr(problem, "problem_mark", None)
        line = mark.line + 1 if mark is not None else 0
        raise DataError(file_name, line, "不是有效的 YAML,请检查缩进、冒号后的空格和引号") from problem
    if node is None:
        raise DataError(file_name, 0, "文件是空的")
    return YamlValue(file_name, node)
