"""An office for tests: a home in a temporary folder and the steps of a month, without Prefect's engine around them."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest
from prefect import Task

from flows import inbox_files, monthly, release, release_steps
from flows.checking import gate
from flows.home import Home
from flows.lock import writer_lock
from flows.monthly import MonthResult
from tests.flows.plain_checks import plainly_validated


@contextmanager
def plain_functions(*, with_bulletins: bool, with_great_expectations: bool) -> Iterator[None]:
    """The tasks of flows.monthly as the functions they are made of; what only Prefect's page shows is left out.

    No file is waited for: tests write one and run at once.
    """
    tasks = {name: value for name, value in vars(monthly).items() if isinstance(value, Task)}
    with pytest.MonkeyPatch.context() as patch:
        for name, task in tasks.items():
            patch.setattr(monthly, name, task.fn if name != "show_release" else lambda *_, **__: None)
        patch.setattr(inbox_files, "QUIET_SECONDS", 0.0)
        if not with_bulletins:
            patch.setattr(release_steps, "begin_bulletin", lambda *_: None)
            patch.setattr(release, "write_bulletins", lambda *_, **__: [])
        if not with_great_expectations:
            patch.setattr(
                gate, "validate", lambda _home, _month, _as_of, file, asked: plainly_validated(file, asked)
            )
        yield


class Ran(MonthResult):
    """What one month's run came to."""

    def state(self, file_name: str) -> str:
        return next(outcome.state for outcome in self.outcomes if outcome.file_name == file_name)

    def message(self, file_name: str) -> str:
        return next(outcome.message for outcome in self.outcomes if outcome.file_name == file_name)


class Office:
    """A home with an inbox; `run` does what the flow `monthly` does, step by step.

    Pages, documents and workbooks cost seconds a release: they are written only `with_bulletins`. Every release is
    checked; Great Expectations asks only `with_great_expectations`, else the same queries are asked without it.
    """

    def __init__(self, root: Path, *, with_bulletins: bool = False, with_great_expectations: bool = False) -> None:
        self.home = Home(root)
        self._parts = {"with_bulletins": with_bulletins, "with_great_expectations": with_great_expectations}
        self.home.inbox.mkdir(parents=True, exist_ok=True)

    def receive(self, *files: Path) -> None:
        for file in files:
            shutil.copy(file, self.home.inbox / file.name)

    def write(self, name: str, content: str | bytes) -> Path:
        path = self.home.inbox / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def run(self, month: str, day: date, *, announce: bool = True) -> Ran:
        with writer_lock(self.home.lock_file), plain_functions(**self._parts):
            monthly.prepare_store(self.home.root)
            return Ran(**vars(monthly.run_month(self.home.root, month, day, announce=announce)))

    def copied(self, root: Path) -> "Office":
        """The same office at another place, with what its runs left; the current file again is a link to its release's."""
        shutil.copytree(self.home.root, root)
        office = Office(root, **self._parts)
        current = office.home.published / "patents.duckdb"
        (release_id,) = office.rows("SELECT release_id FROM releases ORDER BY month DESC, revision DESC LIMIT 1")[0]
        current.unlink()
        current.hardlink_to(office.home.published / "releases" / release_id / "patents.duckdb")
        return office

    def rows(self, sql: str, release: str | None = None) -> list[tuple[Any, ...]]:
        folder = self.home.published / "releases" / release if release else self.home.published
        with duckdb.connect(str(folder / "patents.duckdb"), read_only=True) as connection:
            return connection.execute(sql).fetchall()

    def value(self, sql: str, release: str | None = None) -> Any:
        ((value,),) = self.rows(sql, release)
        return value


FEED_HEADER = "序号,申请号,申请日,受理日,专利类型,发明名称,申请人,地址,邮编,代理机构"


def feed(*rows: str, header: str = FEED_HEADER) -> str:
    """A record feed of applications as CSV text; each row is given from 申请号 to 邮编."""
    numbered = [f"{number},{row},某某代理" for number, row in enumerate(rows, start=1)]
    return "\n".join([header, *numbered]) + "\n"


def application_row(
    number: str,
    *,
    accepted: str = "2013-01-08",
    filed: str = "2013-01-04",
    kind: str = "实用新型",
    applicant: str = "平湖市测试机械有限公司",
    address: str = "浙江省平湖市新仓镇测试路1号",
) -> str:
    """One application of a feed."""
    return f"{number},{filed},{accepted},{kind},一种测试装置,{applicant},{address},314205"
