"""The process that starts flows when they are due; ends when its standard input closes.

Run as `python -m flows.serving.schedule_process`, with PREFECT_API_URL and IPSTATS_HOME set, by `ipstats serve` only:
it takes every run that another such process left unfinished for dead.
"""

import asyncio
import os
import signal
import time
from datetime import datetime, timedelta
from typing import Any

from prefect.client.orchestration import get_client
from prefect.client.schemas.objects import ConcurrencyLimitConfig, ConcurrencyLimitStrategy
from prefect.client.schemas.schedules import CronSchedule, IntervalSchedule
from prefect.deployments.runner import RunnerDeployment
from prefect.runner import Runner

from flows.months import OFFICE_TIME
from flows.processes import when_parent_is_gone
from flows.serving.deployments import Deployment, Schedule, deployments_file, load_deployments
from flows.serving.settling import catch_up, end_abandoned, skip_missed

# A month's run and, beside it, the short ones; each kind by itself runs one at a time.
_AT_A_TIME = 3
_STOP_SECONDS = 10.0


class _Runner(Runner):
    """Prefect's runner, whose own answer to SIGTERM forgets the flows that it started."""

    def handle_sigterm(self, *_: Any, **__: Any) -> None:
        """End the flows it started, then itself."""
        loop = asyncio.get_running_loop()
        loop.call_soon_threadsafe(lambda: loop.create_task(self.astop()))


async def serve_schedule() -> None:
    """Register the deployments, settle what an earlier process left, start the months missed, wait for what is due."""
    started_at = datetime.now(OFFICE_TIME)
    deployments = load_deployments(deployments_file())
    runner = _Runner(name="ipstats", pause_on_shutdown=False, limit=_AT_A_TIME)
    ids = {deployment.name: await runner.aadd_deployment(_to_prefect(deployment)) for deployment in deployments}
    async with get_client() as client:
        await end_abandoned(client, list(ids.values()), started_at)
        await skip_missed(client, list(ids.values()), started_at)
        await catch_up(client, ids, deployments, started_at)
    await runner.start()


def _to_prefect(deployment: Deployment) -> RunnerDeployment:
    return RunnerDeployment.from_entrypoint(
        entrypoint=deployment.entrypoint,
        name=deployment.name,
        description=deployment.description,
        schedules=[_schedule(schedule) for schedule in deployment.schedules],
        concurrency_limit=ConcurrencyLimitConfig(
            limit=deployment.limit, collision_strategy=ConcurrencyLimitStrategy(deployment.collision)
        ),
    )


def _schedule(schedule: Schedule) -> CronSchedule | IntervalSchedule:
    if schedule.interval is not None:
        return IntervalSchedule(interval=timedelta(seconds=schedule.interval), timezone=schedule.timezone)
    return CronSchedule(cron=schedule.cron or "", timezone=schedule.timezone)


def _end_in_order() -> None:
    """End the flows and this process; whatever of its group is left after a while, by force."""
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(_STOP_SECONDS)
    os.killpg(0, signal.SIGKILL)


if __name__ == "__main__":
    when_parent_is_gone(_end_in_order)
    asyncio.run(serve_schedule())
