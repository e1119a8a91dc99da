"""What may be shared names no firm, title or number of an unpublished application, and no person (DECISIONS 22)."""

import zipfile
from datetime import date
from io import BytesIO

import pytest

from tests.data.bulletin.made_release import bulletin_of, event, feed, insert, new_release, printed, sentences, table
from transforms.bulletin.charts import draw
from transforms.bulletin.content import edition_of
from transforms.bulletin.document import bulletin_document
from transforms.bulletin.model import Bulletin, Edition
from transforms.bulletin.page import bulletin_page

SECRET_FIRM, SECRET_PERSON, SECRET_TITLE = "平湖市未公开机械有限公司", "赵某某", "一种未公开的装置"
OPEN_FIRM, SECRET_FILE, SECRET_NUMBER = "平湖市已授权箱包有限公司", "未公开公司专利.xlsx", "201310000001.X"


@pytest.fixture(scope="module")
def bulletin() -> Bulletin:
    connection = new_release()
    months = ("2012-01", "2013-01")
    feed(connection, "application", *months)
    feed(connection, "grant", *months)
    event(connection, "old", "application", "2012-01", first_applicant="平湖市老牌机械有限公司")
    event(connection, "old", "grant", "2012-01", first_applicant="平湖市老牌机械有限公司")
    event(connection, SECRET_NUMBER, "application", "2013-01", first_applicant=SECRET_FIRM)
    event(connection, "b", "application", "2013-01", first_applicant=SECRET_PERSON, applicant_kind="个人")
    event(connection, "c", "grant", "2013-01", first_applicant=OPEN_FIRM)
    event(connection, "d", "grant", "2013-01", first_applicant=SECRET_PERSON, applicant_kind="个人")
    event(connection, "e", "grant", "2013-01", first_applicant="深圳市外地有限公司", in_territory=False)
    insert(connection, "patents", patent_id=SECRET_NUMBER, application_number=SECRET_NUMBER, patent_type="invention",
           title=SECRET_TITLE, first_applicant=SECRET_FIRM, applicant_kind="企业", in_territory=True,
           bases="receipt_records")  # fmt: skip
    insert(connection, "quarantine", delivery_id="q", file_name=SECRET_FILE, sheet="", row_number=1, rule="no_identity",
           reason=f"{SECRET_FIRM}没有号码", original=f'{{"名称": "{SECRET_TITLE}"}}')  # fmt: skip
    insert(connection, "deliveries", delivery_id="h", file_name=SECRET_FILE, state="held", reason=f"{SECRET_FIRM}的文件",
           remedy="核对", received_on=date(2013, 2, 1))  # fmt: skip
    insert(connection, "checks", suite="patents", expectation="一项", severity="warning", success=False,
           message=f"{SECRET_NUMBER} {SECRET_TITLE}")  # fmt: skip
    insert(connection, "release_changes", table_name="scorecard", key="2013-01|patent_grants|330482", column_name="value",
           before="1", after="2", cause=f"新到文件 {SECRET_FILE}")  # fmt: skip
    return bulletin_of(connection, "2013-01")


def everything(bulletin: Bulletin, edition: Edition) -> str:
    """All text that page and document of an edition hold."""
    shown = edition_of(bulletin, edition)
    drawings = {chart.key: draw(chart) for chart in shown.charts}
    with zipfile.ZipFile(BytesIO(bulletin_document(shown, drawings))) as document:
        parts = [document.read(name).decode() for name in document.namelist() if name.endswith(".xml")]
    return "\n".join([bulletin_page(shown, drawings), *parts])


@pytest.fixture(scope="module")
def shared(bulletin: Bulletin) -> str:
    return everything(bulletin, "shareable")


@pytest.fixture(scope="module")
def internal(bulletin: Bulletin) -> str:
    return everything(bulletin, "internal")


@pytest.mark.parametrize("secret", [SECRET_FIRM, SECRET_PERSON, SECRET_TITLE, SECRET_NUMBER, SECRET_FILE, "内部资料"])
def test_shareable__holds_no_secret(shared: str, secret: str) -> None:
    assert secret not in shared


def test_shareable__names_firms_of_granted_patents(bulletin: Bulletin, shared: str) -> None:
    assert OPEN_FIRM in shared
    assert "首次申请专利的企业1家" in shared
    assert [row[1] for row in printed(table(bulletin, "newcomers_by_grant"))] == [OPEN_FIRM]
    assert [row[1] for row in printed(table(bulletin, "firms_by_grant"))] == [OPEN_FIRM]


@pytest.mark.parametrize("detail", [SECRET_FIRM, SECRET_FILE, SECRET_NUMBER, "内部资料 注意保存"])
def test_internal__is_complete(internal: str, detail: str) -> None:
    assert detail in internal


def test_internal__no_person_among_firms(bulletin: Bulletin) -> None:
    assert [row[1] for row in printed(table(bulletin, "firms_by_application"))] == [SECRET_FIRM]


def test_firms__history_unknown_means_nobody_is_called_new() -> None:
    connection = new_release()
    feed(connection, "application", "2013-01")
    feed(connection, "grant", "2013-01")
    event(connection, "c", "grant", "2013-01", first_applicant=OPEN_FIRM)
    said = sentences(bulletin_of(connection, "2013-01"), "firms")
    assert said == "没有以往年份的授权数据,无法判断哪些企业是首次获得授权。"
