"""A delivery taken in as the flow does it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import polars as pl
import pytest

from transforms.errors import Held
from transforms.intake import DeliveryPlan, Profile, Synonyms, parse_sidecar, plan_delivery, raw_batches


@dataclass
class Intake:
    """Takes in bytes under a name, the way the flow does: the archived file has no ending."""

    folder: Path
    profiles: Sequence[Profile]
    synonyms: Synonyms
    taken: list[Path] = field(default_factory=list)

    def _store(self, content: bytes | str) -> Path:
        path = self.folder / f"delivery{len(self.taken)}"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        self.taken.append(path)
        return path

    def plan(self, content: bytes | str, name: str = "受理_201301.csv", sidecar: str = "") -> DeliveryPlan:
        said = parse_sidecar(sidecar, f"{name}.yml") if sidecar else None
        return plan_delivery(self._store(content), name, self.profiles, self.synonyms, said, self.folder / "work")

    def rows(
        self, content: bytes | str, name: str = "受理_201301.csv", sidecar: str = "", batch_rows: int = 500_000
    ) -> pl.DataFrame:
        plan = self.plan(content, name, sidecar)
        return pl.concat(raw_batches(self.taken[-1], name, plan, self.folder / "work", batch_rows))

    def held(self, content: bytes | str, name: str = "受理_201301.csv", sidecar: str = "") -> Held:
        with pytest.raises(Held) as caught:
            self.plan(content, name, sidecar)
        return caught.value
