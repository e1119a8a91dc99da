"""`ipstats run`: one monthly run."""

from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from flows.commands.printing import print_month, usage
from flows.commands.ready import make_ready
from flows.engine import run_flow
from flows.home import existing_home
from flows.months import last_complete_month, parse_day, parse_month, refuse_future


@usage
def run(
    *,
    month: Annotated[str | None, Parameter(help="统计月份,如 2013-09;默认上一个整月。")] = None,
    received_on: Annotated[str | None, Parameter(help="收到日期(数据截至日),如 2013-10-15;默认今天。")] = None,
    home: Annotated[Path | None, Parameter(help="数据目录;默认取环境变量 IPSTATS_HOME。")] = None,
) -> int:
    """月度任务:读入收件文件夹中的新文件,统计该月,数字有变化就发布一版。

    收件文件夹是数据目录下的 inbox。读不懂的文件列为“待确认”并说明处理办法,不影响其余文件。
    """
    place = existing_home(home)
    day = parse_day(received_on)
    chosen = parse_month(month) if month else last_complete_month(day)
    refuse_future(chosen, day)
    make_ready(place)
    from flows.monthly import monthly

    print_month(run_flow(place, lambda: monthly(place.root, chosen, day)))
    return 0
