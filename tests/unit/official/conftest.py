"""The repository's own layouts and regions."""

from pathlib import Path

import pytest
from published_tables import Office

from transforms.clean.official import RegionNames
from transforms.intake import Profile, Synonyms, parse_profile, parse_synonyms
from transforms.locate import GAZETTEER_FILES, parse_gazetteer, region_names

DATA = Path(__file__).parents[3] / "data"


@pytest.fixture(scope="session")
def profiles() -> list[Profile]:
    return [parse_profile(path.read_text("utf-8"), path.name) for path in sorted((DATA / "sources").glob("*.yml"))]


@pytest.fixture(scope="session")
def synonyms() -> Synonyms:
    path = DATA / "reference" / "header_synonyms.yml"
    return parse_synonyms(path.read_text("utf-8"), path.name)


@pytest.fixture(scope="session")
def names() -> RegionNames:
    return region_names(parse_gazetteer({name: (DATA / "reference" / name).read_text("utf-8") for name in GAZETTEER_FILES}))


@pytest.fixture
def office(tmp_path: Path, profiles: list[Profile], synonyms: Synonyms, names: RegionNames) -> Office:
    return Office(tmp_path, profiles, synonyms, names)
