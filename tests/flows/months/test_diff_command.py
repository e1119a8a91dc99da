"""`ipstats diff` on three releases of a small office; the expected numbers were counted by hand from its feeds."""

import csv
import io
import json
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from flows.commands.diff import diff
from flows.home import CHECKOUT
from tests.flows.office import Office, application_row, feed
from transforms.errors import Refused

FEEDS = {f"2013-0{n}": f"平湖市专利申请受理明细_20130{n}.csv" for n in (1, 2, 3)}
# January has 2 applications; February's feed brings one more of January and its own, March's one of January and its own.
LATE_FIRST, LATE_SECOND = "201320000003.6", "201320000005.5"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    office = Office(tmp_path_factory.mktemp("office"))
    office.write(FEEDS["2013-01"], feed(application_row("201320000001.7"), application_row("201310000002.6", kind="发明")))
    office.run("2013-01", date(2013, 2, 15))
    late = application_row(LATE_FIRST, accepted="2013-01-30")
    office.write(FEEDS["2013-02"], feed(late, application_row("201320000004.0", accepted="2013-02-08")))
    office.run("2013-02", date(2013, 3, 15))
    office.write(FEEDS["2013-03"], feed(application_row(LATE_SECOND, accepted="2013-01-31")))
    office.run("2013-03", date(2013, 4, 15))
    return office.home.root


def lines(capfd: pytest.CaptureFixture[str], home: Path, *names: str) -> tuple[list[dict[str, Any]], str]:
    """The lines as JSON has them, and what was said beside them."""
    assert diff(*names, home=home, format="json") == 0
    written = capfd.readouterr()
    return json.loads(written.out), written.err


def test_diff__of_neighbours_says_what_the_release_itself_says(capfd: pytest.CaptureFixture[str], home: Path) -> None:
    found, said = lines(capfd, home, "2013-01.1", "2013-02.1")
    (restated,) = [line for line in found if line["table_name"] == "monthly_counts"]
    assert (restated["before"], restated["after"]) == ("1", "2")
    assert restated["cause"] == f"新到文件:{FEEDS['2013-02']}"
    assert "2013-01.1(数据截至 2013-02-15)→ 2013-02.1(数据截至 2013-03-15)" in said
    assert "改动的月份:2013-01 申请量 2→3。" in said
    assert "2013年1月的目标完成情况:专利申请量 2→3;发明专利申请占比 1/2→1/3。" in said
    assert "专利申请案新增1件;月度统计分组内容变动1个。" in said
    assert f"原因:新到文件:{FEEDS['2013-02']}。" in said


def test_diff__over_several_releases_has_the_causes_of_all_on_the_way(capfd: pytest.CaptureFixture[str], home: Path) -> None:
    found, said = lines(capfd, home, "2013-01.1", "2013-03.1")
    (restated,) = [line for line in found if line["table_name"] == "monthly_counts"]
    assert (restated["before"], restated["after"]) == ("1", "3")
    assert restated["cause"] == f"新到文件:{FEEDS['2013-02']};新到文件:{FEEDS['2013-03']}"
    events = {line["key"].split("|")[0]: line["cause"] for line in found if line["table_name"] == "patent_events"}
    assert events == {LATE_FIRST: f"新到文件:{FEEDS['2013-02']}", LATE_SECOND: f"新到文件:{FEEDS['2013-03']}"}
    assert "改动的月份:2013-01 申请量 2→4。" in said


def test_diff__in_reversed_order_is_put_right_and_said(capfd: pytest.CaptureFixture[str], home: Path) -> None:
    straight, _ = lines(capfd, home, "2013-01", "2013-03")
    reversed_, said = lines(capfd, home, "2013-03", "2013-01")
    assert reversed_ == straight
    assert "2013-01.1(数据截至 2013-02-15)→ 2013-03.1(数据截至 2013-04-15)(已按先后对调)" in said


def test_diff__as_a_table_ends_with_the_text(capfd: pytest.CaptureFixture[str], home: Path) -> None:
    assert diff("2013-01.1", "2013-02.1", home=home) == 0
    out = capfd.readouterr().out
    assert out.splitlines()[0].split() == ["表", "键", "列", "原值", "新值", "原因"]
    (patent,) = [line for line in out.splitlines() if line.startswith("专利申请案  ") and LATE_FIRST in line]
    assert "整行" in patent and f"申请号 {LATE_FIRST};专利类型 " in patent
    assert "{" not in out
    assert out.rstrip().splitlines()[-1] == f"原因:新到文件:{FEEDS['2013-02']}。"


def test_diff__as_csv_in_a_file(capfd: pytest.CaptureFixture[str], home: Path, tmp_path: Path) -> None:
    file = tmp_path / "变动.csv"
    assert diff("2013-01.1", "2013-02.1", home=home, output=file) == 0
    rows = list(csv.DictReader(io.StringIO(file.read_text(encoding="utf-8-sig"))))
    assert {"table_name", "key", "column_name", "before", "after", "cause"} == set(rows[0])
    written = capfd.readouterr()
    assert written.out == ""
    assert f"已写入 {file}({len(rows)}行)" in written.err


def test_diff__limit(capfd: pytest.CaptureFixture[str], home: Path) -> None:
    assert diff("2013-01.1", "2013-02.1", home=home, format="csv", limit=1) == 0
    written = capfd.readouterr()
    assert len(written.out.splitlines()) == 2
    assert "只取了前1行" in written.err


def test_diff__mistakes_get_a_sentence(capfd: pytest.CaptureFixture[str], home: Path, tmp_path: Path) -> None:
    assert diff("2013-01.1", "2013-01", home=home) == 2
    assert "两个都是发布版 2013-01.1" in capfd.readouterr().err
    with pytest.raises(Refused, match="没有发布版“2013-07.1”。现有:2013-01.1、2013-02.1、2013-03.1。"):
        diff("2013-01.1", "2013-07.1", home=home)
    assert diff("2013-01.1", "2013-02.1", home=home, output=tmp_path / "x.parquet") == 2
    assert "parquet" in capfd.readouterr().err
    with pytest.raises(Refused, match="还没有发布版"):
        diff("2013-01.1", "2013-02.1", home=tmp_path)


@pytest.mark.parametrize("is_cut", [True, False])
def test_diff__damaged_release_is_named(home: Path, tmp_path: Path, is_cut: bool) -> None:
    shutil.copytree(home / "published", tmp_path / "published")
    file = tmp_path / "published" / "releases" / "2013-02.1" / "patents.duckdb"
    file.chmod(0o644)
    content = file.read_bytes()
    file.write_bytes(content[:5000] if is_cut else b"\0" * len(content))
    with pytest.raises(Refused, match=r"2013-02\.1.*不完整|可能已损坏.*2013-02\.1"):
        diff("2013-01.1", "2013-02.1", home=tmp_path)


def test_diff__starts_without_prefect_and_polars() -> None:
    code = "import sys, flows.cli, flows.commands.diff; print(sorted({'prefect', 'polars', 'pyarrow'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=CHECKOUT, check=True)
    assert done.stdout.strip() == "[]"
