"""The header of a .sql file of ours, read strictly: lines `-- key: value` before the statement."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from transforms.errors import DataError
from transforms.written_text import read_written

_LINE = re.compile(r"-- ([a-z_]+):\s*(.*)")
_NAME = re.compile(r"[a-z][a-z0-9_]*")


@dataclass(frozen=True)
class Header:
    """Which keys a header has: the first names the file's content; a tuple lists the values a key may have.

    A key of `several` may have more than one of them, as in `records, enterprises`.
    """

    name_key: str
    required: Mapping[str, tuple[str, ...]]
    optional: Mapping[str, tuple[str, ...]]
    noun_zh: str
    several: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Statement:
    """A file taken apart: header values, the statement, and the line (1-based) on which the statement begins."""

    values: dict[str, str]
    sql: str
    line: int


def read_statement(text: str, file_name: str, header: Header) -> Statement:
    """Header and statement of one file; raises DataError with file and line for a mistake."""
    lines = text.splitlines()
    start = next((number for number, line in enumerate(lines) if not line.startswith("--")), len(lines))
    values = _values(lines[:start], file_name, header)
    body = "\n".join(line.rstrip() for line in lines[start:]).strip()
    return Statement(values, body, start + 1)


def read_file(path: Path, header: Header) -> Statement:
    """The same from a file that must be named like its content."""
    statement = read_statement(read_written(path), path.name, header)
    name = statement.values[header.name_key]
    if name != path.stem:
        raise DataError(path.name, 1, f"{header.noun_zh}名 {name} 与文件名不符")
    return statement


def _values(lines: list[str], file_name: str, header: Header) -> dict[str, str]:
    allowed = {header.name_key: (), **header.required, **header.optional}
    values: dict[str, str] = {}
    for number, line in enumerate(lines, start=1):
        match = _LINE.fullmatch(line.rstrip())
        if match is None:
            continue
        key, value = match[1], match[2].strip()
        if key not in allowed:
            raise DataError(file_name, number, f"不认识的项目 {key},可用:{'、'.join(allowed)}")
        if key in values:
            raise DataError(file_name, number, f"项目 {key} 重复")
        if not value:
            raise DataError(file_name, number, f"{key} 不能为空")
        if key == header.name_key and not _NAME.fullmatch(value):
            raise DataError(file_name, number, f"{header.noun_zh}名应由小写字母、数字和下划线组成,现为 {value}")
        given = value.split(", ") if key in header.several else [value]
        if allowed[key] and not set(given) <= set(allowed[key]):
            raise DataError(file_name, number, f"{key} 应为 {'、'.join(allowed[key])} 之一,现为 {value}")
        values[key] = value
    missing = [key for key in (header.name_key, *header.required) if key not in values]
    if missing:
        raise DataError(file_name, 1, f"开头缺少:{'、'.join(missing)}")
    return values
