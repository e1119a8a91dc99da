"""Real deliveries and the known feed: right profile, every row; counts obtained by csv and openpyxl, or stated with the files."""

import csv
import io
import json
import os
from pathlib import Path

import openpyxl
import polars as pl
import pytest
from taking_in import Intake

REAL = Path(os.environ.get("IPSTATS_REAL_FILES", "/nonexistent"))
FEED = Path(os.environ.get("IPSTATS_FEED_SAMPLE", "/nonexistent"))
needs_real = pytest.mark.skipif("IPSTATS_REAL_FILES" not in os.environ, reason="IPSTATS_REAL_FILES is not set")
needs_feed = pytest.mark.skipif("IPSTATS_FEED_SAMPLE" not in os.environ, reason="IPSTATS_FEED_SAMPLE is not set")
SWAPPED = "2019.7.9专利数据__CN_patent_invention_authorized.csv"


def rows_below(path: Path, header_row: int) -> int:
    """Non-blank rows below the header, counted without the intake."""
    if path.suffix == ".xlsx":
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
        book.worksheets[0].reset_dimensions()  # one of these files states a wrong range
        rows: list[list[object]] = [list(row) for row in book.worksheets[0].iter_rows(values_only=True)]
    else:
        content = path.read_bytes()
        text = content.decode("utf-8-sig" if content.startswith(b"\xef\xbb\xbf") else "gb18030")
        rows = [list(row) for row in csv.reader(io.StringIO(text, newline=""))]
    return sum(any(cell not in (None, "") for cell in row) for row in rows[header_row:])


def said_of(path: Path) -> str:
    """The sidecar that a file needs."""
    return "columns: {designer: address, address: inventors}" if path.name == SWAPPED else ""


def files(folder: str, names: tuple[str, ...]) -> list[Path]:
    return [REAL / folder / name for name in names]


CASES = [
    *(
        (path, "cnipa_gazette", 1)
        for path in files(
            "cnipa_gazette_2019-07-09",
            (
                SWAPPED,
                "2019.7.9专利数据__CN_patent_utility_new.csv",
                "CN_patent_appearance_designed_709.csv",
                "CN_patent_invention_published_709.csv",
            ),
        )
    ),
    *((path, "incopat", 1) for path in files("incopat", ("OpenAI__72.xlsx", "福特自动驾驶__福特自动驾驶INCO.xlsx"))),
    (REAL / "patentics" / "增强现实__20220530--CNAPP-TI=增强现实.csv", "patentics", 1),
    (REAL / "patentics" / "ai__中科寒武纪__ANN-中科寒武纪-20210414-Ptics.xlsx", "patentics", 2),
]


@needs_real
@pytest.mark.filterwarnings("ignore:Workbook contains no default style")
@pytest.mark.parametrize(
    ("path", "source", "header_row"), CASES, ids=[f"{case[1]}{number}" for number, case in enumerate(CASES)]
)
def test_real_file__is_read_whole(intake: Intake, path: Path, source: str, header_row: int) -> None:
    said = said_of(path)
    plan = intake.plan(path.read_bytes(), path.name, said)
    rows = intake.rows(path.read_bytes(), path.name, said)
    assert (plan.profile.source, plan.sheets[0].header_row) == (source, header_row)
    assert rows["out_of_scope"].null_count() == rows.height == rows_below(path, header_row)
    assert rows["publication_number"].null_count() == 0
    assert plan.sheets[0].unknown_headers == ()


@needs_real
def test_swapped_gazette__is_held_and_prints_the_sidecar_that_mends_it(intake: Intake) -> None:
    held = intake.held((REAL / "cnipa_gazette_2019-07-09" / SWAPPED).read_bytes(), SWAPPED)
    assert "地址 address更像是“designer”列" in held.reason
    assert "columns: {designer: address, address: inventors}" in held.remedy


@needs_real
def test_gazette__pinghu_rows_are_all_there(intake: Intake) -> None:
    """Known answers: 7 inventions published, 2 granted, 32 utility models, 3 designs with an address in Pinghu."""
    folder = REAL / "cnipa_gazette_2019-07-09"
    frames = [intake.rows(path.read_bytes(), path.name, said_of(path)) for path in sorted(folder.glob("*.csv"))]
    found = pl.concat([frame.drop("original") for frame in frames]).filter(
        pl.col("address").str.contains("平湖市|嘉兴.*平湖")
    )
    by_kind = found.unique("publication_number").group_by(pl.col("publication_number").str.tail(1)).len()
    assert dict(by_kind.rows()) == {"A": 7, "B": 2, "U": 32, "S": 3}


@needs_real
def test_statistics__are_no_records_but_published_tables(intake: Intake) -> None:
    for path in sorted((REAL / "statistics").glob("*.xlsx")):
        plan = intake.plan(path.read_bytes(), path.name, "month: 2017-07\n")
        assert (plan.profile.table, plan.profile.basis) == ("official_totals", "official_aggregate")


@needs_feed
@pytest.mark.parametrize("month", ["2013-01", "2013-02", "2013-03"])
def test_feed_sample__rows_as_stated(intake: Intake, month: str) -> None:
    truth = json.loads((FEED / "TRUTH.json").read_text("utf-8"))["months"][month]
    for path in sorted((FEED / month).iterdir()):
        plan = intake.plan(path.read_bytes(), path.name)
        rows = intake.rows(path.read_bytes(), path.name)
        if "受理" in path.name:
            stated = truth["application_file"]
            assert (plan.profile.source, plan.feed_month) == ("application_detail", month)
            assert rows.height == stated["rows"]
            assert rows.height - rows["out_of_scope"].null_count() == stated["out_of_scope"]
            assert plan.sheets[0].stated_total == stated["rows"] - stated["out_of_scope"]
        elif "授权" in path.name:
            assert (plan.profile.source, plan.feed_month) == ("grant_detail", month)
            assert rows.height == truth["grant_file"]["rows"]
        else:
            assert plan.profile.source == "enterprise_list"
