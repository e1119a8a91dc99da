"""What every intake test needs: the repository's own profiles and synonyms, and a way to take a file in."""

from pathlib import Path

import pytest
from taking_in import Intake

from transforms.intake import Profile, Synonyms, parse_profile, parse_synonyms

DATA = Path(__file__).parents[3] / "data"


@pytest.fixture(scope="session")
def profiles() -> list[Profile]:
    return [parse_profile(path.read_text("utf-8"), path.name) for path in sorted((DATA / "sources").glob("*.yml"))]


@pytest.fixture(scope="session")
def synonyms() -> Synonyms:
    path = DATA / "reference" / "header_synonyms.yml"
    return parse_synonyms(path.read_text("utf-8"), path.name)


@pytest.fixture
def intake(tmp_path: Path, profiles: list[Profile], synonyms: Synonyms) -> Intake:
    return Intake(tmp_path, profiles, synonyms)
