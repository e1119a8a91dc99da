"""Indicator files are read strictly: a mistake is named with file and line before anything is counted."""

from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from flows.checking.indicators import verify_indicators
from transforms.errors import DataError
from transforms.out import build, counting_rules

GOOD = """-- label_zh: 发明专利授权量
-- aliases: [发明授权]
-- unit_zh: 件
-- measure: count
-- accumulate: months
-- event: grant
-- forecast: true
-- official_measure: null
-- page: docs/counting/patent_grants.md
-- counting_rule: {unit: application, date: counting_month, place: first_applicant, weight: whole, basis: [receipt_records]}
-- series: grants
-- trace: {rows: grants, counted: counted_grants, patent_type: invention}
SELECT
    counting_month,
    reported_month,
    unit_code,
    basis,
    events AS numerator
FROM step_event_totals
WHERE event = 'grant'
"""
# The same of another, so that nothing of it is the first one's.
OTHER = GOOD.replace("发明专利授权量", "外观设计授权量").replace("[发明授权]", "[外观授权]")
Write = Callable[[str, str], None]


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    monkeypatch.setattr(counting_rules, "_FOLDER", tmp_path)
    return lambda name, text: (tmp_path / name).write_text(text, encoding="utf-8") and None


def read() -> list[counting_rules.Indicator]:
    """Read and compared with one another as before a run."""
    found = list(counting_rules.indicators.__wrapped__().values())
    verify_indicators(found)
    return found


def test_good_indicator(write: Write) -> None:
    write("invention_grants.sql", GOOD)
    (found,) = read()
    assert (found.indicator, found.measure) == ("invention_grants", "count")
    assert (found.has_forecast, found.official_measure) == (True, None)
    assert (found.bases, [rule.rule for rule in found.series]) == (("receipt_records",), ["announced"])
    assert (found.trace, found.line) == ({"rows": "grants", "counted": "counted_grants", "patent_type": "invention"}, 13)


def test_files_of_a_windows_editor__read_the_same(write: Write, tmp_path: Path) -> None:
    write("invention_grants.sql", GOOD)
    (plain,) = read()
    (tmp_path / "invention_grants.sql").write_bytes(b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode())
    (marked,) = read()
    assert (marked.label_zh, marked.sql, marked.line) == (plain.label_zh, plain.sql, plain.line)


def test_file_in_gbk__is_named(tmp_path: Path, write: Write) -> None:
    (tmp_path / "invention_grants.sql").write_bytes(GOOD.encode("gbk"))
    with pytest.raises(DataError, match=r"invention_grants\.sql:不是 UTF-8"):
        read()


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("-- label_zh: 发明专利授权量\n", "", 1, "缺少项目:label_zh"),
        ("-- label_zh", "--label_zh", 13, None),
        ("-- unit_zh", "-- unit", 3, "不认识的项目“unit”"),
        ("-- unit_zh: 件", "-- label_zh: 件", 3, "重复"),
        ("-- unit_zh: 件", "-- 件", 4, "YAML"),
        ("measure: count", "measure: counts", 4, "count、ratio"),
        ("measure: count", "measure: ratio", 1, "numerator_zh"),
        ("accumulate: months", "accumulate: month", 5, "items、months"),
        ("event: grant", "event: grants", 6, "application、grant、publication"),
        ("accumulate: months", "accumulate: items", 6, "enterprise_list"),
        ("forecast: true", "forecast: maybe", 7, "true 或 false"),
        ("official_measure: null", "official_measure: grant", 8, "applications、grants.*写 null"),
        ("patent_grants.md", "patent_grant.md", 9, "没有 docs/counting/patent_grant.md 这一页"),
        ("page: docs", "page: doc", 9, "计数说明"),
        ("[receipt_records]", "receipt_records", 10, "列表"),
        ("[receipt_records]", "[]", 10, "至少"),
        ("[receipt_records]", "[records]", 10, "receipt_records"),
        ("weight: whole, ", "", 10, "缺少项目:weight"),
        ("series: grants", "series: grant", 11, "applications、grants、recognitions"),
        ("rows: grants, ", "", 12, "rows"),
        ("rows: grants", "rows: grant", 12, "flows/query/traces.*counted_grants"),
        ("patent_type: invention", "level: 省级", 12, "patent_type"),
        (GOOD[GOOD.index("SELECT"):], "", 13, "SELECT"),
        (GOOD[:GOOD.index("SELECT")], "", 1, "label_zh"),
        ("SELECT\n", "INSERT INTO step_indicator_months BY NAME SELECT\n", 13, "恰为一条 SELECT"),
        ("'grant'\n", "'grant';\n", 13, "不带分号"),
        ("unit_code,", "unit_code,,", 16, "不是合法的 SQL"),
    ],
)  # fmt: skip
def test_mistake__is_named(write: Write, old: str, new: str, line: int, words: str | None) -> None:
    assert old in GOOD
    write("invention_grants.sql", GOOD.replace(old, new))
    if words is None:
        assert read()[0].line == line
        return
    with pytest.raises(DataError, match=words) as caught:
        read()
    assert (caught.value.file, caught.value.line) == ("invention_grants.sql", line)


@pytest.mark.parametrize("name", ["发明授权.sql", "Invention_grants.sql", "invention_grants - 副本.sql"])
def test_file_with_a_name_that_is_none(write: Write, name: str) -> None:
    write(name, GOOD)
    with pytest.raises(DataError, match="小写字母") as caught:
        read()
    assert caught.value.file == name


def test_two_indicators_with_one_published_figure__are_named(write: Write) -> None:
    claim = "official_measure: grants"
    write("invention_grants.sql", GOOD.replace("official_measure: null", claim))
    write("patent_grants.sql", OTHER.replace("official_measure: null", claim))
    words = r"invention_grants\.sql 也写了 official_measure: grants.*应写 official_measure: null"
    with pytest.raises(DataError, match=words) as caught:
        read()
    assert (caught.value.file, caught.value.line) == ("patent_grants.sql", 8)


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [("外观设计授权量", "发明专利授权量", 1), ("[外观授权]", "[外观, 发明授权]", 2), ("[外观授权]", "[invention_grants]", 2)],
)
def test_two_indicators_of_one_name__are_named(write: Write, old: str, new: str, line: int) -> None:
    write("invention_grants.sql", GOOD)
    write("patent_designs.sql", OTHER.replace(old, new))
    with pytest.raises(DataError, match=r"已是 invention_grants\.sql 的名称") as caught:
        read()
    assert (caught.value.file, caught.value.line) == ("patent_designs.sql", line)


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("step_event_totals", "step_event_total", 19, "指标无法计算:.*step_event_total "),
        ("event = 'grant'", "evnt = 'grant'", 20, "指标无法计算:.*evnt"),
        ("    unit_code,\n", "", 13, "应恰有.*unit_code.*现为:counting_month、reported_month、basis、numerator"),
        ("    unit_code,\n", "    unit_code,\n    1 AS denominator,\n", 13, "应恰有.*现为:.*denominator"),
        ("events AS numerator", "$events AS numerator", 13, "指标无法计算:.*events"),
        ("events AS numerator", "CAST(unit_code AS INTEGER) AS numerator", 18, "指标无法计算:.*平湖"),
    ],
)
def test_select_that_cannot_be_counted__is_named(write: Write, old: str, new: str, line: int, words: str) -> None:
    assert old in GOOD
    write("invention_grants.sql", GOOD.replace(old, new))
    (indicator,) = read()
    with duckdb.connect() as connection:
        connection.execute((Path(build.__file__).parent / "steps" / "empty_tables.sql").read_text(encoding="utf-8"))
        connection.execute(
            "CREATE TABLE step_event_totals AS SELECT '2013-01' AS counting_month, '2013-01' AS reported_month,"
            " '平湖' AS unit_code, 'receipt_records' AS basis, 'grant' AS event, 2 AS events"
        )
        with pytest.raises(DataError, match=words) as caught:
            build.count_indicator(connection, indicator)
    assert (caught.value.file, caught.value.line) == ("invention_grants.sql", line)
