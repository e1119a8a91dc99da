"""Saved queries: .sql files whose comment header gives title, meaning and parameters.

-- 标题: 各镇(街道)累计
-- 说明: 一句话或几句话。
-- 参数 month 月份: 截至月份            (no default: the release's month)
-- 参数 top 整数 = 20: 显示前几家
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from flows.months import parse_day, parse_month
from transforms.errors import DataError, WrongUsage
from transforms.written_text import read_written

FOLDER = Path(__file__).with_name("saved")
FIELD = re.compile(r"-- (标题|说明): (.+)")
PARAMETER = re.compile(r"-- 参数 (\w+) (月份|整数|文本|日期)(?: = ([^:]+?))?: (.+)")


@dataclass(frozen=True)
class Parameter:
    """A named value a saved query takes; without default it is the release's month."""

    name: str
    kind: str
    default: str | None
    meaning: str


@dataclass(frozen=True)
class SavedQuery:
    """One saved query: its file's name, Chinese title and description, parameters and SQL."""

    name: str
    title: str
    description: str
    parameters: tuple[Parameter, ...]
    sql: str


READERS: dict[str, tuple[Callable[[str], str | int], str]] = {
    "月份": (parse_month, "如 2013-09"),
    "整数": (int, "如 20"),
    "日期": (lambda text: parse_day(text).isoformat(), "如 2013-09-30"),
    "文本": (str, "任意文字"),
}


def parse_saved(name: str, sql: str) -> SavedQuery:
    """A saved query from its file's text; raises DataError where the header lacks a title or description."""
    lines = [line for line in sql.splitlines() if line.startswith("--")]
    fields = [match.groups() for line in lines if (match := FIELD.fullmatch(line))]
    titles = [text for field, text in fields if field == "标题"]
    descriptions = [text for field, text in fields if field == "说明"]
    if len(titles) != 1 or not descriptions:
        raise DataError(f"{name}.sql", 1, "开头的注释应有一行“-- 标题: ”和至少一行“-- 说明: ”")
    parameters = [Parameter(*match.groups()) for line in lines if (match := PARAMETER.fullmatch(line))]
    return SavedQuery(name, titles[0], "".join(descriptions), tuple(parameters), sql)


def saved_queries(folder: Path = FOLDER) -> list[SavedQuery]:
    """All saved queries, by file name."""
    return [_read(path) for path in sorted(folder.glob("*.sql"))]


def _read(path: Path) -> SavedQuery:
    return parse_saved(path.stem, read_written(path))


def find_saved(wanted: str, folder: Path = FOLDER) -> SavedQuery:
    """The saved query of that name or title; raises WrongUsage with the names there are.

    Asked for by its file's name, it is read alone: a mistake in another one is no hindrance.
    """
    if wanted in {path.stem for path in folder.glob("*.sql")}:
        return _read(folder / f"{wanted}.sql")
    queries = saved_queries(folder)
    for query in queries:
        if wanted in (query.name, query.title):
            return query
    there_are = "、".join(query.name for query in queries)
    raise WrongUsage(f"没有名为“{wanted}”的查询。现有:{there_are}(说明见 ipstats query --list)。")


def given_parameters(options: list[str]) -> dict[str, str]:
    """The values of `--param name=value`; raises WrongUsage for another form or a name given twice."""
    values: dict[str, str] = {}
    for option in options:
        name, equals, value = option.partition("=")
        if not equals or not name.isidentifier() or name in values:
            raise WrongUsage(f"--param 的写法是 名称=值,每个名称一次,这里是“{option}”。")
        values[name] = value
    return values


def read_value(parameter: Parameter, text: str) -> str | int:
    """A parameter's value by its kind; raises WrongUsage."""
    reader, example = READERS[parameter.kind]
    try:
        return reader(text)
    except (ValueError, WrongUsage):
        raise WrongUsage(f"参数 {parameter.name} 应为{parameter.kind}({example}),这里是“{text}”。") from None


def saved_parameters(query: SavedQuery, values: dict[str, str]) -> dict[str, str | int]:
    """The values of a saved query: what was given, else the defaults; raises WrongUsage for unknown names."""
    known = {parameter.name: parameter for parameter in query.parameters}
    if unknown := sorted(values.keys() - known.keys()):
        there_are = "、".join(known) or "(没有参数)"
        raise WrongUsage(f"查询 {query.name} 没有参数 {'、'.join(unknown)}。可用的参数:{there_are}。")
    texts = {name: values.get(name, parameter.default) for name, parameter in known.items()}
    return {name: read_value(known[name], text) for name, text in texts.items() if text is not None}
