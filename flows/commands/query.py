"""`ipstats query`: ad hoc and saved SQL on the published copy."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from flows.home import resolve_home
from flows.query.answer import Presentation, exit_code, write_answer
from flows.query.choice import choose, list_text
from flows.query.formats import Form
from flows.query.releases import published_file
from flows.query.session import Request
from transforms.errors import WrongUsage

LONGEST_SECONDS = 3600.0


def query(
    sql: Annotated[str | None, Parameter(help='一条查询语句,如 "SELECT * FROM 月度统计"。')] = None,
    *,
    file: Annotated[Path | None, Parameter(name=["--file", "-f"], help="从文件读 SQL(UTF-8)。")] = None,
    name: Annotated[str | None, Parameter(help="运行一条预存查询,名称见 --list。")] = None,
    param: Annotated[list[str] | None, Parameter(help="参数,写作 名称=值;可多次给出。", negative=())] = None,
    list_saved: Annotated[bool, Parameter(name="--list", help="列出预存查询及其参数。", negative=())] = False,
    format: Annotated[Form | None, Parameter(help="输出格式;默认按 --output 的后缀,否则为表格。")] = None,
    output: Annotated[Path | None, Parameter(help="写到文件,如 结果.xlsx。")] = None,
    release: Annotated[str | None, Parameter(help="查某个发布版,如 2013-09.1;默认现行版。")] = None,
    limit: Annotated[int | None, Parameter(help="最多取多少行;屏幕上的表格默认 200 行。")] = None,
    timeout: Annotated[float, Parameter(help="最长等待的秒数。")] = 30.0,
    home: Annotated[Path | None, Parameter(help="数据目录;默认取环境变量 IPSTATS_HOME。")] = None,
) -> int:
    """查询已发布的数据:运行一条 SQL 或一条预存查询。只读,不会改动任何数据。

    表有英文名(patents、patent_events、monthly_counts 等)和中文视图(专利申请案、专利事件、月度统计等),
    用 SHOW TABLES 列出,各列含义见 data_dictionary。SQL 中的 $month 不给值时为发布版的月份。
    """

    def work() -> int:
        """List, or ask and print; the exit code."""
        if list_saved:
            sys.stdout.buffer.write(list_text().encode("utf-8"))
            return 0
        if not 0 < timeout <= LONGEST_SECONDS:
            raise WrongUsage(f"--timeout 应大于 0、不超过 {LONGEST_SECONDS:g} 秒。")
        question = choose(sql, file, name, param or [])
        place = resolve_home(home)
        database = published_file(place, release)
        request = Request(database, question.sql, question.parameters, seconds=timeout, is_saved=name is not None)
        write_answer(request, Presentation(format, output, limit), place)
        return 0

    return exit_code(work)
