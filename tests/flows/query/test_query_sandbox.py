"""What a query must not be able to do, and that it says so in a sentence."""

from __future__ import annotations

import errno
import hashlib
import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from flows.query.session import CHECKOUT, Request, run_query
from transforms.errors import Refused

ONLY_SELECT = "只能运行一条查询语句"
NO_FILES = "不能读写文件"
MEMORY = "内存超过上限"
TIME = "查询超过"
MESSAGE = "DuckDB 的说明"

REFUSED = {
    "copy_over_itself": ("COPY (SELECT 1) TO '{file}' (use_tmp_file false)", ONLY_SELECT),
    "explain_analyze_copy": ("EXPLAIN ANALYZE COPY (SELECT 1) TO '{file}' (use_tmp_file false)", ONLY_SELECT),
    "explain": ("EXPLAIN SELECT 1", ONLY_SELECT),
    "attach": ("ATTACH '{file}' AS other", ONLY_SELECT),
    "install": ("INSTALL httpfs", "不允许 INSTALL 或 LOAD 语句。" + ONLY_SELECT),
    "load": ("LOAD icu", "不允许 INSTALL 或 LOAD 语句。" + ONLY_SELECT),
    "set": ("SET threads = 64", ONLY_SELECT),
    "reset": ("RESET lock_configuration", ONLY_SELECT),
    "pragma": ("PRAGMA enable_profiling", ONLY_SELECT),
    "pragma_import": ("PRAGMA import_database('{folder}')", NO_FILES),
    "call": ("CALL force_checkpoint()", ONLY_SELECT),
    "checkpoint": ("CHECKPOINT", ONLY_SELECT),
    "export": ("EXPORT DATABASE '{folder}/exported'", ONLY_SELECT),
    "prepare": ("PREPARE p AS SELECT 1", ONLY_SELECT),
    "execute": ("EXECUTE p", ONLY_SELECT),
    "temp_table": ("CREATE TEMP TABLE t AS SELECT 1", ONLY_SELECT),
    "macro": ("CREATE MACRO f() AS 1", ONLY_SELECT),
    "insert": ("INSERT INTO releases (month) VALUES ('2013-03')", ONLY_SELECT),
    "update": ("UPDATE patents SET title = ''", ONLY_SELECT),
    "delete": ("DELETE FROM patents", ONLY_SELECT),
    "drop": ("DROP TABLE patents", ONLY_SELECT),
    "delete_in_cte": ("WITH gone AS (DELETE FROM patents RETURNING *) SELECT * FROM gone", MESSAGE),
    "several": ("SELECT 1; DROP TABLE patents", "一次只能运行一条语句,这里有2条"),
    "nothing": (" ; -- ", "没有可运行的 SQL"),
    "shell_command": (".read x.sql", MESSAGE),
    "pivot_without_values": ("PIVOT patents ON patent_type USING count(*)", "PIVOT 请写明取值"),
    "read_csv": ("SELECT * FROM read_csv('/etc/passwd')", NO_FILES),
    "read_text": ("SELECT * FROM read_text('/etc/passwd')", NO_FILES),
    "read_itself": ("SELECT * FROM read_blob('{file}')", NO_FILES),
    "glob": ("SELECT * FROM glob('/*')", NO_FILES),
    "sniff_csv": ("SELECT * FROM sniff_csv('/etc/passwd')", NO_FILES),
    "file_as_table": ("FROM 'file.csv'", NO_FILES),
    "web_as_table": ("FROM 'https://localhost/file.csv'", NO_FILES),
    "other_database": ("SELECT * FROM read_duckdb('{file}')", NO_FILES),
    "copy_in_query_function": ("SELECT * FROM query('COPY (SELECT 1) TO ''{file}''')", MESSAGE),
    "log_to_file": ("SELECT * FROM enable_logging(storage='file', storage_path='{folder}/log')", MESSAGE),
    "profile_to_file": ("SELECT * FROM enable_profiling(save_location='{folder}/profile.json')", NO_FILES),
    "extensions_folder": ("SELECT * FROM duckdb_extensions()", NO_FILES),
    "environment": ("SELECT getenv('HOME')", MESSAGE),
    "python_variable": ("SELECT * FROM request", "可用的表和视图:"),
    "sequence": ("SELECT nextval('s')", MESSAGE),
    "unknown_column": ("SELECT titel FROM patents", "title"),
    "unknown_table": ("SELECT * FROM patent", "patent_events"),
    "missing_parameter": ("SELECT $x", "没有给值:x"),
    "deep_parentheses": ("SELECT " + "(" * 100_000 + "1" + ")" * 100_000, MESSAGE),
    "deep_not": ("SELECT " + "NOT " * 100_000 + "true", MESSAGE),
    "long_sum": ("SELECT 1" + "+1" * 100_000, MESSAGE),
    "deep_subqueries": ("SELECT * FROM " + "(FROM " * 50_000 + "patents" + ")" * 50_000, MESSAGE),
    "huge_text": ("SELECT length(repeat('x', 4000000000))", MESSAGE + "|" + MEMORY),
    "huge_list": ("SELECT list_sum(range(2000000000))", MEMORY),
    "huge_cell": ("SELECT repeat('x', 70000000)", "一批超过 64 MB"),
}
ENDLESS = {
    "recursion": "WITH RECURSIVE n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n",
    "cross_join": "SELECT count(*) FROM range(1000000000000) a, range(1000) b",
    "sleep": "SELECT sleep_ms(100000)",
}
ALLOWED = {
    "show_tables": "SHOW TABLES",
    "describe": "DESCRIBE patents",
    "summarize": "SUMMARIZE monthly_counts",
    "from_first": "FROM releases",
    "values": "VALUES (1)",
    "trailing_semicolon": "SELECT 1; -- done",
    "chinese_view": "SELECT 申请量 FROM 月度统计",
    "query_table": "SELECT * FROM query_table('patents')",
    "settings": "SELECT * FROM duckdb_settings()",
    "all_types": "SELECT * FROM test_all_types()",
    "pivot_with_values": "PIVOT patents ON patent_type IN ('design') USING count(*)",
    "long_literal": "SELECT length('" + "x" * 10_000_000 + "') AS n",
    "map_with_dates": "SELECT MAP {DATE '2013-01-01': 1}",
    "lone_nul": "SELECT chr(0)",
    "checkpoint_function": "SELECT * FROM checkpoint()",
    "log_to_memory": "SELECT * FROM enable_logging()",
}


def digests(folder: Path) -> dict[str, str]:
    """Every file under a folder and the sha256 of its bytes."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def outcome(database: Path, sql: str, seconds: float = 20) -> str:
    """The sentence a query was refused with, or 'ok'."""
    try:
        with run_query(Request(database, sql, seconds=seconds, most_rows=200)) as result:
            list(result.batches)
    except Refused as refused:
        return str(refused)
    return "ok"


def outcomes(database: Path, queries: dict[str, str]) -> dict[str, str]:
    """The outcome of each query; two run at a time."""
    with ThreadPoolExecutor(2) as pool:
        return dict(zip(queries, pool.map(lambda sql: outcome(database, sql), queries.values()), strict=True))


def test_sandbox__attacks_are_refused_and_leave_the_release_alone(published: Path, tmp_path: Path) -> None:
    before = digests(published.parent)
    queries = {
        case: sql.replace("{file}", str(published)).replace("{folder}", str(tmp_path))
        for case, (sql, _) in REFUSED.items()
    }
    found = outcomes(published, queries)
    wrong = {
        case: sentence[:300]
        for case, sentence in found.items()
        if not any(expected in sentence for expected in REFUSED[case][1].split("|"))
    }
    assert wrong == {}
    assert digests(published.parent) == before
    assert list(tmp_path.iterdir()) == []


def test_sandbox__harmless_statements_work(published: Path) -> None:
    before = digests(published.parent)
    assert {case: said for case, said in outcomes(published, ALLOWED).items() if said != "ok"} == {}
    assert digests(published.parent) == before


@pytest.mark.parametrize("case", ENDLESS)
def test_sandbox__endless_query_ends_in_time(published: Path, case: str) -> None:
    started = time.monotonic()
    assert outcome(published, ENDLESS[case], seconds=0.6).startswith("查询超过0.6秒")
    assert time.monotonic() - started < 3


def test_sandbox__answer_that_takes_long_is_undisturbed(published: Path) -> None:
    """After two seconds DuckDB would print a progress bar among what the process sends."""
    with run_query(Request(published, "SELECT 7, sleep_ms(2500)", seconds=20)) as result:
        assert list(result.batches) == [[[7, None]]]


def test_sandbox__time_spent_reading_the_result_does_not_count(published: Path) -> None:
    with run_query(Request(published, "SELECT * FROM range(5000)", seconds=1)) as result:
        batches = result.batches
        read = len(next(batches))
        time.sleep(1.3)
        read += sum(map(len, batches))
    assert (read, result.row_count) == (5000, 5000)


def children() -> set[int]:
    """Processes that this one has started, ended ones that nobody has waited for among them."""
    places = [place for place in Path("/proc").glob("[0-9]*") if parent(place) == os.getpid()]
    return {int(place.name) for place in places}


def parent(place: Path) -> int | None:
    try:
        return int((place / "stat").read_text().rpartition(")")[2].split()[1])
    except OSError:
        return None


def test_sandbox__no_process_is_left_behind(published: Path) -> None:
    before = children()
    with run_query(Request(published, "SELECT * FROM range(1000000000)")) as result:
        next(result.batches)
        assert len(children() - before) == 1
    assert children() <= before


def test_sandbox__damaged_file_is_said(tmp_path: Path) -> None:
    damaged = tmp_path / "patents.duckdb"
    damaged.write_bytes(b"no database" * 1000)
    assert outcome(damaged, "SELECT 1").startswith("发布文件打不开")


def test_sandbox__environment_is_not_handed_on(published: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONSTARTUP", "/nonexistent")
    monkeypatch.setenv("PYTHONPATH", "/nonexistent")
    assert outcome(published, "SELECT 1") == "ok"


def test_sandbox__no_file_opens_behind_the_closed_doors(tmp_path: Path) -> None:
    program = (
        f"import sys; sys.path.insert(0, {str(CHECKOUT)!r})\n"
        "from flows.query.sandbox import close_the_doors\n"
        "close_the_doors(5)\n"
        f"for path in ({str(tmp_path / 'new')!r}, '/etc/passwd'):\n"
        "    try:\n"
        "        open(path, 'a' if path.endswith('new') else 'r')\n"
        "    except OSError as error:\n"
        "        sys.stdout.write(f'{error.errno} ')\n"
        "try:\n"
        "    bytearray(4 * 1024**3)\n"
        "except MemoryError:\n"
        "    sys.stdout.write('no memory')\n"
    )
    run = subprocess.run([sys.executable, "-I", "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout == f"{errno.EMFILE} {errno.EMFILE} no memory"
    assert list(tmp_path.iterdir()) == []
