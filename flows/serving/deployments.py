"""What runs by itself, read from `prefect.yaml`: one list for `ipstats serve`, for work pools and for `ipstats status`."""

import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from flows.home import CHECKOUT
from transforms.errors import DataError
from transforms.strict_yaml import YamlValue, read_yaml

MONTHLY = "monthly"
_DAY_OF_MONTH = re.compile(r"(\d{1,2}) (\d{1,2}) (\d{1,2}) \* \*")


@dataclass(frozen=True)
class Schedule:
    """When: `cron` in a time zone, or every so many seconds."""

    cron: str | None
    interval: float | None
    timezone: str


@dataclass(frozen=True)
class Deployment:
    """One flow that runs by itself; `collision` says what becomes of a run while another of its kind is running."""

    name: str
    entrypoint: str
    description: str
    schedules: tuple[Schedule, ...]
    limit: int
    collision: str


def deployments_file() -> Path:
    """`prefect.yaml` of the checkout, or the file named by IPSTATS_SCHEDULE."""
    return Path(os.environ.get("IPSTATS_SCHEDULE") or CHECKOUT / "prefect.yaml")


def load_deployments(file: Path) -> list[Deployment]:
    """The deployments of a file; raises DataError with file and line."""
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(file.name, 0, f"读不到({error})") from error
    required = ("name", "deployments")
    whole = read_yaml(text, file.name).mapping((*required, "prefect-version", "pull"), required)
    return [_deployment(one) for one in whole["deployments"].items()]


def monthly_day(deployments: Sequence[Deployment]) -> tuple[int, int, int]:
    """Day, hour and minute at which `monthly` runs; raises DataError where it does not run once a month."""
    for deployment in deployments:
        if deployment.name == MONTHLY:
            for schedule in deployment.schedules:
                match = _DAY_OF_MONTH.fullmatch(schedule.cron or "")
                if match and int(match[3]) <= 28:
                    return int(match[3]), int(match[2]), int(match[1])
    raise DataError(deployments_file().name, 0, f"{MONTHLY} 应每月运行一次,cron 写作 0 9 20 * *(日不超过 28)")


def last_due(moment: datetime, day: tuple[int, int, int]) -> datetime:
    """The latest time up to `moment` at which a monthly run was due."""
    this_month = moment.replace(day=day[0], hour=day[1], minute=day[2], second=0, microsecond=0)
    if this_month <= moment:
        return this_month
    before = moment.replace(day=1) - timedelta(days=1)
    return this_month.replace(year=before.year, month=before.month)


def next_due(moment: datetime, day: tuple[int, int, int]) -> datetime:
    """The first time after `moment` at which a monthly run is due."""
    return last_due(last_due(moment, day) + timedelta(days=31), day)


def _deployment(entry: YamlValue) -> Deployment:
    required = ("name", "entrypoint", "description", "schedules", "concurrency_limit", "work_pool")
    said = entry.mapping((*required, "parameters", "tags"), required)
    limit = said["concurrency_limit"].mapping(("limit", "collision_strategy"), ("limit", "collision_strategy"))
    return Deployment(
        name=said["name"].quoted(),
        entrypoint=said["entrypoint"].quoted(),
        description=said["description"].quoted(),
        schedules=tuple(_schedule(one) for one in said["schedules"].items()),
        limit=limit["limit"].whole_number(),
        collision=limit["collision_strategy"].quoted(),
    )


def _schedule(entry: YamlValue) -> Schedule:
    said = entry.mapping(("timezone", "cron", "interval"), ("timezone",))
    timezone = said["timezone"].quoted()
    try:
        ZoneInfo(timezone)
    except (KeyError, ValueError, OSError) as error:
        raise said["timezone"].error(f"不认识的时区 {timezone}") from error
    if ("cron" in said) == ("interval" in said):
        raise entry.error("每个 schedules 项写 cron 或 interval,且只写其一")
    if "cron" in said:
        return Schedule(said["cron"].quoted(), None, timezone)
    return Schedule(None, float(said["interval"].number()), timezone)
