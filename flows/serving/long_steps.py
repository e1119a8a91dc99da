"""A bar on Prefect's page for a step that takes long; a short one has none."""

import time
from dataclasses import dataclass, field
from uuid import UUID

from prefect.artifacts import create_progress_artifact, update_progress_artifact
from prefect.context import TaskRunContext

SHOWN_AFTER_SECONDS = 5.0
_EVERY_SECONDS = 2.0


@dataclass
class Bar:
    """How far a step is; `show` may be called as often as one likes, and outside of a task run does nothing."""

    description: str
    _artifact_id: UUID | None = None
    _shown_at: float = field(default_factory=time.monotonic)

    def show(self, share: float) -> None:
        """Show a share of the work (0 to 1): first after some seconds, then every few seconds and at the end."""
        waited = time.monotonic() - self._shown_at
        if TaskRunContext.get() is None:
            return
        if self._artifact_id is None:
            if waited < SHOWN_AFTER_SECONDS or share >= 1:
                return
            made = create_progress_artifact(100 * share, key="progress", description=self.description)
            self._artifact_id = made if isinstance(made, UUID) else None
        elif waited >= _EVERY_SECONDS or share >= 1:
            update_progress_artifact(self._artifact_id, progress=100 * share)
        else:
            return
        self._shown_at = time.monotonic()
