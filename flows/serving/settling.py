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
    FlowRunFilterState,
    FlowRunFilterStateType,
)
from prefect.client.schemas.objects import FlowRun, State, StateType
from prefect.client.schemas.sorting import FlowRunSort
from prefect.states import Cancelled, Crashed

from flows.home import resolve_home
from flows.months import OFFICE_TIME
from flows.progress import tell
from flows.publishing.repair import complete_releases
from flows.serving.catch_up import missed_months
from flows.serving.deployments import MONTHLY, Deployment, last_due, monthly_day

MISSED = "Missed"
_UNFINISHED = (StateType.RUNNING, StateType.PENDING, StateType.CANCELLING)
_PAGE = 200


async def end_abandoned(client: PrefectClient, deployment_ids: Sequence[UUID]) -> None:
    """Runs whose process is gone end as crashed, so that they no longer hold a place that others wait for."""
    await _end(client, deployment_ids, _UNFINISHED, Crashed(message="服务停止时中断。"))


async def skip_missed(client: PrefectClient, deployment_ids: Sequence[UUID]) -> None:
    """What fell due while nobody was there is not done late: a hundred deliveries of alerts do what one does."""
    await _end(client, deployment_ids, (StateType.SCHEDULED,), Cancelled(name=MISSED, message="到期时服务没有运行。"))


async def catch_up(client: PrefectClient, ids: Mapping[str, UUID], deployments: Sequence[Deployment]) -> None:
    """Start a run for each month that fell due and was not published."""
    if MONTHLY not in ids:
        return
    published = [release.month for release in complete_releases(resolve_home().published)]
    for month in missed_months(published, last_due(datetime.now(OFFICE_TIME), monthly_day(deployments))):
        tell(f"{month} 到期时服务没有运行,现在补跑。")
        await client.create_flow_run_from_deployment(ids[MONTHLY], parameters={"month": month}, tags=["补跑"])


async def _end(
    client: PrefectClient, deployment_ids: Sequence[UUID], states: Sequence[StateType], final: State[None]
) -> None:
    while runs := await _past_runs(client, deployment_ids, states):
        for run in runs:
            await client.set_flow_run_state(run.id, final, force=True)


async def _past_runs(
    client: PrefectClient, deployment_ids: Sequence[UUID], states: Sequence[StateType]
) -> list[FlowRun]:
    return await client.read_flow_runs(
        flow_run_filter=FlowRunFilter(
            state=FlowRunFilterState(type=FlowRunFilterStateType(any_=list(states))),
            expected_start_time=FlowRunFilterExpectedStartTime.model_validate({"before_": datetime.now(OFFICE_TIME)}),
        ),
        deployment_filter=DeploymentFilter(id=DeploymentFilterId(any_=list(deployment_ids))),
        sort=FlowRunSort.EXPECTED_START_TIME_ASC,
        limit=_PAGE,
    )
