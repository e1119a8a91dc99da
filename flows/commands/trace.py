"""`ipstats trace`: the patents behind a number of the scorecard."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from flows.home import resolve_home
from flows.query.answer import Presentation, exit_code, say, write_answer
from flows.query.formats import Form
from flows.query.releases import published_file
from flows.query.trace import prepare_trace
from flows.query.verdict import heading, verdict


def trace(
    indicator: Annotated[str, Parameter(help="指标,如 patent_applications 或 专利申请量。")],
    *,
    month: Annotated[str | None, Parameter(help="截至月份,如 2013-09;默认发布版的月份。")] = None,
    unit: Annotated[str | None, Parameter(help="统计单位的代码或名称;默认全市。")] = None,
    release: Annotated[str | None, Parameter(help="查某个发布版,如 2013-09.1;默认现行版。")] = None,
    format: Annotated[Form | None, Parameter(help="输出格式;默认按 --output 的后缀,否则为表格。")] = None,
    output: Annotated[Path | None, Parameter(help="写到文件,如 明细.xlsx。")] = None,
    limit: Annotated[int | None, Parameter(help="最多取多少行;屏幕上的表格默认 200 行。")] = None,
    home: Annotated[Path | None, Parameter(help="数据目录;默认取环境变量 IPSTATS_HOME。")] = None,
) -> int:
    """查出一个数字背后的专利(或企业):本年1月至所选月份的每一件,附原文件名、工作表和行号。

    指标:专利申请量、发明专利申请占比(列出分子,即发明申请)、专利授权量、新增专利示范企业、新增省级专利示范企业。
    """

    def work() -> int:
        """Find the rows of a number and print them; the exit code."""
        place = resolve_home(home)
        database = published_file(place, release)
        found = prepare_trace(database, indicator, month, unit)
        say(heading(found))
        result = write_answer(found.request, Presentation(format, output, limit), place)
        sentence, agrees = verdict(found, result.seen)
        say(sentence)
        return 0 if agrees else 1

    return exit_code(work)
