"""What a bulletin is made from: one release's published tables and the words that are not in them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import duckdb

from transforms.bulletin.imprint import Imprint
from transforms.bulletin.words import add_words
from transforms.month_bases import provide_month_bases

_QUERIES = Path(__file__).parent / "queries"
_STEPS = ("steps/calendar", "steps/known", "steps/volumes")
Row = dict[str, Any]


@dataclass(frozen=True)
class Unit:
    """A reporting unit as the tables write it, in their order; the last is the unassigned member."""

    code: str
    label: str


@dataclass(frozen=True)
class Given:
    """What the published tables do not hold: the release itself and words from `data/`.

    `note` is the text of data/notes/<month>.md or empty, `rule_labels` and `table_labels` the Chinese names of
    row rules and tables, `warnings` sentences for the section such as a missing alert channel.
    """

    release_id: str
    month: str
    as_of: date
    city_code: str
    units: tuple[Unit, ...]
    imprint: Imprint
    notice: str = ""
    note: str = ""
    rule_labels: Mapping[str, str] = field(default_factory=dict)
    table_labels: Mapping[str, str] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()


class Source:
    """The release's tables in schema main of `connection`, asked by the queries beside this file; nothing is written.

    Steps shared by several queries are temporary tables (bulletin_period, bulletin_months, bulletin_known,
    bulletin_volumes).
    """

    def __init__(self, connection: duckdb.DuckDBPyConnection, given: Given) -> None:
        self.given = given
        self._connection = connection
        add_words(connection)
        provide_month_bases(connection)
        connection.execute(_sql("steps/period"), {"month": given.month, "city_code": given.city_code})
        for step in _STEPS:
            connection.execute(_sql(step))

    @property
    def year(self) -> int:
        """The year of the bulletin."""
        return int(self.given.month[:4])

    @property
    def month_number(self) -> int:
        """The month of the bulletin, 1 to 12."""
        return int(self.given.month[5:])

    def rows(self, query: str, **parameters: Any) -> list[Row]:
        """The rows of `queries/<query>.sql` as dictionaries by column."""
        cursor = self._connection.execute(_sql(query), parameters)
        names = [column[0] for column in cursor.description or ()]
        return [dict(zip(names, values, strict=True)) for values in cursor.fetchall()]


def _sql(name: str) -> str:
    return (_QUERIES / f"{name}.sql").read_text(encoding="utf-8")
