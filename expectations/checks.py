"""Release checks: one SQL file a check, a SELECT of failing rows over the release's candidate, read strictly."""

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, cast

from expectations.headers import Header, Statement, read_file, read_statement
from transforms.errors import DataError
from transforms.sql_select import verify_select

FOLDER = Path(__file__).parent / "checks"
Severity = Literal["critical", "warning"]
_HEADER = Header(
    name_key="check",
    required={"suite": (), "severity": ("critical", "warning"), "label_zh": ()},
    optional={},
    noun_zh="核验",
)
_BOUND = re.compile(r"inputs\.bound\('([^']*)'\)")


@dataclass(frozen=True)
class Check:
    """One release check: every row of `sql` is a failure, its column `message` a Chinese sentence about it.

    `suite` is the published table the check belongs to; `line` is where the statement begins in its file.
    """

    check: str
    suite: str
    severity: Severity
    label_zh: str
    sql: str
    line: int = field(default=0, compare=False)

    @property
    def file(self) -> str:
        """Name of the file the check was read from."""
        return f"{self.check}.sql"

    @property
    def bounds(self) -> tuple[str, ...]:
        """Names of the bounds the statement asks for."""
        return tuple(_BOUND.findall(self.sql))


def parse_check(text: str, file_name: str) -> Check:
    """One check from the text of its file; raises DataError with file and line for a mistake."""
    return _check(read_statement(text, file_name, _HEADER), file_name)


def load_checks(tables: Collection[str], bounds: Collection[str], folder: Path = FOLDER) -> tuple[Check, ...]:
    """All checks of a folder, by name; raises DataError also for a suite that is no table or an unknown bound."""
    checks = tuple(_check(read_file(path, _HEADER), path.name) for path in sorted(folder.glob("*.sql")))
    if not checks:
        raise DataError(str(folder), 0, "没有任何发布前核验")
    for check in checks:
        if check.suite not in tables:
            raise DataError(check.file, 1, f"suite 应为一张公开的表,现为 {check.suite}")
        for name in check.bounds:
            if name not in bounds:
                remedy = f"请改正这里的名称,或在 data/checks/bounds.yml 补上;现有:{'、'.join(sorted(bounds))}"
                raise DataError(check.file, _line_of(check, name), f"bounds.yml 没有名为 {name} 的界限,{remedy}")
    return checks


def _check(statement: Statement, file_name: str) -> Check:
    check = Check(
        check=statement.values["check"],
        suite=statement.values["suite"],
        severity=cast(Severity, statement.values["severity"]),
        label_zh=statement.values["label_zh"],
        sql=statement.sql,
        line=statement.line,
    )
    verify_select(check.sql, "核验", file_name, statement.line)
    return check


def _line_of(check: Check, bound: str) -> int:
    before, _, _ = check.sql.partition(f"inputs.bound('{bound}')")
    return check.line + before.count("\n")
