"""Held deliveries whose file is no longer in the inbox: the archive keeps their bytes, every run tries them again."""

from datetime import date

import duckdb

from flows import archive
from flows.collect import Incoming, annotated
from flows.home import Home


def waiting_items(
    connection: duckdb.DuckDBPyConnection, home: Home, present: list[Incoming], as_of: date
) -> list[Incoming]:
    """The held deliveries known by the day that no file of the same name in the inbox stands for."""
    names = {item.file_name for item in present}
    held = connection.execute(
        "SELECT delivery_id FROM warehouse.deliveries WHERE state = 'held' AND received_on <= ? ORDER BY ALL", [as_of]
    ).fetchall()
    items = []
    for (delivery_id,) in held:
        if not archive.content(home.archive, delivery_id).exists():
            continue
        note = archive.recall_one(home.archive, delivery_id)
        if note.file_name not in names:
            path = archive.content(home.archive, delivery_id)
            items.append(annotated(path, note.file_name, note.received_on, note.sidecar_name, note.sidecar_text))
    return items
