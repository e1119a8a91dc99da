"""Chinese words for the codes of the published tables, usable in queries."""

from collections.abc import Mapping
from pathlib import Path

import duckdb

from transforms.bulletin.status import BASIS, OBS_STATUS, STATUS
from transforms.out.counting_rules import indicators

PATENT_TYPES = {"invention": "发明", "utility_model": "实用新型", "design": "外观设计"}
EVENTS = {"application": "申请", "publication": "公布", "grant": "授权"}
CONFIDENCES = {"high": "高", "medium": "中", "low": "低"}


def add_words(connection: duckdb.DuckDBPyConnection) -> None:
    """Give the connection the macros patent_type_zh, event_zh, confidence_zh, basis_zh, status_zh, obs_status_zh, target_zh.

    They live in the connection's memory; the file may be open read-only.
    """
    words: dict[str, Mapping[str, str]] = {
        "patent_type_words": PATENT_TYPES,
        "event_words": EVENTS,
        "confidence_words": CONFIDENCES,
        "basis_words": BASIS,
        "status_words": {code: word for code, (word, _) in STATUS.items()},
        "obs_status_words": OBS_STATUS,
        "target_words": {name: indicator.label_zh for name, indicator in indicators().items()},
    }
    for name, meanings in words.items():
        connection.execute(f"SET VARIABLE {name} = map(?, ?)", [list(meanings), list(meanings.values())])
    connection.execute((Path(__file__).parent / "words.sql").read_text(encoding="utf-8"))
