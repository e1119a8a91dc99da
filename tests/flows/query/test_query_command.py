"""`ipstats query` as a person uses it: ways to ask, formats, releases, mistakes."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pyarrow.parquet as pq
import pytest

from flows.commands.query import query
from flows.home import Home
from flows.query.session import CHECKOUT
from transforms.errors import Refused

VALUES = """
SELECT 3 AS 件数, 229 / 2291 AS 占比, 1.50::DECIMAL(9, 2) AS 金额, '平湖' AS 名称, NULL AS 空, true AS 真,
    DATE '2013-09-30' AS 日期, TIMESTAMP '2013-09-30 08:05:00' AS 时刻, [1, 2] AS 列表, 99::HUGEINT AS 大数
"""


def ask(home: Home, *arguments: Any, **options: Any) -> int:
    """Run the command in this process on the test's home."""
    return query(*arguments, home=home.root, **options)


def program(home: Home, *arguments: str) -> list[str]:
    """The command line of a process that runs the command with this SQL."""
    code = (
        f"import sys; sys.path.insert(0, {str(CHECKOUT)!r})\n"
        "from pathlib import Path; from flows.commands.query import query\n"
        f"sys.exit(query(sys.argv[1], format=sys.argv[2], home=Path({str(home.root)!r})))\n"
    )
    return [sys.executable, "-I", "-c", code, *arguments]


def test_table__chinese_takes_two_columns_and_numbers_stand_right(
    home: Home, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    sql = "SELECT * FROM (VALUES ('当湖街道', 4, NULL), ('ab', 12, 'x')) AS t (统计单位, 申请量, 备注)"
    assert ask(home, sql) == 0
    out, err = capsysbinary.readouterr()
    assert out.decode().splitlines() == [
        "统计单位  申请量  备注",
        "────────  ──────  ────",
        "当湖街道       4",
        "ab            12  x",
    ]
    assert err.decode() == "(2行)\n"


def test_table__only_200_rows_unless_asked(home: Home, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert ask(home, "SELECT * FROM range(100000000)") == 0
    out, err = capsysbinary.readouterr()
    assert len(out.splitlines()) == 202
    assert "只取了前200行" in err.decode()
    assert ask(home, "SELECT * FROM range(201)", limit=201) == 0
    out, err = capsysbinary.readouterr()
    assert len(out.splitlines()) == 203
    assert err.decode() == "(201行)\n"


def test_table__control_characters_do_not_reach_the_terminal(
    home: Home, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert ask(home, "SELECT chr(27) || '[2Jx' || chr(10) || 'y' AS a") == 0
    assert capsysbinary.readouterr().out.decode().splitlines()[2:] == [" [2Jx y"]


def test_table__long_text_is_cut_and_said(home: Home, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert ask(home, "SELECT repeat('平', 31) AS a") == 0
    out, err = capsysbinary.readouterr()
    assert out.decode().splitlines()[2] == "平" * 29 + "…"
    assert "截短" in err.decode()


def test_csv__values(home: Home, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert ask(home, VALUES, format="csv") == 0
    assert capsysbinary.readouterr().out.decode() == (
        "件数,占比,金额,名称,空,真,日期,时刻,列表,大数\n"
        '3,0.09995635093845483,1.50,平湖,,true,2013-09-30,2013-09-30 08:05:00,"[1, 2]",99\n'
    )


def test_json__values(home: Home, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert ask(home, VALUES, format="json") == 0
    assert json.loads(capsysbinary.readouterr().out) == [
        {
            "件数": 3, "占比": 229 / 2291, "金额": 1.5, "名称": "平湖", "空": None, "真": True,
            "日期": "2013-09-30", "时刻": "2013-09-30T08:05:00", "列表": [1, 2], "大数": 99,
        }
    ]  # fmt: skip


@pytest.mark.parametrize(
    "sql, expected",
    [
        ("SELECT 1 AS a WHERE false", []),
        ("SELECT 1 AS a, 2 AS a", [{"a": 1, "a_2": 2}]),
        ("SELECT 'nan'::DOUBLE AS a, [1.5, 'inf'::DOUBLE] AS b", [{"a": None, "b": [1.5, None]}]),
        ("SELECT range AS a FROM range(2)", [{"a": 0}, {"a": 1}]),
    ],
)
def test_json__is_valid(
    home: Home, capsysbinary: pytest.CaptureFixture[bytes], sql: str, expected: list[object]
) -> None:
    assert ask(home, sql, format="json") == 0
    assert json.loads(capsysbinary.readouterr().out, parse_constant=pytest.fail) == expected


def test_xlsx__cells_keep_their_types_and_no_text_becomes_a_formula(home: Home, tmp_path: Path) -> None:
    output = tmp_path / "结果.xlsx"
    risky = (
        "'=1+1' AS 公式, 'http://x' AS 链接, '007' AS 编号, 12345678901234567::BIGINT AS 长号, DATE '1850-01-01' AS 古"
    )
    assert ask(home, f"SELECT *, {risky} FROM ({VALUES})", output=output) == 0
    sheet = openpyxl.load_workbook(output).active
    header, row = sheet.iter_rows()
    assert [cell.value for cell in header][:3] == ["件数", "占比", "金额"]
    assert sheet.freeze_panes == "A2"
    assert (sheet.print_title_rows, sheet.oddHeader.right.text) == ("$1:$1", "内部资料 注意保存")
    assert sheet.column_dimensions["N"].width > 19, "as wide as its longest value"
    assert [cell.value for cell in row] == [
        3, 229 / 2291, 1.5, "平湖", None, "true", datetime(2013, 9, 30), datetime(2013, 9, 30, 8, 5), "[1, 2]", 99,
        "=1+1", "http://x", "007", "12345678901234567", "1850-01-01",
    ]  # fmt: skip
    assert [cell.data_type for cell in row][10:12] == ["s", "s"]
    assert row[11].hyperlink is None


def test_xlsx__text_too_long_for_a_cell_is_refused_and_leaves_no_file(home: Home, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="第1行有单元格超过"):
        ask(home, "SELECT repeat('x', 32768) AS a", output=tmp_path / "a.xlsx")
    assert list(tmp_path.iterdir()) == []


def test_parquet__types_are_kept(home: Home, tmp_path: Path) -> None:
    output = tmp_path / "a.parquet"
    assert ask(home, VALUES, output=output) == 0
    (row,) = pq.read_table(output).to_pylist()
    assert (row["件数"], row["日期"], row["时刻"]) == (3, date(2013, 9, 30), datetime(2013, 9, 30, 8, 5))
    assert row["列表"] == [1, 2]


@pytest.mark.parametrize("limit, rows", [(None, 25_000), (12_000, 12_000), (10_000, 10_000)])
def test_parquet__all_rows_arrive(
    home: Home, tmp_path: Path, capsys: pytest.CaptureFixture[str], limit: int | None, rows: int
) -> None:
    output = tmp_path / "a.parquet"
    sql = "SELECT range AS a, 'x' || range AS a FROM range(25000)"
    assert ask(home, sql, output=output, limit=limit) == 0
    table = pq.read_table(output)
    assert (table.num_rows, table.column_names, table["a"][rows - 1].as_py()) == (rows, ["a", "a_2"], rows - 1)
    assert ("还有更多" in capsys.readouterr().err) == (limit is not None)


def test_output__replaced_only_when_complete(home: Home, tmp_path: Path) -> None:
    output = tmp_path / "a.csv"
    output.write_text("before")
    with pytest.raises(Refused, match="boom"):
        ask(home, "SELECT CASE WHEN range = 90000 THEN error('boom') END AS a FROM range(100000)", output=output)
    assert [path.name for path in tmp_path.iterdir()] == ["a.csv"]
    assert output.read_text() == "before"
    assert ask(home, "SELECT 1 AS a", output=output) == 0
    assert output.read_bytes() == "\ufeffa\n1\n".encode(), "Excel takes a CSV without the mark for GBK"


@pytest.mark.parametrize("place", ["published/patents.duckdb", "archive/x.csv", "inbox/x.csv", "warehouse/x.csv"])
def test_output__never_among_the_systems_own_files(home: Home, place: str) -> None:
    with pytest.raises(Refused, match="系统自己的文件"):
        ask(home, "SELECT 1", output=home.root / place, format="csv")


def test_output__folder_that_is_not_there(home: Home, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="写不了文件 .*没有这个文件或文件夹"):
        ask(home, "SELECT 1", output=tmp_path / "no" / "a.csv")


def test_release__named_or_by_month(home: Home, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    for release, month in ((None, "2013-02"), ("2013-01.1", "2013-01"), ("2013-01", "2013-01")):
        assert ask(home, "SELECT $month AS m", format="csv", release=release) == 0
        assert capsysbinary.readouterr().out.decode() == f"m\n{month}\n"


@pytest.mark.parametrize("release", ["2012-01.1", "../releases/2013-01.1", ".new-2013-03.1", ""])
def test_release__unknown_names_those_there_are(home: Home, release: str) -> None:
    with pytest.raises(Refused, match=r"没有发布版.*现有:2013-01\.1、2013-02\.1"):
        ask(home, "SELECT 1", release=release)


def test_release__nothing_published_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="还没有发布版.*ipstats run.*ipstats demo"):
        query("SELECT 1", home=tmp_path)


def test_file__with_byte_order_mark_and_parameter(
    home: Home, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    file = tmp_path / "q.sql"
    file.write_text("SELECT $名称 AS 名称 -- 注释", encoding="utf-8-sig")
    assert ask(home, file=file, param=["名称=当湖=街道"], format="csv") == 0
    assert capsysbinary.readouterr().out.decode() == "名称\n当湖=街道\n"


def test_list__names_every_saved_query(home: Home, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert ask(home, list_saved=True) == 0
    out = capsysbinary.readouterr().out.decode()
    assert "towns_year_to_date" in out
    assert "--param top=...  显示前几名(默认20)" in out


def gb18030_file(tmp_path: Path) -> Path:
    """An SQL file as an old editor saves it."""
    file = tmp_path / "q.sql"
    file.write_bytes("SELECT '平湖'".encode("gb18030"))
    return file


@pytest.mark.parametrize(
    "options, said",
    [
        ({}, "三者取一"),
        ({"sql": "SELECT 1", "name": "sectors"}, "三者取一"),
        ({"sql": "SELECT 1\0"}, "NUL"),
        ({"sql": "SELECT '\udcff'"}, "UTF-8"),
        ({"file": Path("/nonexistent/q.sql")}, "没有这个文件"),
        ({"file": "gb18030"}, "请另存为 UTF-8"),
        ({"name": "nonsense"}, "现有:applicant_kinds"),
        ({"name": "sectors", "param": ["month=2013-9"]}, "应为月份"),
        ({"name": "sectors", "param": ["top=3"]}, "可用的参数:month"),
        ({"name": "firms_by_applications", "param": ["top=many"]}, "应为整数"),
        ({"sql": "SELECT 1", "param": ["x"]}, "名称=值"),
        ({"sql": "SELECT 1", "timeout": 0.0}, "--timeout"),
        ({"sql": "SELECT 1", "timeout": float("nan")}, "--timeout"),
        ({"sql": "SELECT 1", "limit": 0}, "--limit"),
        ({"sql": "SELECT 1", "output": Path("a.doc")}, "看不出格式"),
    ],
)
def test_misuse__is_explained_with_exit_code_2(
    home: Home, tmp_path: Path, capsys: pytest.CaptureFixture[str], options: dict[str, Any], said: str
) -> None:
    if options.get("file") == "gb18030":
        options = {"file": gb18030_file(tmp_path)}
    assert ask(home, **options) == 2
    captured = capsys.readouterr()
    assert said in captured.err
    assert captured.out == ""


def test_unknown_parameter__of_free_sql(home: Home) -> None:
    with pytest.raises(Refused, match="SQL 中没有这个参数:x"):
        ask(home, "SELECT 1", param=["x=1"])


def test_pipe__reader_that_leaves_is_no_failure(home: Home) -> None:
    command = program(home, "SELECT * FROM range(10000000)", "csv")
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None and process.stderr is not None
        assert process.stdout.readline() == b"range\n"
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


def test_interrupt__ends_at_once_without_a_traceback(home: Home) -> None:
    command = program(home, "SELECT count(*) FROM range(1000000000000) a, range(1000) b", "table")
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        time.sleep(1.2)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=10)
    assert (process.returncode, out, err.decode()) == (130, b"", "已中断。\n")


def test_killed_parent__takes_the_query_with_it(home: Home) -> None:
    marker = f"/* {os.getpid()} */ SELECT count(*) FROM range(1000000000000) a, range(1000) b"
    with subprocess.Popen(program(home, marker, "table"), stdout=subprocess.PIPE) as process:
        children: list[str] = []
        deadline = time.monotonic() + 10
        tree = Path(f"/proc/{process.pid}/task/{process.pid}/children")
        while not children and time.monotonic() < deadline:
            time.sleep(0.05)
            children = tree.read_text().split()
        time.sleep(0.5)
        process.kill()
    while Path(f"/proc/{children[0]}").exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not Path(f"/proc/{children[0]}").exists()


def test_start__loads_nothing_heavy(home: Home) -> None:
    code = (
        f"import sys; sys.path.insert(0, {str(CHECKOUT)!r})\n"
        "from pathlib import Path; from flows.commands.query import query\n"
        f"query('SELECT 1', home=Path({str(home.root)!r}))\n"
        "sys.stderr.write(' '.join({'polars', 'pyarrow', 'prefect', 'pandas', 'numpy', 'duckdb', 'great_expectations',"
        " 'xlsxwriter'} & sys.modules.keys()))\n"
    )
    run = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, text=True, check=True)
    assert run.stderr == "(1行)\n"
