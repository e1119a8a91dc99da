"""What a schedule finds when it starts again: runs that were cut off, times that passed, months not done."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from prefect.client.orchestration import PrefectClient
from prefect.client.schemas.filters import (
    DeploymentFilter,
    DeploymentFilterId,
    FlowRunFilter,
    FlowRunFilterExpectedStartTime,
    FlowRunFilterName,
    FlowRunFilterStartTime,
    FlowRunFilterState,
    FlowRunFilterStateType,
)
from prefect.client.schemas.objects import FlowRun, StateType
from prefect.client.schemas.sorting import FlowRunSort
from prefect.states import Cancelled, Crashed

from flows.home import resolve_home
from flows.months import RUN_NAME, last_complete_month
from flows.progress import tell
from flows.publishing.repair import complete_releases
from flows.serving.catch_up import missed_months
from flows.serving.deployments import MONTHLY, Deployment, last_due, monthly_day

MISSED, CAUGHT_UP = "Missed", "补跑"
_UNFINISHED = (StateType.RUNNING, StateType.PENDING, StateType.CANCELLING)
_PAGE = 200


async def end_abandoned(client: PrefectClient, deployment_ids: Sequence[UUID], started_at: datetime) -> None:
    """Runs whose process is gone end as crashed, so that they no longer hold a place that others wait for."""
    for run in await _runs_before(client, deployment_ids, _UNFINISHED, started_at):
        await client.set_flow_run_state(run.id, Crashed(message="服务停止时中断。"), force=True)


async def skip_missed(client: PrefectClient, deployment_ids: Sequence[UUID], started_at: datetime) -> None:
    """What fell due while nobody was there is not done late: a hundred deliveries of alerts do what one does.

    A run that a person asked for stays.
    """
    for run in await _runs_before(client, deployment_ids, (StateType.SCHEDULED,), started_at):
        if run.auto_scheduled or CAUGHT_UP in run.tags:
            await client.set_flow_run_state(run.id, Cancelled(name=MISSED, message="到期时服务没有运行。"), force=True)


async def catch_up(
    client: PrefectClient, ids: Mapping[str, UUID], deployments: Sequence[Deployment], started_at: datetime
) -> None:
    """Start a run for each month that fell due before the start and was not done; what falls due after it runs by itself."""
    if MONTHLY not in ids:
        return
    due_at = last_due(started_at, monthly_day(deployments))
    releases, has_run = complete_releases(resolve_home().published), await _has_run(client, due_at)
    for month in missed_months(releases, due_at, has_run=has_run):
        tell(f"{month} 到期时服务没有运行,现在补跑。")
        await client.create_flow_run_from_deployment(ids[MONTHLY], parameters={"month": month}, tags=[CAUGHT_UP])


async def _has_run(client: PrefectClient, due_at: datetime) -> bool:
    """Whether the month due then was run since and came to its end, by the schedule or by hand."""
    name = RUN_NAME.format(month=last_complete_month(due_at.date()))
    asked = FlowRunFilter(
        name=FlowRunFilterName(any_=[name]),
        state=FlowRunFilterState(type=FlowRunFilterStateType(any_=[StateType.COMPLETED])),
        start_time=FlowRunFilterStartTime.model_validate({"after_": due_at}),
    )
    return bool(await client.read_flow_runs(flow_run_filter=asked, limit=1))


async def _runs_before(
    client: PrefectClient, deployment_ids: Sequence[UUID], states: Sequence[StateType], moment: datetime
) -> list[FlowRun]:
    found: list[FlowRun] = []
    while True:
        page = await client.read_flow_runs(
            flow_run_filter=FlowRunFilter(
                state=FlowRunFilterState(type=FlowRunFilterStateType(any_=list(states))),
                expected_start_time=FlowRunFilterExpectedStartTime.model_validate({"before_": moment}),
            ),
            deployment_filter=DeploymentFilter(id=DeploymentFilterId(any_=list(deployment_ids))),
            sort=FlowRunSort.EXPECTED_START_TIME_ASC,
            limit=_PAGE,
            offset=len(found),
        )
        found += page
        if len(page) < _PAGE:
            return found
