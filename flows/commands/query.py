"""`ipstats query`: ad hoc and saved SQL on the published copy."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from flows.home import Home, resolve_home
from flows.query.answer import Presentation, exit_code, write_answer
from flows.query.formats import Form
from flows.query.releases import MONTH_SQL, published_file
from flows.query.saved import (
    Misused,
    SavedQuery,
    find_saved,
    given_parameters,
    saved_parameters,
    saved_queries,
)
from flows.query.session import Request
from flows.query.shape import character_width

LONGEST_TIMEOUT = 3600


def query(
    sql: Annotated[str | None, Parameter(help="一条查询语句,如 \"SELECT * FROM 月度统计\"。")] = None,
    *,
    file: Annotated[Path | None, Parameter(name=["--file", "-f"], help="从文件读 SQL(UTF-8)。")] = None,
    name: Annotated[str | None, Parameter(help="运行一条预存查询,名称见 --list。")] = None,
    param: Annotated[list[str] | None, Parameter(help="参数,写作 名称=值;可多次给出。", negative=())] = None,
    list_saved: Annotated[bool, Parameter(name="--list", help="列出预存查询及其参数。", negative=())] = False,
    format: Annotated[Form | None, Parameter(help="输出格式;默认按 --output 的后缀,否则为表格。")] = None,
    output: Annotated[Path | None, Parameter(help="写到文件,如 结果.xlsx。")] = None,
    release: Annotated[str | None, Parameter(help="查某个发布版,如 2013-09.1;默认现行版。")] = None,
    limit: Annotated[int | None, Parameter(help="最多取多少行;屏幕表格默认 200 行。")] = None,
    timeout: Annotated[float, Parameter(help="最长运行秒数。")] = 30.0,
    home: Annotated[Path | None, Parameter(help="数据目录;默认取 IPSTATS_HOME。")] = None,
) -> int:
    """查询已发布的数据:运行一条 SQL 或一条预存查询。只读,不会改动任何数据。

    表有英文名(patents、patent_events、monthly_counts、scorecard)和中文视图(专利申请案、专利事件、月度统计、
    目标完成情况),各列含义见 data_dictionary。SQL 中的 $month 不给值时为发布版的月份。
    """

    def work() -> int:
        if list_saved:
            return list_queries()
        request = chosen_request(sql, file, name, param or [], timeout)
        place = resolve_home(home)
        write_answer(request.on(published_file(place, release)), Presentation(format, output, limit), place)
        return 0

    return exit_code(work)
