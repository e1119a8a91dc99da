"""The repository's own gazetteer, and a frame of addresses."""

from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest

from transforms.locate import GAZETTEER_FILES, Gazetteer, locate, parse_gazetteer

REFERENCE = Path(__file__).parents[3] / "data" / "reference"
COLUMNS = ("address", "postcode", "province", "city", "county")
Locate = Callable[..., pl.DataFrame]


@pytest.fixture(scope="session")
def texts() -> dict[str, str]:
    return {name: (REFERENCE / name).read_text(encoding="utf-8") for name in GAZETTEER_FILES}


@pytest.fixture(scope="session")
def gazetteer(texts: dict[str, str]) -> Gazetteer:
    return parse_gazetteer(texts)


@pytest.fixture(scope="session")
def located(gazetteer: Gazetteer) -> Locate:
    """Places a list of addresses, with further columns by name."""

    def place(
        addresses: list[str | None], attributed_to: str | None = "330482", **columns: list[str | None]
    ) -> pl.DataFrame:
        values = {"address": addresses, **columns}
        nothing: list[str | None] = [None] * len(addresses)
        names = [*COLUMNS, *(name for name in columns if name not in COLUMNS)]
        frame = pl.DataFrame(
            {name: values.get(name, nothing) for name in names}, schema=dict.fromkeys(names, pl.String)
        )
        return locate(frame, gazetteer, attributed_to)

    return place
