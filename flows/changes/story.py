"""The short text about two attached releases that were compared: months restated, patents new or gone, causes."""

from typing import Any

import duckdb

from flows.changes.compare import sql
from flows.changes.statements import THE_ORIGIN
from transforms.bulletin.words import add_words
from transforms.month_bases import provide_bases_of

_MOST_MONTHS = 12
_MOST_CAUSES = 8
_THINGS = {
    "patents": ("专利申请案", "件"),
    "monthly_counts": ("月度统计分组", "个"),
    "demonstration_enterprises": ("专利示范企业事项", "项"),
    "quarantine": ("待核记录", "条"),
}
# Lines carry several causes joined by this mark (release_changes.cause).
CAUSE_MARK = ";"


def story(connection: duckdb.DuckDBPyConnection) -> list[str]:
    """Sentences in the order of their weight; the table `told` has the lines with their causes."""
    add_words(connection)
    restated = [f"{month} {measure} {before}→{after}" for month, measure, before, after in restated_months(connection)]
    standing = [text for (text,) in _rows(connection, "standing")]
    things = [text for row in _rows(connection, "things") if (text := _thing(*row))]
    causes = _causes(connection)
    if not (restated or standing or things or causes):
        return ["两版在都有的月份里内容相同。"]
    return [
        f"改动的月份:{_listed(restated, _MOST_MONTHS)}。" if restated else "各月的申请量、授权量没有改动。",
        *([f"{_months(connection)}的目标完成情况:{';'.join(standing)}。"] if standing else []),
        *([f"{';'.join(things)}。"] if things else []),
        *([f"原因:{_listed(causes, _MOST_CAUSES)}。"] if causes else []),
    ]


def restated_months(connection: duckdb.DuckDBPyConnection) -> list[tuple[Any, ...]]:
    """Month, measure, number before and after, of the months that both releases hold."""
    for side in ("earlier", "later"):
        provide_bases_of(connection, side)
    return _rows(connection, "restated")


def _months(connection: duckdb.DuckDBPyConnection) -> str:
    ((last,),) = connection.execute("SELECT getvariable('last_month')").fetchall()
    year, number = last.split("-")
    return f"{year}年1月" if number == "01" else f"{year}年1—{int(number)}月"


def _causes(connection: duckdb.DuckDBPyConnection) -> list[str]:
    """The causes of what changed, each once, the most frequent first."""
    parts = [
        cause
        for (text,) in connection.execute(sql("causes"), {"origin": THE_ORIGIN}).fetchall()
        for cause in text.split(CAUSE_MARK)
    ]
    return sorted(dict.fromkeys(parts), key=lambda cause: -parts.count(cause))


def _thing(table: str, new: int, gone: int, changed: int) -> str:
    label, counter = _THINGS[table]
    parts = [f"{word}{n}{counter}" for word, n in (("新增", new), ("减少", gone), ("内容变动", changed)) if n]
    return f"{label}{'、'.join(parts)}" if parts else ""


def _listed(texts: list[str], most: int) -> str:
    return ";".join(texts[:most]) + (f";等{len(texts)}项" if len(texts) > most else "")


def _rows(connection: duckdb.DuckDBPyConnection, name: str) -> list[tuple[Any, ...]]:
    return connection.execute(sql(name)).fetchall()
