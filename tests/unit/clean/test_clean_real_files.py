"""Real files (place in IPSTATS_REAL_FILES): what their README says of them holds after cleaning."""

import io
import os
from pathlib import Path

import polars as pl
import pytest
from conftest import batch, context

from transforms.clean import CleanReference, clean_records

PLACE = os.environ.get("IPSTATS_REAL_FILES")
pytestmark = pytest.mark.skipif(not PLACE, reason="IPSTATS_REAL_FILES is not set")
GAZETTE = {
    "filing_id": "application_number",
    "authorization_notice_id": "publication_number",
    "authorized_announcement_date": "publication_date",
    "filing_date": "filing_date",
    "name": "title",
    "patentee": "applicants",
    "Int.Cl.": "ipc_main",
}
# file name ending, rows, publications, grants of utility models, numbers that survived the spreadsheet
FILES = [
    ("CN_patent_invention_published_709.csv", 13537, 13527, 10, 2067),
    ("CN_patent_invention_authorized.csv", 4761, 0, 0, 427),
    ("CN_patent_utility_new.csv", 16471, 0, 16471, 1560),
    ("CN_patent_appearance_designed_709.csv", 5237, 0, 0, 482),
]


def gazette(ending: str) -> pl.DataFrame:
    file = next(file for file in Path(PLACE or "").rglob("*.csv") if file.name.endswith(ending))
    text = file.read_bytes().decode("gb18030", errors="replace")
    frame = pl.read_csv(io.StringIO(text), infer_schema=False, truncate_ragged_lines=True)
    return batch({field: frame[header].to_list() for header, field in GAZETTE.items()})


@pytest.mark.parametrize("case", FILES, ids=[case[0] for case in FILES])
def test_gazette__every_undamaged_number_and_every_event(
    case: tuple[str, int, int, int, int], reference: CleanReference
) -> None:
    ending, rows, publications, utility_models, undamaged = case
    raw = gazette(ending)
    cleaned = clean_records(raw, context(("publication", "grant")), reference)
    assert cleaned.height == rows
    assert cleaned["number_state"].value_counts().sort("number_state").rows() == [
        ("destroyed", rows - undamaged),
        ("ok", undamaged),
    ]
    assert cleaned["publication_on"].count() == publications
    assert cleaned["grant_on"].count() == rows - publications
    assert cleaned.filter(patent_type="utility_model")["grant_on"].count() == utility_models
    for name in ("unreadable_dates", "out_of_scope"):
        assert cleaned[name].null_count() == rows
    assert cleaned["patent_id"].null_count() == 0
    assert not cleaned["type_conflict"].any()
