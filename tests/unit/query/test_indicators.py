"""What can be traced is said by the indicators' own files: a new one is one new file."""

from pathlib import Path

import pytest

from flows.query.indicators import TRACES, find_indicator
from transforms.errors import Refused
from transforms.out import counting_rules

NEW = """-- label_zh: 发明专利授权量
-- aliases: [发明授权]
-- unit_zh: 件
-- measure: count
-- accumulate: months
-- event: grant
-- forecast: false
-- official_measure: null
-- page: docs/counting/patent_grants.md
-- counting_rule: {unit: application, date: counting_month, place: first_applicant, weight: whole, basis: [receipt_records]}
-- series: grants
%sSELECT 1
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(counting_rules, "_FOLDER", tmp_path)
    monkeypatch.setattr(counting_rules, "indicators", counting_rules.indicators.__wrapped__)
    return tmp_path


def test_new_indicator__is_traced_as_its_file_says(folder: Path) -> None:
    trace = "-- trace: {rows: grants, counted: counted_grants, patent_type: invention}\n"
    (folder / "invention_grants.sql").write_text(NEW % trace, encoding="utf-8")
    for name in ("invention_grants", "发明专利授权量", "发明授权"):
        found = find_indicator(name)
        assert (found.target_id, found.sql_name, found.counted_name) == ("invention_grants", "grants", "counted_grants")
        assert found.narrowed_to == {"patent_type": "invention"}
        assert found.counter == "件"


def test_indicator_without_a_trace__is_no_choice(folder: Path) -> None:
    (folder / "invention_grants.sql").write_text(NEW % "", encoding="utf-8")
    with pytest.raises(Refused, match="没有指标“invention_grants”,或它没有明细"):
        find_indicator("invention_grants")


def test_statements__are_there_for_every_indicator() -> None:
    named = [one.trace for one in counting_rules.indicators().values() if one.trace]
    assert len(named) == 5
    for trace in named:
        for name in (trace["rows"], trace.get("counted")):
            assert name is None or (TRACES / f"{name}.sql").exists()
