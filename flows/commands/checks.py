"""`ipstats checks`: what was checked before a release was published, and what came of it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import duckdb
from cyclopts import Parameter

from flows.home import resolve_home
from flows.query.releases import published_file

_COUNTS = "SELECT count(*) FILTER (success), count(*) FILTER (NOT success) FROM checks"
_NOT_PASSED = """
SELECT severity, suite, expectation, message, examples
FROM checks WHERE NOT success ORDER BY severity, suite, expectation
"""
_SEVERITY = {"critical": "严重", "warning": "提示"}


def checks(
    *,
    release: Annotated[str | None, Parameter(help="某个发布版,如 2013-09.1;默认现行版。")] = None,
    home: Annotated[Path | None, Parameter(help="数据目录;默认取环境变量 IPSTATS_HOME。")] = None,
) -> int:
    """发布前的核验:通过多少项,哪些有提示,各举出不符的行。

    严重的核验不通过就不会发布,所以发布版上只会有提示。全部核验项见表 checks(核验结果)。
    """
    place = resolve_home(home)
    with duckdb.connect(str(published_file(place, release)), read_only=True) as connection:
        ((passed, failed),) = connection.execute(_COUNTS).fetchall()
        not_passed = connection.execute(_NOT_PASSED).fetchall()
    if not passed + failed:
        sys.stdout.write("这个发布版没有核验记录。\n")
        return 0
    sys.stdout.write(f"核验 {passed + failed} 项:通过 {passed} 项,提示 {failed} 项。\n")
    for severity, suite, expectation, message, examples in not_passed:
        sys.stdout.write(f"【{_SEVERITY[severity]}】{message}({suite}.{expectation})\n")
        sys.stdout.write("".join(f"  {line}\n" for line in (examples or "").splitlines()))
    docs = place.published / "docs" / "index.html"
    if docs.exists():
        sys.stdout.write(f"最近一次核验的报告:{docs}\n")
    return 0
