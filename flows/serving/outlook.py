"""When the next monthly run is, as far as this machine knows; imports no prefect."""

import json
import urllib.request
from dataclasses import dataclass
from datetime import datetime

from flows.home import Home
from flows.months import OFFICE_TIME, last_complete_month
from flows.serving.deployments import MONTHLY, deployments_file, last_due, load_deployments, monthly_day, next_due
from flows.serving.running import Serving, serving

_ANSWER_SECONDS = 3.0


@dataclass(frozen=True)
class Outlook:
    """A sentence about the next run; `is_certain` where a service is there to start it."""

    sentence: str
    is_certain: bool


def outlook(home: Home) -> Outlook:
    """The next run of the schedule, and whether anything will start it."""
    day = monthly_day(load_deployments(deployments_file()))
    due = next_due(datetime.now(OFFICE_TIME), day)
    when = f"{due:%Y-%m-%d %H:%M} 统计 {last_complete_month(due.date())}"
    service = serving(home)
    if service is None:
        return Outlook(f"日程没有运行,{when} 不会自动进行。启动:ipstats serve", is_certain=False)
    state = _is_paused(service)
    if state is None:
        return Outlook(f"{when}(调度页面 {service.page_url} 还没有应答)", is_certain=False)
    if state:
        return Outlook(f"日程已被暂停,{when} 不会自动进行。在 {service.page_url} 恢复 {MONTHLY}", is_certain=False)
    return Outlook(f"{when}(调度页面 {service.page_url},发布页面 {service.site_url})", is_certain=True)


def is_overdue(month: str) -> bool:
    """Whether the schedule would have published the month by now."""
    day = monthly_day(load_deployments(deployments_file()))
    return month <= last_complete_month(last_due(datetime.now(OFFICE_TIME), day).date())


def _is_paused(service: Serving) -> bool | None:
    """Whether somebody paused the monthly deployment on the page; None when the server does not answer."""
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with direct.open(f"{service.api_url}/deployments/name/{MONTHLY}/{MONTHLY}", timeout=_ANSWER_SECONDS) as answer:
            deployment = json.load(answer)
    except (OSError, ValueError):
        return None
    return bool(deployment["paused"]) or not any(schedule["active"] for schedule in deployment["schedules"])
