"""The database that a new home's Prefect begins with: as Prefect makes it, copied only where there is none."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import prefect.server.database
import pytest

from flows.engine import set_environment
from flows.home import Home
from flows.serving import first_state
from flows.serving.first_state import begin_with, made_file, make

VERSIONS = Path(prefect.server.database.__file__).parent / "_migrations" / "versions" / "sqlite"


def _asked(file: Path, query: str) -> list[str]:
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as database:
        return [row[0] for row in database.execute(query)]


def _newest_version() -> set[str]:
    """The revision that no other one follows, as Prefect's own files say."""
    texts = [file.read_text() for file in VERSIONS.glob("*.py")]
    said = {name: {found for text in texts for found in re.findall(rf'^{name} = "(\w+)"', text, re.M)}
            for name in ("revision", "down_revision")}  # fmt: skip
    return said["revision"] - said["down_revision"]


def test_make__newest_version_and_nobodys_runs(tmp_path: Path) -> None:
    made = tmp_path / "share" / "made.db"
    make(made)
    assert {*_asked(made, "SELECT version_num FROM alembic_version")} == _newest_version()
    assert [_asked(made, f"SELECT count(*) FROM {table}") for table in ("flow_run", "task_run", "deployment")] == [[0]] * 3
    assert [path.name for path in made.parent.iterdir()] == ["made.db"]


def test_begin_with__copied_only_where_none_is(tmp_path: Path) -> None:
    made, state = tmp_path / "made.db", tmp_path / "state"
    state.mkdir()
    begin_with(made, state)
    assert not [*state.iterdir()]
    made.write_bytes(b"made")
    begin_with(made, state)
    assert {path.name: path.read_bytes() for path in state.iterdir()} == {"prefect.db": b"made"}
    (state / "prefect.db").write_bytes(b"in use")
    begin_with(made, state)
    assert (state / "prefect.db").read_bytes() == b"in use"


def test_new_home__begins_with_what_the_installation_keeps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.environ", {})
    monkeypatch.setattr(first_state.sys, "prefix", str(tmp_path))
    made_file().parent.mkdir(parents=True)
    with closing(sqlite3.connect(made_file())) as database:
        database.execute("CREATE TABLE kept (one)")
    set_environment(Home(tmp_path / "home"))
    assert (tmp_path / "home" / "prefect" / "prefect.db").read_bytes() == made_file().read_bytes()
