"""Two attached releases, `earlier` and `later`, compared table by table over what both claim."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import duckdb

from expectations.contracts import Contract
from flows.changes.shape import Shape, shapes
from flows.changes.statements import THE_ORIGIN, changed_keys, lines, pairs, rest, rows_of, touched_rows
from flows.publishing.quoting import quote_identifier

_FOLDER = Path(__file__).parent
_SCOPED_BY = ("month", "counting_month", "delivery_id")
# Tables whose rows are counted: what they add to the cells of monthly_counts, or take from them.
_CELLS = {"patent_events": "origins/cells", "deductions": "origins/deducted_cells"}
_WHOLE = "SELECT * FROM changed"
# Tables that follow from the events of a patent, patent by patent.
_OF_EVENTS = ("patents", "patent_events")
_SIDES = ("earlier", "later")


def compare(
    connection: duckdb.DuckDBPyConnection,
    contracts: Sequence[Contract],
    earlier_month: str,
    later_month: str,
    *,
    touched_only: bool = False,
) -> None:
    """Fill the temporary tables of tables.sql with everything that differs in content tables.

    Releases of one month are compared whole; of different months ('2013-08'), what lies in months that both hold:
    the rows of a new month are no changes. With `touched_only` events and patents are looked at for the patents in the
    temporary table `touched` alone, which must hold all that can differ.
    """
    connection.execute(sql("tables"))
    connection.execute("SET VARIABLE last_month = ?", [min(earlier_month, later_month)])
    connection.execute("SET VARIABLE first_month = ?", [f"{max(earlier_month, later_month)[:4]}-01"])
    for shape in shapes(connection, contracts):
        relations = {side: f"{side}.main.{quote_identifier(shape.table)}" for side in _SIDES}
        if touched_only and shape.table in _OF_EVENTS:
            for side, relation in relations.items():
                connection.execute(touched_rows(shape, side, relation))
            relations = {side: f"{side}_touched" for side in _SIDES}
        _compare_table(connection, shape, relations, is_whole=earlier_month == later_month)


def sql(name: str) -> str:
    """The text of a .sql file of this folder."""
    return (_FOLDER / f"{name}.sql").read_text(encoding="utf-8")


def _compare_table(
    connection: duckdb.DuckDBPyConnection, shape: Shape, relations: Mapping[str, str], *, is_whole: bool
) -> None:
    connection.execute(changed_keys(shape, **relations))
    if connection.execute("SELECT 1 FROM changed_keys LIMIT 1").fetchone() is None:
        return
    scope = _WHOLE if is_whole else _scope(shape)
    for side, relation in relations.items():
        connection.execute(rows_of(shape, side, relation, scope))
    if shape.table == "patents" and not is_whole:
        connection.execute(sql("scope/patents_news"))
    for statement in (pairs(shape), lines(shape), rest(shape)):
        connection.execute(statement)
    connection.execute(sql("counted"), {"table_name": shape.table})
    if "delivery_id" in shape.names.difference(shape.key):
        connection.execute(sql("moved"), {"table_name": shape.table, "key": THE_ORIGIN})
    _note_origins(connection, shape)


def _scope(shape: Shape) -> str:
    """Which changed rows of a table both releases claim: by a file of its own, else by the first column there is one for."""
    if (_FOLDER / "scope" / f"{shape.table}.sql").exists():
        return sql(f"scope/{shape.table}")
    return next((sql(f"scope/{column}") for column in _SCOPED_BY if column in shape.names), _WHOLE)


def _note_origins(connection: duckdb.DuckDBPyConnection, shape: Shape) -> None:
    """Keep what causes are looked up by, as far as the table has it."""
    if {"delivery_id", "row_number"} <= shape.names:
        connection.execute(sql("origins/rows"), {"table_name": shape.table})
    elif "delivery_id" in shape.names:
        connection.execute(sql("origins/deliveries"), {"table_name": shape.table})
    if "patent_id" in shape.names:
        connection.execute(sql("origins/patents"), {"table_name": shape.table})
    if cells := _CELLS.get(shape.table):
        connection.execute(sql(cells), {"table_name": shape.table})
