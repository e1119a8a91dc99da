"""Which SQL a `query` command means: its argument, a file, or a saved query."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from flows.file_troubles import file_sentence
from flows.query.saved import find_saved, given_parameters, saved_parameters, saved_queries
from transforms.errors import WrongUsage
from transforms.text_width import width


@dataclass(frozen=True)
class Question:
    """SQL and the values bound to its named parameters."""

    sql: str
    parameters: dict[str, Any]


def read_sql(path: Path) -> str:
    """The text of an SQL file, with or without a byte order mark; raises WrongUsage where it cannot be read."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise WrongUsage(f"文件 {path} 不是 UTF-8 编码,请另存为 UTF-8。") from None
    except OSError as error:
        raise WrongUsage(f"读不了文件 {path}:{file_sentence(error)}。") from None


def usable(sql: str) -> str:
    """The SQL unless it holds what no statement can (NUL, bytes that are no text); raises WrongUsage."""
    if "\0" in sql:
        raise WrongUsage("SQL 中有空字符(NUL),请检查文件是否为文本。")
    try:
        sql.encode("utf-8")
    except UnicodeEncodeError:
        raise WrongUsage("SQL 中有不是 UTF-8 的字节。") from None
    return sql


def choose(sql: str | None, file: Path | None, name: str | None, options: list[str]) -> Question:
    """The question asked in exactly one of three ways; raises WrongUsage."""
    if [sql, file, name].count(None) != 2:
        raise WrongUsage("请给出一条 SQL、-f 文件 或 --name 预存查询,三者取一;预存查询见 ipstats query --list。")
    values = given_parameters(options)
    if name is not None:
        saved = find_saved(name)
        return Question(saved.sql, saved_parameters(saved, values))
    text = read_sql(file) if file is not None else str(sql)
    return Question(usable(text), dict(values))


def list_text() -> str:
    """The saved queries, one a paragraph: name, title, meaning, parameters."""
    names = saved_queries()
    widest = max(width(query.name) for query in names)
    lines = []
    for query in names:
        lines.append(f"{query.name.ljust(widest)}  {query.title}")
        lines.append(f"{'':{widest}}  {query.description}")
        for parameter in query.parameters:
            default = parameter.default or "发布版的月份"
            lines.append(f"{'':{widest}}  --param {parameter.name}=...  {parameter.meaning}(默认{default})")
    return "\n".join(lines) + "\n"
