"""On which basis each month is counted (DECISIONS 6, 7), one case a line, made by hand."""

import pytest
from counting_store import AS_OF, add_events, add_feeds, new_store, score

from transforms.out import build_outputs

RECORDS, DOCUMENTS = "receipt_records", "public_documents"


@pytest.mark.parametrize(
    ("event", "feeds", "events", "expected"),
    [
        pytest.param("grant", [RECORDS], {RECORDS: 2}, [(RECORDS, True, True)], id="feed"),
        pytest.param("grant", [RECORDS], {}, [(RECORDS, True, True)], id="empty_feed"),
        pytest.param("grant", [], {DOCUMENTS: 2}, [(DOCUMENTS, True, True)], id="documents"),
        pytest.param("grant", [DOCUMENTS], {}, [(DOCUMENTS, True, True)], id="empty_monthly_gazette"),
        pytest.param(
            "grant", [RECORDS], {DOCUMENTS: 9}, [(DOCUMENTS, True, False), (RECORDS, True, True)], id="feed_before_documents"
        ),
        pytest.param(
            "grant", [], {RECORDS: 1, DOCUMENTS: 9}, [(DOCUMENTS, True, True), (RECORDS, False, False)],
            id="late_grant_of_a_month_that_stands_on_documents",
        ),
        pytest.param("application", [], {RECORDS: 1}, [(RECORDS, False, True)], id="late_application_of_a_missing_month"),
        pytest.param("application", [], {DOCUMENTS: 5}, [(DOCUMENTS, True, False)], id="documents_never_stand_for_applications"),
        pytest.param("application", ["department_report"], {}, [("department_report", True, False)], id="ledger_of_a_department"),
        pytest.param("publication", [], {DOCUMENTS: 3}, [(DOCUMENTS, True, True)], id="publications"),
    ],
)  # fmt: skip
def test_month_bases(event: str, feeds: list[str], events: dict[str, int], expected: list[tuple[str, bool, bool]]) -> None:
    store = new_store()
    for basis in feeds:
        add_feeds(store, ["2013-02"], [event], basis)
    for basis, number in events.items():
        add_events(store, "2013-02", number, event=event, basis=basis)
    build_outputs(store, "2013-03", AS_OF)
    found = store.execute("SELECT basis, is_known, is_standing FROM main.month_bases WHERE month = '2013-02' ORDER BY basis")
    assert found.fetchall() == expected


def test_month_bases__of_months_up_to_the_releases() -> None:
    store = new_store()
    add_feeds(store, ["2013-02", "2013-03"], ["application"])
    build_outputs(store, "2013-02", AS_OF)
    assert store.execute("SELECT DISTINCT month FROM main.month_bases").fetchall() == [("2013-02",)]


def test_scorecard__stands_on_the_same() -> None:
    """January's grants came as a feed, February's in the gazette, whose two the late one of the records is not added to."""
    store = new_store()
    add_feeds(store, ["2013-01"], ["grant"])
    add_events(store, "2013-01", 4, event="grant")
    add_events(store, "2013-01", 7, event="grant", basis=DOCUMENTS)
    add_events(store, "2013-02", 2, event="grant", basis=DOCUMENTS)
    add_events(store, "2013-02", 1, event="grant")
    build_outputs(store, "2013-02", AS_OF)
    scored = score(store, "2013-02", "patent_grants")
    assert (scored["value"], scored["basis"]) == (6, "receipt_records+public_documents")
