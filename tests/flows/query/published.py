"""A home with two published releases, made by hand in `published.sql`, for the tests of `query` and `trace`."""

from __future__ import annotations

import shutil
from pathlib import Path

import duckdb

from expectations.contracts import load_contracts
from flows.home import Home
from flows.publishing.describe import create_table, describe

FILL = Path(__file__).with_name("published.sql")
# Columns the published tables have beside those every version promises.
ADDED = {"delivery_id": "VARCHAR", "sheet": "VARCHAR", "row_number": "BIGINT", "unit_name": "VARCHAR"}


def build_file(path: Path) -> Path:
    """Make one published file with the columns of the contracts and the rows of `published.sql`."""
    contracts = load_contracts()
    with duckdb.connect(path) as connection:
        for contract in contracts:
            create_table(connection, contract)
        columns = {column.name for c in contracts if c.table == "demonstration_enterprises" for column in c.columns}
        for name, data_type in ADDED.items():
            if name not in columns:
                connection.execute(f"ALTER TABLE demonstration_enterprises ADD COLUMN {name} {data_type}")
        connection.execute(FILL.read_text(encoding="utf-8"))
        if not ADDED.keys() - columns:
            describe(connection, contracts)
        else:
            connection.execute("CREATE VIEW 月度统计 AS SELECT month AS 月份, applications AS 申请量 FROM monthly_counts")
    path.chmod(0o444)
    return path


def build_home(root: Path) -> Home:
    """A home whose current copy and newest release are 2013-02.1, beside 2013-01.1 without February."""
    home = Home(root)
    newest = home.published / "releases" / "2013-02.1"
    newest.mkdir(parents=True)
    file = build_file(newest / "patents.duckdb")
    shutil.copyfile(file, home.published / "patents.duckdb")
    older = home.published / "releases" / "2013-01.1" / "patents.duckdb"
    older.parent.mkdir()
    shutil.copyfile(file, older)
    with duckdb.connect(older) as connection:
        connection.execute("DELETE FROM scorecard WHERE month > '2013-01'")
        connection.execute("DELETE FROM monthly_counts WHERE month > '2013-01'")
        connection.execute("DELETE FROM patent_events WHERE counting_month > '2013-01'")
    (home.published / "releases" / ".new-2013-03.1").mkdir()
    return home
