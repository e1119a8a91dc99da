"""What of a table is compared: its key and content columns, as far as both releases have them."""

from collections.abc import Sequence
from dataclasses import dataclass

import duckdb

from expectations.contracts import Column, Contract
from flows.publishing.quoting import quote_identifier, quote_text

# Where a row stands in files is not what it says: `cause` tells which file brought a change.
_ORIGIN = ("delivery_id", "sheet", "row_number")
_NUMBERS = ("BIGINT", "INTEGER", "DOUBLE")
_COMMON_COLUMNS = """
SELECT table_name, column_name FROM duckdb_columns()
WHERE database_name IN ('earlier', 'later') AND schema_name = 'main'
GROUP BY ALL HAVING count(*) = 2
"""


@dataclass(frozen=True)
class Shape:
    """One table as it is compared: `key` and `values` are quoted column names, `label` the table as an SQL text."""

    table: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]

    @property
    def label(self) -> str:
        """The table's name as an SQL literal."""
        return quote_text(self.table)

    @property
    def names(self) -> frozenset[str]:
        """Names of all compared columns, unquoted."""
        return frozenset(column.name for column in self.columns)

    @property
    def values(self) -> tuple[Column, ...]:
        """The columns beside the key that say something."""
        return tuple(column for column in self.columns if column.name not in (*self.key, *_ORIGIN))

    @property
    def is_count(self) -> bool:
        """Whether the rows are counts of months, not things: then they are listed whole, number by number."""
        return "month" in self.key and self.names.isdisjoint(("delivery_id", "patent_id"))

    @property
    def numbers(self) -> tuple[Column, ...]:
        """The columns that count or measure."""
        return tuple(column for column in self.values if column.type in _NUMBERS)

    def same_key(self, left: str, right: str) -> str:
        """The join condition of two aliases; a NULL in a key (no document number) equals another."""
        names = [quote_identifier(name) for name in self.key]
        return " AND ".join(f"{left}.{name} IS NOT DISTINCT FROM {right}.{name}" for name in names)

    def key_text(self, *aliases: str) -> str:
        """The key as one text, values joined by `|` (key_part escapes one inside a value); of the first alias that has it."""
        parts = [self._of(quote_identifier(name), aliases) for name in self.key]
        return "concat_ws('|', " + ", ".join(f"key_part({part})" for part in parts) + ")"

    def _of(self, name: str, aliases: Sequence[str]) -> str:
        return "coalesce(" + ", ".join(f"{alias}.{name}" for alias in aliases) + ")"


def shapes(connection: duckdb.DuckDBPyConnection, contracts: Sequence[Contract]) -> list[Shape]:
    """The content tables that both attached releases (`earlier`, `later`) have; an older one may lack some columns."""
    of_both = connection.execute(_COMMON_COLUMNS).fetchall()
    found = []
    for contract in contracts:
        common = {column for table, column in of_both if table == contract.table}
        if contract.is_content and common.issuperset(contract.key):
            columns = tuple(column for column in contract.columns if column.is_content and column.name in common)
            found.append(Shape(contract.table, columns, contract.key))
    return found


def as_text(column: Column, alias: str) -> str:
    """A value as it stands in `release_changes`; doubles as far as they are content."""
    name = f"{alias}.{quote_identifier(column.name)}"
    return f"round({name}, 9)::VARCHAR" if column.type == "DOUBLE" else f"{name}::VARCHAR"
