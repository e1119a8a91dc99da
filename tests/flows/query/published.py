"""A home with two published releases, made by hand in `published.sql`, for the tests of `query` and `trace`."""

from __future__ import annotations

import shutil
from pathlib import Path

import duckdb

from expectations.contracts import load_contracts
from flows.home import Home
from flows.publishing.describe import create_table, describe
from tests.month_bases import let_bases_follow

FILL = Path(__file__).with_name("published.sql")


def build_file(path: Path) -> Path:
    """Make one published file with the columns of the contracts and the rows of `published.sql`."""
    contracts = load_contracts()
    with duckdb.connect(path) as connection:
        connection.begin()
        for contract in contracts:
            create_table(connection, contract)
            # a row here fills the columns that queries read, not every column a release must fill
            for column in contract.columns:
                connection.execute(f"ALTER TABLE {contract.table} ALTER COLUMN {column.name} DROP NOT NULL")
        let_bases_follow(connection)
        connection.execute(FILL.read_text(encoding="utf-8"))
        connection.commit()
        describe(connection, contracts)
    return path


def build_home(root: Path) -> Home:
    """A home whose current copy and newest release are 2013-02.1, beside 2013-01.1 without February."""
    home = Home(root)
    newest, older = (home.published / "releases" / name / "patents.duckdb" for name in ("2013-02.1", "2013-01.1"))
    for file in (newest, older):
        file.parent.mkdir(parents=True)
    build_file(newest)
    shutil.copyfile(newest, home.published / "patents.duckdb")
    shutil.copyfile(newest, older)
    with duckdb.connect(older) as connection:
        connection.execute("DELETE FROM scorecard WHERE month > '2013-01'")
        connection.execute("DELETE FROM monthly_counts WHERE month > '2013-01'")
        connection.execute("DELETE FROM patent_events WHERE counting_month > '2013-01'")
    (home.published / "releases" / ".new-2013-03.1").mkdir()
    for file in home.published.rglob("patents.duckdb"):
        file.chmod(0o444)
    return home
