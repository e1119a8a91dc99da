"""The flows that run by themselves or from the form on Prefect's page; the home is that of IPSTATS_HOME."""

from datetime import date
from typing import Annotated

from prefect import flow, get_run_logger
from prefect.runtime import flow_run
from pydantic import Field

from flows.alerts.operational import note_held
from flows.home import resolve_home
from flows.lock import wait_until_free
from flows.monthly import one_month
from flows.months import OFFICE_TIME, RUN_NAME, last_complete_month, refuse_future, today
from flows.serving.watching import files_not_understood
from flows.states import named_refusal

_PATIENCE_SECONDS = 3600.0

Month = Annotated[str | None, Field(pattern=r"^\d{4}-(0[1-9]|1[0-2])$")]


def _planned_month() -> str:
    planned = flow_run.scheduled_start_time.astimezone(OFFICE_TIME).date()
    return last_complete_month(planned)


def _run_name() -> str:
    return RUN_NAME.format(month=flow_run.parameters.get("month") or _planned_month())


@flow(name="monthly", flow_run_name=_run_name)
@named_refusal
def monthly(month: Month = None, received_on: date | None = None) -> str:
    """读入收件文件夹中的新文件,统计一个月,数字有变化就发布一版;正在运行的另一个任务结束后才开始。

    Args:
        month: 统计月份,写作 2013-09。不填:计划时间之前的上一个整月。
        received_on: 收到日期,即数据截至日;没有旁注的文件按这一天收到。不填:今天。

    Returns:
        The id of the release that stands.
    """
    home, day = resolve_home(), received_on or today()
    chosen = month or _planned_month()
    refuse_future(chosen, day)
    wait_until_free(home.lock_file, _PATIENCE_SECONDS)
    result = one_month(home.root, chosen, day)
    for outcome in result.outcomes:
        if outcome.state == "held":
            get_run_logger().warning("【待确认文件】%s", outcome.message)
    return result.published.release.release_id


@flow(name="watch-inbox", flow_run_name=lambda: f"{today()} 查看收件文件夹")
@named_refusal
def watch_inbox() -> list[str]:
    """查看收件文件夹:读不懂的文件当天就指出来,不入库。

    Returns:
        The names of the files that would be held.
    """
    home, day = resolve_home(), today()
    waiting = files_not_understood(home, day)
    for name, problem in waiting:
        get_run_logger().warning("【待确认文件】%s未能入库:%s", name, problem)
    note_held(home, last_complete_month(day), [(name, problem.reason, problem.remedy) for name, problem in waiting])
    return [name for name, _ in waiting]
