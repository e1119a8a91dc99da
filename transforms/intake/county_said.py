"""Whose feed it is where its title says so: one of the county next door counts nothing here (DECISIONS 9)."""

from collections.abc import Iterable

from transforms.errors import Held
from transforms.intake.event_said import is_note
from transforms.intake.plans import DeliveryPlan
from transforms.intake.sidecars import sidecar_example


def check_county_said(plan: DeliveryPlan, file_name: str, home: str, others: Iterable[str]) -> None:
    """Raise Held for a feed attributed to a county by its profile whose title, sheet or file name tells of another.

    Rows without a county in their address would be counted for `home` (平湖); `others` are names of counties around it.
    """
    if plan.profile.attributed_to is None:
        return
    lines = (file_name, *(line for sheet in plan.sheets for line in (sheet.sheet, *sheet.banner.splitlines())))
    titles = [line for line in lines if not is_note(line)]
    if any(home in title for title in titles):
        return
    if found := next((title for other in others for title in titles if other in title), None):
        raise Held(
            f"标题、工作表名或文件名写的是“{found.strip()}”,不是{home}的明细;其中地址没有写明县(市、区)的行会误计入本地。",
            f"如果是别的县(市、区)的明细,请把它移出收件文件夹。如果确是{home}的,"
            + sidecar_example(file_name, f'attributed_to: "{plan.profile.attributed_to}"'),
        )
