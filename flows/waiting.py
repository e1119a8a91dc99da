"""Held deliveries that were accepted once (before a rebuild): the archive keeps their bytes, every run tries them again."""

from datetime import date

import duckdb

from flows import archive
from flows.collect import Incoming, annotated
from flows.home import Home
from flows.store import held


def waiting_items(
    connection: duckdb.DuckDBPyConnection, home: Home, present: list[Incoming], as_of: date
) -> list[Incoming]:
    """Those known by the day that no file of the same name in the inbox stands for."""
    names = {item.file_name for item in present}
    items = []
    for delivery_id, _ in held.held_by(connection, as_of):
        if not archive.is_noted(home.archive, delivery_id):
            continue
        note = archive.recall_one(home.archive, delivery_id)
        if note.file_name not in names:
            path = archive.content(home.archive, delivery_id)
            items.append(annotated(path, note.file_name, note.received_on, note.sidecar_name, note.sidecar_text))
    return items
