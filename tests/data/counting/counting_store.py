"""Small stores to count on: main.patent_events and schema inputs as a release's candidate file holds them."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import polars as pl

from transforms.out import parse_targets

TARGETS_FILE = Path(__file__).parents[3] / "data" / "targets" / "2013.yml"
UNITS = {
    "330482000": "未归属",
    "330482001": "当湖街道",
    "330482002": "钟埭街道",
    "330482101": "乍浦镇",
    "330482103": "新仓镇",
    "330482108": "独山港镇",
}
SCHEMA = """
CREATE TABLE main.patent_events (
    patent_id VARCHAR, event VARCHAR, event_on DATE, counting_month VARCHAR, reported_month VARCHAR,
    basis VARCHAR, patent_type VARCHAR, first_applicant VARCHAR, applicant_kind VARCHAR, address VARCHAR,
    unit_code VARCHAR, unit_name VARCHAR, location_rule VARCHAR, location_confidence VARCHAR,
    suggested_unit_code VARCHAR, in_territory BOOLEAN, delivery_id VARCHAR, sheet VARCHAR, row_number BIGINT);
CREATE SCHEMA inputs;
CREATE TABLE inputs.delivered_feeds (event VARCHAR, month VARCHAR, basis VARCHAR, delivery_id VARCHAR);
CREATE VIEW main.deliveries AS
SELECT delivery_id, 'accepted' AS state, 'month' AS coverage, basis, event AS events, month FROM inputs.delivered_feeds;
CREATE SEQUENCE inputs.orders;
CREATE TABLE inputs.enterprise_records (
    record_order BIGINT DEFAULT nextval('inputs.orders'),
    delivery_id VARCHAR, sheet VARCHAR, row_number BIGINT, name VARCHAR, former_name VARCHAR, uscc VARCHAR,
    uscc_valid BOOLEAN, unit_code VARCHAR, unit_name VARCHAR, level VARCHAR, event VARCHAR, scheme VARCHAR,
    document_number VARCHAR, document_on DATE, notice_on DATE, known_on DATE);
CREATE TABLE inputs.targets (
    year INTEGER, target_id VARCHAR, unit_code VARCHAR, indicator VARCHAR, operator VARCHAR,
    target_value DOUBLE, target_numerator BIGINT, target_denominator BIGINT, closes_on DATE, sentence_zh VARCHAR);
CREATE TABLE inputs.units (unit_code VARCHAR, unit_name VARCHAR, unit_label VARCHAR, sort_order INTEGER);
CREATE TABLE inputs.previous_scorecard (month VARCHAR, target_id VARCHAR, unit_code VARCHAR, value DOUBLE);
CREATE TABLE main.official_totals (
    delivery_id VARCHAR, region VARCHAR, month VARCHAR, measure VARCHAR, period VARCHAR, patent_type VARCHAR,
    applicant_kind VARCHAR, value DOUBLE, problem VARCHAR);
CREATE TABLE inputs.deduction_records (
    delivery_id VARCHAR, sheet VARCHAR, row_number BIGINT, patent_id VARCHAR, reason VARCHAR, deducted_on DATE,
    reported_month VARCHAR, received_on DATE, known_on DATE, record_order BIGINT);
CREATE TABLE inputs.published_tables (delivery_id VARCHAR, received_on DATE);
CREATE TABLE inputs.replaced_rows (
    effect BIGINT, event VARCHAR, reported_month VARCHAR, replaced_on DATE, patent_id VARCHAR, patent_type VARCHAR,
    unit_code VARCHAR, delivery_id VARCHAR, sheet VARCHAR, row_number BIGINT);
CREATE TABLE inputs.uncounted_rows (
    cause VARCHAR, event VARCHAR, reported_month VARCHAR, patent_id VARCHAR, patent_type VARCHAR, unit_code VARCHAR,
    delivery_id VARCHAR, sheet VARCHAR, row_number BIGINT);
"""


def new_store(targets: str | None = None) -> duckdb.DuckDBPyConnection:
    """An empty store with the nine units' sample and the targets of 2013, or those of a given text."""
    store = duckdb.connect(config={"threads": 1})
    store.execute(SCHEMA)
    store.executemany(
        "INSERT INTO inputs.units VALUES (?, ?, ?, ?)",
        [[code, name, name, order] for order, (code, name) in enumerate(UNITS.items())],
    )
    text = TARGETS_FILE.read_text(encoding="utf-8") if targets is None else targets
    insert(store, "inputs.targets", map(vars, parse_targets(text, "2013.yml" if targets is None else "targets.yml")))
    return store


def insert(store: duckdb.DuckDBPyConnection, table: str, rows: Iterable[dict[str, Any]]) -> None:
    """Rows by column name; columns not named stay NULL."""
    if given := list(rows):
        store.register("frame_to_insert", pl.from_dicts(given, infer_schema_length=None))
        store.execute(f"INSERT INTO {table} BY NAME FROM frame_to_insert")
        store.unregister("frame_to_insert")


def add_events(store: duckdb.DuckDBPyConnection, month: str, number: int, inventions: int = 0, **columns: Any) -> None:
    """`number` events of a month, the first `inventions` of them inventions, the rest utility models."""
    row = {
        "event": "application",
        "reported_month": month,
        "basis": "receipt_records",
        "applicant_kind": "企业",
        "unit_code": "330482001",
        "in_territory": True,
    } | columns
    store.execute(
        f"""INSERT INTO main.patent_events (patent_id, counting_month, patent_type, {", ".join(row)})
        SELECT uuid()::VARCHAR, ?, CASE WHEN i < ? THEN 'invention' ELSE 'utility_model' END,
               {", ".join("?" for _ in row)} FROM range(?) AS numbers (i)""",
        [month, inventions, *row.values(), number],
    )


def add_feeds(
    store: duckdb.DuckDBPyConnection,
    months: Iterable[str],
    events: Sequence[str] = ("application", "grant"),
    basis: str = "receipt_records",
) -> None:
    """A month delivery for each month and event."""
    insert(
        store,
        "inputs.delivered_feeds",
        [
            {"event": event, "month": month, "basis": basis, "delivery_id": f"{month}-{event}"}
            for month in months
            for event in events
        ],
    )


def months_of(year: int, last: int = 12) -> list[str]:
    """'2013-01' to the last month given."""
    return [f"{year}-{number:02d}" for number in range(1, last + 1)]


def score(store: duckdb.DuckDBPyConnection, month: str, target_id: str, unit_code: str = "330482") -> dict[str, Any]:
    """One row of the scorecard."""
    rows = store.execute(
        "SELECT * FROM main.scorecard WHERE month = ? AND target_id = ? AND unit_code = ?",
        [month, target_id, unit_code],
    )
    names = [column[0] for column in rows.description or []]
    found = rows.fetchall()
    assert len(found) == 1, (month, target_id, unit_code, found)
    return dict(zip(names, found[0], strict=True))


AS_OF = date(2013, 10, 15)
