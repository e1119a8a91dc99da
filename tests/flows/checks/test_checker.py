"""Great Expectations in a process of its own: the same answers, and what goes wrong there is said here."""

import os
import signal
from datetime import date
from pathlib import Path

import duckdb
import pytest

from expectations.expectation import Expectation
from flows.checking import checker
from flows.checking.validate import CheckResult
from flows.home import Home

FAILING = Expectation("patents", "none_below_two", "warning", "应不小于二", "SELECT n::VARCHAR AS message FROM main.patents")
HOLDING = Expectation("patents", "values_of_n", "critical", "应为正数", "SELECT 'x' AS message", True, condition="n < 0")


@pytest.fixture
def home(tmp_path: Path) -> Home:
    with duckdb.connect(str(tmp_path / "candidate.duckdb")) as connection:
        connection.execute("CREATE TABLE patents AS SELECT range AS n FROM range(2)")
    return Home(tmp_path)


def asked(home: Home, name: str = "candidate.duckdb") -> tuple[CheckResult, ...]:
    return checker.validate(home, "2013-01", date(2013, 2, 15), home.root / name, (FAILING, HOLDING))


def test_answers__come_back_as_they_were_given(home: Home) -> None:
    assert asked(home) == (
        CheckResult("patents", "none_below_two", "warning", "应不小于二", False, 2, ("0", "1")),
        CheckResult("patents", "values_of_n", "critical", "应为正数", True, 0, ()),
    )


def test_pages__are_of_the_homes_last_checks_and_made_once(home: Home) -> None:
    asked(home)
    checker.build_docs(home)
    pages = home.published / "docs"
    assert "2013-01 发布前核验" in (pages / "index.html").read_text(encoding="utf-8")
    assert "应不小于二" in (pages / "patents.html").read_text(encoding="utf-8")
    (pages / "index.html").unlink()
    checker.build_docs(home)
    assert not (pages / "index.html").exists()


def test_what_goes_wrong__is_said_and_the_next_question_is_answered(home: Home) -> None:
    with pytest.raises(RuntimeError, match="发布前核验失败"):
        asked(home, "no_such_folder/candidate.duckdb")
    os.kill(checker.CHECKER.start().pid, signal.SIGKILL)
    with pytest.raises(RuntimeError, match="发布前核验进程中途结束,请再次运行"):
        asked(home)
    assert len(asked(home)) == 2
