"""What a file is to the other files of its source and month: the first one, a replacement, an addition (DECISIONS 5)."""

from collections.abc import Callable
from datetime import date

from transforms.errors import Held
from transforms.intake import DeliveryPlan


def check_relation(plan: DeliveryPlan) -> None:
    """Raise Held for a file that is to replace others, of a source whose files never stand for a whole month."""
    if plan.relation == "replaces" and plan.profile.coverage != "month":
        raise Held(
            f"旁注写了 relation: replaces,但{plan.profile.label_zh}不是按月整份报送的,没有可以整份替换的文件。",
            "请从旁注文件里删去 relation 后再次运行(已入库的行不会重复计);要改正已入库的行,请在 data/corrections 写更正。",
        )


def replaced_by(
    plan: DeliveryPlan, known_on: date, standing_of_month: Callable[[DeliveryPlan], list[tuple[int, str]]]
) -> list[int]:
    """The deliveries this one replaces; raises Held for a second file of a month without `relation` (DECISIONS 5).

    `standing_of_month(plan)` gives number and file name of those of its source, month and part that stand.
    """
    profile, month = plan.profile, plan.feed_month
    if profile.coverage != "month":
        return []
    if month is None:
        raise Held(
            "看不出文件属于哪个月份(标题和文件名里都没有年月)。",
            f"请在文件旁放一个同名的旁注文件,写明 month,例如 month: {known_on:%Y-%m}。",
        )
    if month > f"{known_on:%Y-%m}":
        raise Held(f"文件属于 {month},晚于收到日期 {known_on}。", "请核对文件的月份,或在旁注文件里写明正确的 month。")
    standing = standing_of_month(plan)
    if not standing and plan.relation == "replaces":
        raise Held(
            f"旁注说要替换 {month} 的{profile.label_zh},但还没有收到过这个月的文件。", "请先放入原文件,或删去 relation。"
        )
    if not standing or plan.relation == "adds":
        return []
    if plan.relation == "replaces":
        return [sequence for sequence, _ in standing]
    names = "、".join(name for _, name in standing)
    raise Held(
        f"{month} 的{profile.label_zh}已经收到过({names}),这是内容不同的又一个文件。",
        "如果用它替换原文件,请在旁注文件里写 relation: replaces;如果是补充,请写 relation: adds。",
    )
