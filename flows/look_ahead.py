"""What can be known of a file before its turn: its bytes are archived, it is recognised, its first rows are cleaned.

Nothing here asks the store, so that it goes on while the files before are written.
"""

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from flows import archive
from flows.collect import Incoming
from flows.home import Home
from flows.one_ahead import one_ahead
from flows.reference import Reference
from flows.relation import check_relation
from flows.store.deliveries import Accepted
from flows.take_in import Batch, RecognisedFile, clean_batches, recognise_file
from transforms.errors import Held


@dataclass(frozen=True)
class Looked:
    """One file looked at: what it is and its rows, the problem for which it must wait, or neither where it was taken in before.

    Without archived bytes (`is_archived` false) a file goes by its name.
    """

    item: Incoming
    delivery_id: str
    file: RecognisedFile | None = None
    batches: Iterator[Batch] = iter(())
    problem: Held | None = None
    is_archived: bool = True


def look_ahead(
    home: Home, items: Iterable[Incoming], reference: Reference, accepted: Mapping[str, Accepted]
) -> Iterator[Looked]:
    """The files in their order, each looked at while its predecessor is used; those `accepted` before are only archived."""
    return one_ahead(_look(home, item, reference, accepted) for item in items)


def _look(home: Home, item: Incoming, reference: Reference, accepted: Mapping[str, Accepted]) -> Looked:
    if item.is_not_kept:
        return Looked(item, _name_id(home, item), problem=item.problem, is_archived=False)
    try:
        delivery_id = archive.store_bytes(item.path, home.archive)
    except Held as problem:
        return Looked(item, _name_id(home, item), problem=problem, is_archived=False)
    earlier = accepted.get(delivery_id)
    if earlier and not earlier.may_be_another_months:
        return Looked(item, delivery_id)
    try:
        file = _recognised(item, archive.content(home.archive, delivery_id), reference, home.work)
        return Looked(item, delivery_id, file, _begun(clean_batches(file, reference, home.work)))
    except Held as problem:
        return Looked(item, delivery_id, problem=problem)


def _recognised(item: Incoming, path: Path, reference: Reference, work: Path) -> RecognisedFile:
    if item.problem:
        raise item.problem
    file = recognise_file(item, path, reference, work)
    check_relation(file.plan)
    return file


def _begun(batches: Iterator[Batch]) -> Iterator[Batch]:
    """The same, the first of them made at once."""
    first = next(batches, None)
    return iter(()) if first is None else chain([first], batches)


def _name_id(home: Home, item: Incoming) -> str:
    """A file without bytes that stay the same has no identity of its own yet: it goes by its name and folder."""
    folder = item.path.parent
    below = folder.relative_to(home.inbox) if folder.is_relative_to(home.inbox) else Path()
    return hashlib.sha256(os.fsencode(f"no bytes yet: {below / item.file_name}")).hexdigest()
