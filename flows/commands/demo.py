"""`ipstats demo`: the whole job on the sample deliveries."""

import shutil
import sys
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from flows.commands.printing import print_month, usage
from flows.engine import run_flow, set_up
from flows.home import CHECKOUT, Home, demo_home, resolve_home
from flows.months import months_between, usual_day
from flows.notice import SAMPLE_DATA, notice_file
from transforms.errors import Refused

SAMPLES = CHECKOUT / "data" / "samples" / "inbox"
_FIRST, _LAST = "2013-01", "2013-09"


@usage
def demo(*, home: Annotated[Path | None, Parameter(help="数据目录;默认 data/demo,每次清空。")] = None) -> int:
    """用示例数据演示全过程:读入 2010 至 2013 年的示例文件,逐月发布 2013 年 1 至 9 月。"""
    place = resolve_home(home) if home else demo_home()
    _empty(place, own=home is None)
    shutil.copytree(SAMPLES, place.inbox, dirs_exist_ok=True)
    shutil.copytree(SAMPLES.parent / "notes", place.root / "notes", dirs_exist_ok=True)
    notice_file(place).write_text(f"{SAMPLE_DATA}\n", encoding="utf-8")
    set_up(place)
    from flows.monthly import backfill

    days = [(month, usual_day(month)) for month in months_between(_FIRST, _LAST)]
    results = run_flow(place, lambda: backfill(place.root, _FIRST, _LAST, days))
    sys.stdout.write(f"{SAMPLE_DATA}\n")
    print_month(results[-1])
    sys.stdout.write(f"查询试试:ipstats query --home {place.root} --name towns_year_to_date\n")
    return 0


def _empty(place: Home, *, own: bool) -> None:
    """The demonstration starts from nothing; a home that somebody named is never emptied."""
    if own:
        shutil.rmtree(place.root, ignore_errors=True)
    elif place.root.exists() and any(place.root.iterdir()):
        raise Refused(f"数据目录 {place.root} 不是空的;演示只在空目录里进行,以免混入真实数据。")
