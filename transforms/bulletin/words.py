"""Chinese words for the codes of the published tables, usable in queries."""

from collections.abc import Mapping
from pathlib import Path

import duckdb

from transforms.bulletin.status import BASIS, OBS_STATUS, STATUS
from transforms.out.counting_rules import indicators

PATENT_TYPES = {"invention": "发明", "utility_model": "实用新型", "design": "外观设计"}
EVENTS = {"application": "申请", "publication": "公布", "grant": "授权"}
MEASURES = {"applications": "申请量", "grants": "授权量"}
PERIODS = {"month": "当月", "year_to_date": "当年累计", "same_period_last_year": "上年同期累计", "all_time": "历年总累计"}
CAUSES = {
    "late_arrival": "跨月下发", "deduction": "扣减", "quarantined": "待核记录", "out_of_territory": "外地地址",
    "repeat": "重复下发", "other_basis": "其他口径", "other_rule": "其他规则", "replaced": "替换文件",
}  # fmt: skip
# the order in which the plan names its targets
PLAN_ORDER = (
    "patent_applications", "invention_share", "patent_grants", "new_demonstration_enterprises",
    "new_provincial_demonstration_enterprises",
)  # fmt: skip
CONFIDENCES = {"high": "高", "medium": "中", "low": "低"}


def add_words(connection: duckdb.DuckDBPyConnection) -> None:
    """Give the connection a macro for each kind of code: patent_type_zh, event_zh, basis_zh and so on.

    They live in the connection's memory; the file may be open read-only.
    """
    words: dict[str, Mapping[str, str]] = {
        "patent_type_words": PATENT_TYPES,
        "event_words": EVENTS,
        "measure_words": MEASURES,
        "period_words": PERIODS,
        "cause_words": CAUSES,
        "confidence_words": CONFIDENCES,
        "basis_words": BASIS,
        "status_words": {code: word for code, (word, _) in STATUS.items()},
        "obs_status_words": OBS_STATUS,
        "target_words": {name: indicator.label_zh for name, indicator in indicators().items()},
    }
    for name, meanings in words.items():
        connection.execute(f"SET VARIABLE {name} = map(?, ?)", [list(meanings), list(meanings.values())])
    connection.execute("SET VARIABLE plan_order = ?", [list(PLAN_ORDER)])
    connection.execute((Path(__file__).parent / "words.sql").read_text(encoding="utf-8"))
