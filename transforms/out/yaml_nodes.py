"""YAML read node by node, so that every mistake can be named with its file and line."""

from datetime import date
from typing import Any, NoReturn

import yaml

from transforms.errors import DataError

_TYPES = {"int": "整数", "str": "文字", "timestamp": "日期(如 2014-03-31)"}


def root(text: str, file_name: str) -> yaml.Node:
    """The document's root node; DataError where the text is not YAML or empty."""
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as problem:
        line = problem.problem_mark.line + 1 if problem.problem_mark else 0
        raise DataError(file_name, line, f"不是正确的YAML:{problem.problem}") from problem
    except yaml.YAMLError as problem:
        raise DataError(file_name, 0, f"不是正确的YAML:{problem}") from problem
    if node is None:
        raise DataError(file_name, 0, "文件是空的")
    return node


def refuse(node: yaml.Node, file_name: str, message: str) -> NoReturn:
    """Raise DataError at the line where `node` starts."""
    raise DataError(file_name, node.start_mark.line + 1, message)


def mapping(node: yaml.Node, file_name: str, required: set[str], optional: set[str]) -> dict[str, yaml.Node]:
    """The entries of a mapping; DataError for a key that is unknown, written twice or absent."""
    entries = any_mapping(node, file_name)
    for key, value in entries.items():
        if key not in required | optional:
            refuse(value, file_name, f"不认识的项目“{key}”,可用:{'、'.join(sorted(required | optional))}")
    absent = sorted(required - entries.keys())
    if absent:
        refuse(node, file_name, f"缺少项目:{'、'.join(absent)}")
    return entries


def any_mapping(node: yaml.Node, file_name: str) -> dict[str, yaml.Node]:
    """The entries of a mapping with any keys; DataError for a key written twice."""
    if not isinstance(node, yaml.MappingNode):
        refuse(node, file_name, "此处应为“名称: 值”的列表")
    entries: dict[str, yaml.Node] = {}
    for key, value in node.value:
        if key.value in entries:
            refuse(key, file_name, f"“{key.value}”写了两次")
        entries[key.value] = value
    return entries


def integer(node: yaml.Node, file_name: str, name: str) -> int:
    """A whole number in plain digits (YAML would read 0600 as 384 and 1:30 as 90)."""
    found = _scalar(node, file_name, name, "int")
    if str(found) != node.value:
        refuse(node, file_name, f"“{name}”应写作普通整数")
    return int(found)


def text(node: yaml.Node, file_name: str, name: str) -> str:
    """A text that says something."""
    found = str(_scalar(node, file_name, name, "str")).strip()
    if not found:
        refuse(node, file_name, f"“{name}”不能为空")
    return found


def day(node: yaml.Node, file_name: str, name: str) -> date:
    """A calendar day (not an instant)."""
    found = _scalar(node, file_name, name, "timestamp")
    if type(found) is not date:
        refuse(node, file_name, f"“{name}”应为日期,不带时间")
    return found


def _scalar(node: yaml.Node, file_name: str, name: str, kind: str) -> Any:
    if not isinstance(node, yaml.ScalarNode) or node.tag != f"tag:yaml.org,2002:{kind}":
        refuse(node, file_name, f"“{name}”应为{_TYPES[kind]}")
    try:
        return yaml.SafeLoader("").construct_object(node)
    except ValueError as problem:
        raise DataError(file_name, node.start_mark.line + 1, f"“{name}”不是有效的{_TYPES[kind]}") from problem
