"""Row rules at work: what they find in one batch after another, and which rows may go on."""

from collections.abc import Sequence

import duckdb
import polars as pl

from expectations.rules import BatchTable, Rule, run_rules
from flows.store.stream import to_arrow
from flows.store.warehouse import sql


class Judge:
    """Judges the rows of one delivery, on a connection of its own beside the one that writes."""

    def __init__(self, scratch: duckdb.DuckDBPyConnection, rules: Sequence[Rule], table: BatchTable) -> None:
        self._scratch, self._rules, self._table = scratch, rules, table
        scratch.execute(sql("judged"))

    def pass_on(self, rows: pl.DataFrame) -> pl.DataFrame:
        """The rows that no rule sets aside, without their originals, which stay here for those that are."""
        values = rows.drop("original")
        self._scratch.register("judged_rows", to_arrow(values))
        run_rules(self._scratch, self._rules, "judged_rows", self._table)
        found = self._scratch.execute("SELECT DISTINCT row_key, severity = 'set_aside' AS is_out FROM found").fetchnumpy()
        if found["row_key"].size:
            is_set_aside = pl.col("row_key").is_in(pl.Series(found["row_key"][found["is_out"]], dtype=pl.Int64).implode())
            out = rows.lazy().filter(is_set_aside)
            originals = out.select("row_key", pl.col("original").struct.json_encode()).collect()
            self._scratch.register("originals", to_arrow(originals))
            self._scratch.execute(sql("keep_findings"))
            self._scratch.unregister("originals")
            values = values.filter(~is_set_aside)
        self._scratch.unregister("judged_rows")
        return values

    def hand_over(self, connection: duckdb.DuckDBPyConnection, sequence: int) -> None:
        """Write all findings to the store."""
        connection.register("judged", self._scratch.execute("FROM judged").to_arrow_reader())
        connection.execute(sql("insert_findings"), {"sequence": sequence})
        connection.unregister("judged")
