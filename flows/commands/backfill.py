"""`ipstats backfill`: several months in one process."""

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from flows.commands.printing import print_month, usage
from flows.commands.ready import make_ready
from flows.engine import run_flow
from flows.home import existing_home
from flows.months import months_between, parse_month, refuse_future, today, usual_day


@usage
def backfill(
    first: Annotated[str, Parameter(help="起始月份,如 2013-01。")],
    last: Annotated[str, Parameter(help="结束月份,如 2013-09。")],
    *,
    home: Annotated[Path | None, Parameter(help="数据目录;默认取环境变量 IPSTATS_HOME。")] = None,
) -> int:
    """补发多个月份:逐月统计并发布,各月的数据截至次月15日。

    文件旁的旁注(received_on)可写明实际收到日期。没有写明的推定如下:
    某月的明细,在该月的截至日收到;
    不属于某一月的文件,在其中最晚日期之后的第一个截至日收到;
    以后月份的明细,留待以后运行。
    """
    place = existing_home(home)
    months = months_between(parse_month(first), parse_month(last))
    refuse_future(months[-1], today())
    make_ready(place)
    from flows.monthly import backfill as backfill_flow

    days = [(month, min(usual_day(month), today())) for month in months]
    for result in run_flow(place, lambda: backfill_flow(place.root, months[0], months[-1], days)):
        print_month(result)
    return 0
