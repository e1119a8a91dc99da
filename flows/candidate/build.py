"""Building a release's file beside the warehouse; nothing is published here, and every step can be repeated."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, fields
from datetime import date
from pathlib import Path

import duckdb
import polars as pl

from flows.home import Home
from flows.notice import with_notice
from flows.publishing.describe import create_table, describe
from flows.publishing.quoting import quote_text
from flows.reference import Reference
from flows.store.connections import connect
from flows.store.warehouse import attach_read_only
from transforms.core import cut_at_month
from transforms.out import Target, build_outputs, make_official_totals

_FOLDER = Path(__file__).parent
# Tables that say what was received; one SELECT each beside this file.
RECEIPT_TABLES = ("deliveries", "quarantine", "row_warnings")


def build_candidate(home: Home, month: str, as_of: date) -> Path:
    """Copy what is derived and take out what happened after `month`; returns the candidate file."""
    file = home.work / "candidate.duckdb"
    for leftover in (file, file.with_name(f"{file.name}.wal")):
        leftover.unlink(missing_ok=True)
    shutil.copyfile(home.current_file, file)
    with open_candidate(home, file) as connection:
        cut_at_month(connection, month, as_of)
    return file


def count_and_score(home: Home, file: Path, month: str, as_of: date, reference: Reference) -> None:
    """Fill the candidate with the other published tables: receipts, counts, scorecard."""
    with open_candidate(home, file) as connection:
        fill_candidate(connection, home, month, as_of, reference)
        connection.execute("CHECKPOINT candidate")


def fill_candidate(
    connection: duckdb.DuckDBPyConnection, home: Home, month: str, as_of: date, reference: Reference
) -> None:
    """The same in the connection's current database, with the store attached as `warehouse`."""
    connection.execute("SET VARIABLE as_of = ?::DATE", [as_of])
    _provide_inputs(connection, home, month, reference)
    for contract in reference.contracts:
        if contract.table in RECEIPT_TABLES:
            create_table(connection, contract)
            connection.execute(f"INSERT INTO main.{contract.table} BY NAME {receipts(contract.table)}")
    make_official_totals(connection, month)
    build_outputs(connection, month, as_of)
    made = {row[0] for row in connection.execute(_sql("made_tables")).fetchall()}
    for contract in reference.contracts:
        if contract.table not in made and contract.table != "data_dictionary":
            create_table(connection, contract)


def receipts(table: str) -> str:
    """The SELECT that fills one of the RECEIPT_TABLES."""
    return _sql(table)


def close_candidate(home: Home, file: Path, reference: Reference) -> None:
    """Take out what only the steps needed (schemas `inputs` and `internal`) and write comments, views and dictionary."""
    with open_candidate(home, file) as connection:
        connection.execute("DROP SCHEMA inputs CASCADE")
        connection.execute("DROP SCHEMA internal CASCADE")
        describe(connection, with_notice(reference.contracts, home))
        connection.execute("CHECKPOINT candidate")


@contextmanager
def open_candidate(home: Home, file: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """The candidate for writing, as the connection's own database `candidate`, beside the store for reading, as `warehouse`."""
    with connect(home.work) as connection:
        connection.execute(f"ATTACH {quote_text(str(file))} AS candidate")
        attach_read_only(connection, home.records_file, "warehouse")
        connection.execute("USE candidate")
        yield connection


def _provide_inputs(connection: duckdb.DuckDBPyConnection, home: Home, month: str, reference: Reference) -> None:
    """Schema `inputs` of the candidate: what the counting asks for beside events (feeds, enterprises, targets, units)."""
    connection.register("unit_rows", reference.gazetteer.units)
    connection.register("target_rows", _target_frame(reference.targets))
    connection.execute(_sql("inputs"))
    connection.execute(_sql("deduction_records"), {"month": month})
    for rows in ("uncounted_rows", "replaced_rows"):
        connection.execute(_sql(rows))
    said_before = sorted(home.published.glob(f"releases/{month[:4]}-??.*/tables/scorecard.parquet"))
    if said_before:
        connection.execute(_sql("previous_scorecard"), {"files": [str(file) for file in said_before]})
    for name in ("unit_rows", "target_rows"):
        connection.unregister(name)


def _target_frame(targets: list[Target]) -> pl.DataFrame:
    schema = {
        "year": pl.Int32, "target_id": pl.String, "unit_code": pl.String, "indicator": pl.String, "operator": pl.String,
        "target_value": pl.Float64, "target_numerator": pl.Int64, "target_denominator": pl.Int64,
        "closes_on": pl.Date, "sentence_zh": pl.String,
    }  # fmt: skip
    named = {field.name for field in fields(Target)} & schema.keys()
    return pl.DataFrame([{key: asdict(target)[key] for key in named} for target in targets], schema=schema)


def _sql(name: str) -> str:
    return (_FOLDER / f"{name}.sql").read_text(encoding="utf-8")
