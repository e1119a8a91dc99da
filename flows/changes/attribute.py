"""Why each difference is there: files, replacements, corrections, merged identities, reference data, code."""

from collections.abc import Sequence
from pathlib import Path

import duckdb

from flows.reference import Reference
from transforms.corrections import Correction
from transforms.out.counting_rules import indicators

_FOLDER = Path(__file__).parent / "causes"
_MOST_CAUSES = 5


def attribute(
    connection: duckdb.DuckDBPyConnection, reference: Reference, known_corrections: Sequence[str], otherwise: str
) -> None:
    """Write the lines found by `compare` with their causes into `later.main.release_changes`.

    `warehouse` is attached and the variable `as_of` set; `known_corrections` are those the earlier release had applied,
    `otherwise` the cause of what nothing in the warehouse explains.
    """
    lists = {
        "correction_ids": [correction.correction_id for correction in reference.corrections],
        "correction_causes": [correction_cause(correction) for correction in reference.corrections],
        "known_corrections": list(known_corrections),
    }
    connection.execute("SET VARIABLE otherwise = ?", [otherwise])
    for name, texts in lists.items():
        connection.execute(f"SET VARIABLE {name} = ?::VARCHAR[]", [texts])
    events = {target.target_id: indicators()[target.indicator].event for target in reference.targets}
    connection.execute(_sql("asked"), {"targets": list(events), "events": list(events.values())})
    for step in ("facts", "of_rows", "of_patents", "of_other_rows", "of_counts"):
        connection.execute(_sql(step))
    connection.execute(_sql("release_changes"), {"most_causes": _MOST_CAUSES})


def correction_cause(correction: Correction) -> str:
    """Which correction: its reason, its file and the first digits of its id."""
    return f"更正:{correction.why}({correction.file},{correction.correction_id[:8]})"


def _sql(name: str) -> str:
    return (_FOLDER / f"{name}.sql").read_text(encoding="utf-8")
