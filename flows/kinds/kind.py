"""What a kind of rows must say of itself."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import polars as pl

from transforms.clean import RowContext

if TYPE_CHECKING:
    from flows.reference import Reference
    from flows.take_in import RecognisedFile

    Step = Callable[[pl.DataFrame, RecognisedFile, Reference], pl.DataFrame]


@dataclass(frozen=True)
class Kind:
    """How rows of one kind become what the store keeps.

    `clean` types raw rows, one for one, keeping sheet, row_number, out_of_scope, surplus_cells (if row rules look at it)
    and original; `place` adds to those in scope where they belong; `insert` names the .sql of flows/store that keeps what
    no row rule has set aside.
    """

    clean: "Step"
    place: "Step"
    insert: str


def row_context(file: "RecognisedFile") -> RowContext:
    """What each row of a file owes to its profile and its arrival."""
    profile = file.plan.profile
    return RowContext(profile.source, profile.basis, profile.events, file.plan.feed_month, file.received_on)
