"""The published tables of the level above: their counts, and what is wrong with them by their own arithmetic."""

from pathlib import Path

import duckdb

_FOLDER = Path(__file__).parent / "official"
CHECKS = ("values", "blank_rows", "patent_types", "applicant_kinds", "regions", "parts", "months", "rates")


def make_official_totals(connection: duckdb.DuckDBPyConnection, month: str) -> None:
    """Make main.official_totals from inputs.official_records, with tables up to `month` ('2013-09').

    `problem` names the cells that contradict each other; nothing is repaired.
    """
    connection.execute(_sql("numbers"))
    for check in CHECKS:
        connection.execute(_sql(check))
    connection.execute(_sql("official_totals"), {"month": month})


def _sql(step: str) -> str:
    return (_FOLDER / f"{step}.sql").read_text(encoding="utf-8")
