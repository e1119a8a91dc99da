"""`ipstats diff`: what changed between two releases, and why."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from cyclopts import Parameter

from expectations.contracts import load_contracts
from flows.changes.between import compared, find_pair
from flows.changes.in_words import headings, in_words
from flows.changes.story import story
from flows.home import resolve_home
from flows.publishing.release import Release
from flows.query.answer import Presentation, exit_code, form_to_write, say, write_result
from flows.query.formats import Form
from flows.query.session import Column, Result
from transforms.errors import WrongUsage

if TYPE_CHECKING:
    import duckdb

LineForm = Literal["table", "csv", "json", "xlsx"]
# the others are read by programs, under the names of table release_changes
_FOR_PEOPLE = ("table", "xlsx")
_LINES = "SELECT table_name, key, column_name, before, after, cause FROM told ORDER BY table_name, key, column_name"


def diff(
    first: Annotated[str, Parameter(help="一个发布版,如 2013-08.1;只写月份时为该月最后一版。")],
    second: Annotated[str, Parameter(help="另一个发布版,如 2013-09.1。")],
    *,
    format: Annotated[LineForm | None, Parameter(help="输出格式;默认按 --output 的后缀,否则为表格。")] = None,
    output: Annotated[Path | None, Parameter(help="写到文件,如 变动.xlsx。")] = None,
    limit: Annotated[int | None, Parameter(help="最多取多少行;屏幕上的表格默认 200 行。")] = None,
    home: Annotated[Path | None, Parameter(help="数据目录;默认取环境变量 IPSTATS_HOME。")] = None,
) -> int:
    """比较两个发布版:都有的月份里哪些数变了、由多少变成多少、为什么;最后是一段小结。

    不要求相邻;先后颠倒时自动按先后比较。新月份的行不算变动。
    """

    def work() -> int:
        """Compare and print; the exit code."""
        place = resolve_home(home)
        earlier, later = find_pair(place, first, second)
        presentation = Presentation(format, output, limit)
        form = form_to_write(presentation, place)
        if form == "parquet":
            raise WrongUsage("比较的结果不能写成 parquet,请用 csv、json 或 xlsx。")
        say(_heading(earlier, later, is_swapped=not earlier.release_id.startswith(first)))
        with compared(place, earlier, later) as connection:
            write_result(_result(connection, form, presentation.most_rows(form)), form, presentation)
            text = "".join(f"{sentence}\n" for sentence in story(connection))
        (sys.stdout if form == "table" and output is None else sys.stderr).write(text)
        return 0

    return exit_code(work)


def _heading(earlier: Release, later: Release, *, is_swapped: bool) -> str:
    order = "(已按先后对调)" if is_swapped else ""
    said = [f"{release.release_id}(数据截至 {release.as_of})" for release in (earlier, later)]
    return f"{said[0]}→ {said[1]}{order}(内部资料 注意保存)"


def _result(connection: duckdb.DuckDBPyConnection, form: Form, most_rows: int | None) -> Result:
    cursor = connection.execute(_LINES)
    names = [name for name, *_ in cursor.description]
    found = cursor.fetchall()
    rows = [list(row) for row in found[:most_rows]]
    if form in _FOR_PEOPLE:
        contracts = load_contracts()
        names, rows = headings(contracts), list(in_words(rows, contracts))
    columns = tuple(Column(name, "VARCHAR") for name in names)
    return Result(columns, iter([rows]), row_count=len(rows), seen=len(found))
