"""Each counting page's worked example, made by hand, is what the SQL gives."""

from datetime import date
from typing import Any

import duckdb
import pytest
from counting_store import add_events, add_feeds, insert, months_of, new_store, score
from worked_example import PAGES, agrees, example

from transforms.out import build_outputs, indicators


def _given(store: duckdb.DuckDBPyConnection, given: dict[str, list[dict[str, Any]]]) -> None:
    for row in given.get("Given: feeds", []):
        insert(store, "inputs.delivered_feeds", [row | {"delivery_id": "a"}])
    for row in given.get("Given: events", []):
        number = int(row.pop("number"))
        insert(store, "main.patent_events", [row | {"applicant_kind": "企业"}] * number)
    insert(
        store,
        "inputs.enterprise_records",
        [
            row | {"delivery_id": "a", "sheet": "1", "row_number": number, "known_on": "2013-01-15"}
            for number, row in enumerate(given.get("Given: enterprises", []))
        ],
    )
    for row in given.get("Given: years", []):
        months = months_of(int(row["year"]), int(row["months"]))
        add_feeds(store, months)
        for month in months:
            add_events(store, month, int(row["applications_a_month"]), int(row["inventions_a_month"]))


@pytest.mark.parametrize("page", sorted(path.stem for path in PAGES.glob("*.md")))
def test_worked_example(page: str) -> None:
    month, as_of, tables = example(page)
    store = new_store()
    _given(store, tables)
    build_outputs(store, month, date.fromisoformat(as_of))
    for heading, rows in tables.items():
        name = heading.removeprefix("Then: ")
        if name == heading or name == "monthly_counts":
            continue
        for row in rows:
            assert row["month"]
            found = score(store, row["month"], page if name == "scorecard" else name)
            wrong = {key: (found[key], said) for key, said in row.items() if not agrees(found[key], said)}
            assert not wrong, (page, row["month"], wrong)


def test_worked_example__monthly_counts_are_all_and_only_the_rows_of_the_page() -> None:
    month, as_of, tables = example("patent_applications")
    expected = [tuple(row.values()) for row in tables["Then: monthly_counts"]]
    store = new_store()
    _given(store, tables)
    build_outputs(store, month, date.fromisoformat(as_of))
    found = store.execute(
        "SELECT month, unit_code, patent_type, basis, applications::VARCHAR FROM main.monthly_counts"
    ).fetchall()
    assert found == expected


@pytest.mark.parametrize("indicator", sorted(indicators()))
def test_every_indicator_has_its_page(indicator: str) -> None:
    assert indicators()[indicator].page == f"docs/counting/{indicator}.md"
    month, _, tables = example(indicator)
    assert len(tables["Then: scorecard"]) == int(month[5:]), "the example shows every month of its release"
