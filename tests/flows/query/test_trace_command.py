"""`ipstats trace`: the rows behind each number of the hand-made scorecard."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import duckdb
import pyarrow.parquet as pq
import pytest

from flows.commands.trace import trace
from flows.home import Home
from transforms.errors import Refused

FIRST_COLUMN = {
    ("patent_applications", "2013-01"): ["B1", "B2", "B3", "B4", "C1"],
    ("patent_applications", "2013-02"): ["B1", "B2", "B3", "B4", "C1", "C2", "C3", "C5"],
    ("invention_share", "2013-02"): ["B1", "C1"],
    ("发明专利申请占比", "2013-01"): ["B1", "C1"],
    # January had no grant feed: its grant is the gazette's; in February the gazette's A2 does not count again
    ("patent_grants", "2013-02"): ["A1", "A2", "A3"],
    ("专利授权量", "2013-01"): ["A1"],
    ("new_demonstration_enterprises", "2013-01"): ["甲甲有限公司"],
    ("示范企业", "2013-02"): ["甲甲有限公司", "丙丙有限公司"],
    ("new_provincial_demonstration_enterprises", "2013-02"): ["甲甲有限公司"],
    ("省级示范企业", "2013-01"): [],
}


def lines(captured: pytest.CaptureFixture[bytes]) -> tuple[list[list[str]], str]:
    """The rows of the CSV on standard output, and what was said."""
    out, err = captured.readouterr()
    return list(csv.reader(out.decode().splitlines())), err.decode()


@pytest.mark.parametrize("indicator, month", FIRST_COLUMN)
def test_trace__as_many_rows_as_the_scorecard_says(
    home: Home, capsysbinary: pytest.CaptureFixture[bytes], indicator: str, month: str
) -> None:
    assert trace(indicator, month=month, format="csv", home=home.root) == 0
    rows, said = lines(capsysbinary)
    assert [row[0] for row in rows[1:]] == FIRST_COLUMN[indicator, month]
    assert "与目标完成情况一致" in said


def test_trace__of_a_release_without_the_table_of_bases(
    home: Home, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    older = Home(tmp_path)
    shutil.copytree(home.published, older.published)
    current = older.published / "patents.duckdb"
    current.chmod(0o644)
    with duckdb.connect(current) as connection:
        connection.execute("DROP VIEW 各月口径; DROP VIEW month_bases")
    assert trace("patent_grants", month="2013-02", format="csv", home=tmp_path) == 0
    assert [row[0] for row in lines(capsysbinary)[0][1:]] == ["A1", "A2", "A3"]


def test_trace__each_row_with_file_sheet_and_row(home: Home, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert trace("patent_applications", format="csv", home=home.root) == 0
    rows, said = lines(capsysbinary)
    late = dict(zip(rows[0], rows[5], strict=True))
    assert late == {
        "申请号": "C1", "专利类型": "发明", "名称": "混水阀", "第一申请人": "乙乙洁具厂", "统计单位": "当湖街道",
        "受理日期": "2013-01-28", "计数月份": "2013-01", "下发月份": "2013-02",
        "文件名": "申请明细2013-02.csv", "工作表": "Sheet1", "行号": "2",
    }  # fmt: skip
    assert said.startswith("专利申请量,全市,2013年1—2月(内部资料 注意保存)\n")


def test_trace__enterprise_with_two_titles_is_one_row(home: Home, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert trace("示范企业", format="csv", home=home.root) == 0
    rows, _ = lines(capsysbinary)
    assert rows[1] == [
        "甲甲有限公司", "嘉兴市级、省级", "当湖街道", "1号", "2013-01-30", "示范企业名录.xlsx", "名录", "2",
    ]  # fmt: skip


def test_trace__share_says_its_denominator(home: Home, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert trace("占比", home=home.root) == 0
    assert "明细2件,与目标完成情况一致。分母为申请总量8件。" in lines(capsysbinary)[1]


@pytest.mark.parametrize("unit", ["330482001", "当湖街道", "当湖"])
def test_trace__unit_is_compared_with_the_monthly_counts(
    home: Home, capsysbinary: pytest.CaptureFixture[bytes], unit: str
) -> None:
    assert trace("patent_applications", unit=unit, format="csv", home=home.root) == 0
    rows, said = lines(capsysbinary)
    assert [row[0] for row in rows[1:]] == ["B1", "B2", "C1", "C3"]
    assert "明细4件,与月度统计一致" in said


def test_trace__unit_of_grants_follows_the_basis_of_each_month(
    home: Home, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert trace("patent_grants", unit="当湖", format="csv", home=home.root) == 0
    rows, said = lines(capsysbinary)
    assert [(row[0], row[8]) for row in rows[1:]] == [("A1", "公开文献"), ("A2", "受理授权明细")]
    assert "明细2件,与月度统计一致" in said


def test_trace__unassigned_is_a_unit(home: Home, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert trace("patent_applications", unit="未归属", format="csv", home=home.root) == 0
    assert [row[0] for row in lines(capsysbinary)[0][1:]] == ["B4", "C5"]


def test_trace__the_whole_by_its_code(home: Home, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert trace("patent_applications", unit="330482", month="2013-01", home=home.root) == 0
    assert "明细5件,与目标完成情况一致" in lines(capsysbinary)[1]


def test_trace__earlier_year(home: Home, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert trace("patent_applications", month="2012-02", home=home.root) == 0
    assert "明细3件,与月度统计一致。该年不在目标完成情况中" in lines(capsysbinary)[1]


def test_trace__earlier_release(home: Home, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert trace("patent_applications", release="2013-01.1", home=home.root) == 0
    assert "2013年1月" in lines(capsysbinary)[1]


def test_trace__shows_few_but_counts_all(home: Home, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert trace("patent_applications", limit=2, format="csv", home=home.root) == 0
    rows, said = lines(capsysbinary)
    assert len(rows) == 3
    assert "明细8件,与目标完成情况一致" in said


def test_trace__parquet_counts_too(home: Home, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    output = tmp_path / "a.parquet"
    assert trace("patent_applications", output=output, home=home.root) == 0
    assert pq.read_table(output).num_rows == 8
    assert "明细8件,与目标完成情况一致" in lines(capsysbinary)[1]


def changed_home(home: Home, root: Path, statement: str) -> Path:
    """A home whose current copy differs in one way."""
    (root / "published").mkdir()
    copy = shutil.copyfile(home.published / "patents.duckdb", root / "published" / "patents.duckdb")
    with duckdb.connect(copy) as connection:
        connection.execute(statement)
    return root


def test_trace__disagreement_is_an_error(
    home: Home, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    root = changed_home(home, tmp_path, "DELETE FROM patent_events WHERE patent_id = 'C1'")
    assert trace("patent_applications", format="csv", home=root) == 1
    rows, said = lines(capsysbinary)
    assert len(rows) == 8
    assert "错误:明细7件,目标完成情况为8,两者不符" in said


def test_trace__missing_feed_is_not_zero(
    home: Home, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    missing = "UPDATE scorecard SET obs_status = 'missing', numerator = NULL, value = NULL WHERE month = '2013-02'"
    root = changed_home(home, tmp_path, missing)
    assert trace("patent_applications", home=root) == 0
    assert "明细8件,不完整:目标完成情况中该数为空,数据未到" in lines(capsysbinary)[1]
    assert trace("patent_applications", unit="当湖", home=root) == 0
    assert "明细4件,不完整:月度统计中该数为空" in lines(capsysbinary)[1]


@pytest.mark.parametrize("unit", ["独山港镇", "独山港区(独山港镇)", "独山港区"])
def test_trace__unit_as_the_bulletin_prints_it(home: Home, capsysbinary: pytest.CaptureFixture[bytes], unit: str) -> None:
    assert trace("patent_grants", month="2013-02", unit=unit, format="csv", home=home.root) == 0
    assert "独山港镇" in lines(capsysbinary)[1]


def test_trace__town_without_patents_has_none(home: Home, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert trace("patent_grants", month="2013-02", unit="独山港镇", format="csv", home=home.root) == 0
    rows, said = lines(capsysbinary)
    assert rows[1:] == []
    assert "明细0件,与月度统计一致" in said


def test_trace__empty_list_of_a_month_is_its_basis(
    home: Home, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    # the gazette's A1 of January stands where no list came; an empty one says that there was no grant
    empty_list = (
        "INSERT INTO deliveries BY NAME SELECT * REPLACE ('d8' AS delivery_id, '2013-01' AS month, 0 AS rows_read)"
        " FROM deliveries WHERE delivery_id = 'd4'"
    )
    copy = changed_home(home, tmp_path, empty_list)
    trace("patent_grants", month="2013-01", format="csv", home=copy)
    assert lines(capsysbinary)[0][1:] == []


@pytest.mark.parametrize(
    "indicator, options, said",
    [
        ("gdp", {}, "没有指标“gdp”.*专利申请量.patent_applications."),
        ("patent_grants", {"month": "2013-03"}, "没有月份“2013-03”.*2012-01 至 2013-02"),
        ("patent_grants", {"unit": "某镇"}, "没有统计单位“某镇”.*当湖街道.330482001."),
        ("patent_grants", {"unit": ""}, "没有统计单位"),
        ("patent_grants", {"release": "2010-01.1"}, "没有发布版"),
    ],
)
def test_trace__mistakes_name_what_there_is(home: Home, indicator: str, options: dict[str, str], said: str) -> None:
    with pytest.raises(Refused, match=said):
        trace(indicator, home=home.root, **options)


def test_trace__nothing_published(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="还没有发布版"):
        trace("patent_grants", home=tmp_path)
