"""Lines of a comparison as officers read them: tables and columns by their labels, a whole row by its values."""

import json
from collections.abc import Iterator, Sequence

from expectations.contracts import Contract
from flows.changes.statements import WHOLE_ROW

_WHOLE_ROW_ZH = "整行"
Line = Sequence[str | None]  # table_name, key, column_name, before, after, cause


def headings(contracts: Sequence[Contract]) -> list[str]:
    """The labels of the columns of a line."""
    (own,) = (contract for contract in contracts if contract.table == "release_changes")
    return [column.label_zh for column in own.columns]


def in_words(lines: Sequence[Line], contracts: Sequence[Contract]) -> Iterator[list[str | None]]:
    """The same lines; keys and codes stay as the tables have them."""
    tables = {contract.table: contract.label_zh for contract in contracts}
    labels = {
        contract.table: {column.name: column.label_zh for column in contract.columns} for contract in contracts
    }
    for table, key, column, before, after, cause in lines:
        assert table is not None and column is not None, "of the key of release_changes"
        said = [_values(text, labels[table]) for text in (before, after)] if column == WHOLE_ROW else [before, after]
        yield [tables[table], key, labels[table].get(column, _WHOLE_ROW_ZH), *said, cause]


def _values(text: str | None, labels: dict[str, str]) -> str | None:
    """What stands in a whole row; lines that count rows hold no row."""
    if text is None or not text.startswith("{"):
        return text
    return ";".join(f"{labels[name]} {value}" for name, value in json.loads(text).items() if value is not None)
