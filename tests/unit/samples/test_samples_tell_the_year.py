"""What the sample year must show, in figures set by hand."""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from sample_reader import ELSEWHERE, plain, sheets_of

SAMPLES = Path(__file__).parents[3] / "data" / "samples"
TRUTH: dict[str, Any] = json.loads((SAMPLES / "TRUTH.json").read_text(encoding="utf-8"))

# month: applications, inventions, grants, new enterprises, provincial ones of them
YEAR = {
    "2013-01": (178, 23, 165, 1, 0), "2013-02": (270, 33, 283, 1, 0), "2013-03": (446, 50, 414, 3, 0),
    "2013-04": (636, 64, 541, 3, 0), "2013-05": (831, 78, 703, 3, 0), "2013-06": (1019, 95, 829, 3, 1),
    "2013-07": (1224, 122, 997, 2, 1), "2013-08": (1420, 142, 1130, 4, 1), "2013-09": (1621, 163, 1264, 6, 1),
}  # fmt: skip


@pytest.mark.parametrize("month", YEAR)
def test_sample_year__figures_of_each_release(month: str) -> None:
    answer = TRUTH["months"][month]
    assert YEAR[month] == (
        answer["patent_applications"], answer["inventions"], answer["patent_grants"],
        answer["new_demonstration_enterprises"], answer["new_provincial_demonstration_enterprises"],
    )  # fmt: skip


def test_sample_year__share_falls_below_and_recovers_at_the_exact_tenth() -> None:
    below = [
        month for month, answer in TRUTH["months"].items() if 10 * answer["inventions"] < answer["patent_applications"]
    ]
    assert below == ["2013-05", "2013-06", "2013-07"]
    assert below == [month for month, answer in TRUTH["months"].items() if not answer["share_is_met"]]
    august = TRUTH["months"]["2013-08"]
    assert 10 * august["inventions"] == august["patent_applications"]


def test_sample_year__last_year_rounds_to_ten_percent_and_is_below() -> None:
    months = [answer for month, answer in TRUTH["history_as_known_in_2013-09"].items() if month.startswith("2012")]
    inventions, applications = (sum(month[name] for month in months) for name in ("inventions", "applications"))
    assert (inventions, applications) == (204, 2041)
    assert f"{inventions / applications:.2%}" == "10.00%"
    assert 10 * inventions < applications


def test_sample_year__april_falls_below_once_it_is_corrected() -> None:
    history = TRUTH["history_as_known_in_2013-09"]
    to_april = [history[f"2013-{month:02}"] for month in range(1, 5)]
    assert sum(month["inventions"] for month in to_april) == 63
    assert sum(month["applications"] for month in to_april) == 641


def test_samples__every_planted_case_is_in_some_file() -> None:
    with (SAMPLES / "maker" / "cases.csv").open(encoding="utf-8", newline="") as lines:
        wanted = {(f"{row['sheet']}_sheet", row["case"]) for row in csv.DictReader(lines)} - {
            ("grant_sheet", "late_grant")
        }
    found = {(file["sort"], case) for file in TRUTH["files"].values() for case in file.get("planted", {})}
    assert wanted <= found


@pytest.mark.parametrize("name", [name for name in TRUTH["files"] if "公报" in name or "incoPat" in name])
def test_public_documents__counted_by_their_last_letter(name: str) -> None:
    lines = [[plain(cell) for cell in line] for line in next(sheets_of(SAMPLES / "inbox" / name))]
    texts = {" ".join(line[1:]) for line in lines[1:]}  # the serial number aside, a repeated row is the same
    ours = [text for text in texts if re.search("平湖市|平湖经济|乍浦镇", text.replace("到incoPat", ""))]
    ours = [text for text in ours if not ELSEWHERE.search(text.replace("深圳外地壬", ""))]
    letters = Counter(re.search(r"CN[123]99\d{6}([ABUS])", text)[1] for text in ours)  # type: ignore[index]
    answer = TRUTH["files"][name]["documents"]
    assert letters.pop("A", 0) == answer["publications_in_territory"]
    types = {"B": "invention", "U": "utility_model", "S": "design"}
    assert {types[letter]: count for letter, count in letters.items()} == answer["grants_in_territory_by_type"]


def test_samples__say_that_they_are_samples() -> None:
    for path in (SAMPLES / "inbox").iterdir():
        if path.suffix in (".csv", ".zip"):
            text = path.name + str(next(sheets_of(path))[0][0])
        elif path.suffix == ".xlsx":
            text = str(openpyxl.load_workbook(path, read_only=True).properties.title)
        else:
            continue
        assert "示例数据" in text, path.name


def test_enterprise_lists__grow_and_never_lose_a_line() -> None:
    former: list[list[object]] = []
    for path in sorted((SAMPLES / "inbox").glob("专利示范企业名录_*.xlsx")):
        lines = next(sheets_of(path))
        named = [[line[0], line[-1 if len(line) == 7 else 7]] for line in lines[2:]]
        assert named[: len(former)] == former
        assert len(named) == TRUTH["files"][path.name]["rows"] > len(former)
        former = named
