"""Two months of the sample deliveries and the site made from their releases, once for all tests here."""

from pathlib import Path

import pytest

from flows import steps
from flows.commands.demo import SAMPLES
from flows.months import usual_day
from flows.notice import SAMPLE_DATA, notice_file
from tests.flows.office import Office

MONTHS = ("2013-08", "2013-09")


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """A home with the releases 2013-08.1 and 2013-09.1; tests only read it."""
    office = Office(tmp_path_factory.mktemp("site_samples"))
    notice_file(office.home).write_text(SAMPLE_DATA, encoding="utf-8")
    office.receive(*SAMPLES.iterdir())
    for month in MONTHS:
        office.run(month, usual_day(month))
    steps.site.fn(office.home.root)
    return office


@pytest.fixture(scope="session")
def site(office: Office) -> Path:
    """The site of that home."""
    return office.home.published / "site"
