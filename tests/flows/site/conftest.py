"""Two months of the sample deliveries and the site made from their releases, once for all tests here."""

from pathlib import Path

import pytest

from flows import release_steps
from flows.commands.demo import SAMPLES
from flows.months import usual_day
from flows.notice import SAMPLE_DATA, notice_file
from tests.flows.office import Office, application_row, feed

# The sample's firms all have granted patents: one that has not, and whose application nobody may learn of.
UNPUBLISHED = application_row(
    "201310888001.X",
    kind="发明",
    accepted="2013-08-20",
    applicant="平湖市未公开齿轮研制有限公司",
    address="浙江省平湖市新埭镇保密路7号",
)
MONTHS = ("2013-08", "2013-09")
# Two years are enough for what stands on a page, and read in half the time.
YEARS = ("_2012", "_2013")


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """A home with the releases 2013-08.1 and 2013-09.1; tests only read it."""
    office = Office(tmp_path_factory.mktemp("site_samples"), with_bulletins=True)
    notice_file(office.home).write_text(SAMPLE_DATA, encoding="utf-8")
    office.receive(*(file for file in SAMPLES.iterdir() if any(year in file.name for year in YEARS)))
    office.write("平湖市专利申请受理明细_201308_补.csv", feed(UNPUBLISHED))
    office.write("平湖市专利申请受理明细_201308_补.csv.yml", "received_on: 2013-09-15\nrelation: adds\n")
    for month in MONTHS:
        office.run(month, usual_day(month))
    release_steps.site.fn(office.home.root)
    return office


@pytest.fixture(scope="session")
def site(office: Office) -> Path:
    """The site of that home."""
    return office.home.published / "site"
