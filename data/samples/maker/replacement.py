"""The corrected sheet of 2013-04: two applications are taken out, the address of one is changed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random

from maker.feed import Memory
from maker.world import Application, Row, application_event
from maker.writing import application_cells

MONTH = "2013-04"
RECEIVED = "2013-06-10"


@dataclass(frozen=True)
class Amendment:
    """What the corrected sheet does: numbers taken out, and the number moved to another unit."""

    removed: tuple[str, ...]
    moved: str
    unit_before: str
    unit_after: str


def amended_rows(rows: list[Row], memory: Memory) -> tuple[list[Row], Amendment]:
    """Return the corrected rows: an invention and a design are gone, one application moves to 新仓镇.

    The three are kept out of later sheets, where they would be reported again.
    """
    rng = Random("replacement")
    repeated = {row.source.base for row in rows if row.fate == "repeated" and row.source}
    plain = [
        row
        for row in rows
        if row.event and not row.case and row.source and row.source.base not in repeated and row.event.unit
    ]
    gone = [
        next(row for row in plain if row.event and row.event.patent_type == wanted)
        for wanted in ("invention", "design")
    ]
    moved = next(row for row in plain if row.event and row.event.unit == "新埭镇" and row not in gone)
    before = moved.source
    assert isinstance(before, Application)
    after = replace(before, address=f"浙江省平湖市新仓镇云帆路{rng.randint(1, 99)}号", unit="新仓镇")
    new = Row(application_cells(after, rng), "accepted", application_event(after), "moved", after)
    kept = [new if row is moved else row for row in rows if row not in gone]
    removed = tuple(row.source.base for row in gone if row.source)
    memory.untouchable |= {*removed, before.base}
    memory.granted |= {*removed, before.base}
    return kept, Amendment(removed, before.base, "新埭镇", "新仓镇")
