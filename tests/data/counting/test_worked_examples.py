"""Each counting page's worked example, made by hand, is what the SQL gives."""

from datetime import date
from typing import Any

import duckdb
import pytest
from counting_store import add_events, add_feeds, insert, months_of, new_store, score
from worked_example import NAMES, agrees, example

from transforms.out import build_outputs, indicators

# Tables of which a page shows all and only the rows, in the columns it names.
WHOLE_TABLES = ("monthly_counts", "deductions", "reconciliation", "reconciliation_rows")
PLAIN = {
    "Given: targets": ("inputs.targets", {"unit_code": "330482", "operator": ">=", "sentence_zh": "一句"}),
    "Given: deductions": ("inputs.deduction_records", {"delivery_id": "d", "sheet": "1", "received_on": "2013-01-15"}),
    "Given: official figures": ("main.official_totals", {"delivery_id": "o"}),
    "Given: rows not counted": ("inputs.uncounted_rows", {"delivery_id": "u", "sheet": "1"}),
}


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
    for heading, (table, same) in PLAIN.items():
        rows = enumerate(given.get(heading, []), start=1)
        numbered = table.startswith("inputs.") and table != "inputs.targets"
        insert(store, table, [row | same | ({"row_number": number} if numbered else {}) for number, row in rows])
    for row in given.get("Given: years", []):
        months = months_of(int(row["year"]), int(row["months"]))
        add_feeds(store, months)
        for month in months:
            add_events(store, month, int(row["applications_a_month"]), int(row["inventions_a_month"]))


@pytest.mark.parametrize("page", NAMES)
def test_worked_example(page: str) -> None:
    month, as_of, tables = example(page)
    store = new_store()
    _given(store, tables)
    build_outputs(store, month, date.fromisoformat(as_of))
    for heading, rows in tables.items():
        name = heading.removeprefix("Then: ")
        if name == heading or name in WHOLE_TABLES:
            continue
        for row in rows:
            assert row["month"]
            found = score(store, row["month"], page if name == "scorecard" else name)
            wrong = {key: (found[key], said) for key, said in row.items() if not agrees(found[key], said)}
            assert not wrong, (page, row["month"], wrong)


@pytest.mark.parametrize(
    ("page", "table"),
    [
        ("patent_applications", "monthly_counts"),
        ("deductions", "deductions"),
        ("deductions", "monthly_counts"),
        ("reconciliation", "reconciliation"),
        ("reconciliation", "reconciliation_rows"),
    ],
)
def test_worked_example__all_and_only_the_rows_of_the_page(page: str, table: str) -> None:
    month, as_of, tables = example(page)
    expected = tables[f"Then: {table}"]
    store = new_store()
    _given(store, tables)
    build_outputs(store, month, date.fromisoformat(as_of))
    columns = ", ".join(f"{name}::VARCHAR" for name in expected[0])
    found = store.execute(f"SELECT {columns} FROM main.{table}").fetchall()
    assert found == [tuple(row.values()) for row in expected]


@pytest.mark.parametrize("indicator", sorted(indicators()))
def test_every_indicator_has_its_page(indicator: str) -> None:
    assert indicators()[indicator].page == f"docs/counting/{indicator}.md"
    month, _, tables = example(indicator)
    assert len(tables["Then: scorecard"]) == int(month[5:]), "the example shows every month of its release"
