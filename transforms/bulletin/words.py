"""Chinese words for the codes of the published tables, usable in queries."""

from pathlib import Path

import duckdb


def add_words(connection: duckdb.DuckDBPyConnection) -> None:
    """Give the connection the temporary macros patent_type_zh, event_zh, confidence_zh, basis_zh, status_zh, obs_status_zh.

    They live in the connection's memory; the file may be open read-only.
    """
    connection.execute((Path(__file__).parent / "words.sql").read_text(encoding="utf-8"))
