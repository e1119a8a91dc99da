"""Files with known answers: the sample feed and the real gazettes; read here in a rough way of their own."""

import csv
import io
import json
import os
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import openpyxl
import polars as pl
import pytest

FEED = os.environ.get("IPSTATS_FEED_SAMPLE")
REAL = os.environ.get("IPSTATS_REAL_FILES")
MONTHS = ("2013-01", "2013-02", "2013-03")
Locate = Callable[..., pl.DataFrame]
WEIGHTS = (2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5)


def _cells(folder: Path, event: str) -> list[list[str]]:
    if event == "grants":
        path = next(folder.glob("*授权明细*.csv"))
        return list(csv.reader(io.StringIO(path.read_bytes().decode("gb18030"))))
    sheet = openpyxl.load_workbook(next(folder.glob("*受理明细*.xlsx"))).worksheets[0]
    return [[str(cell or "") for cell in row] for row in sheet.iter_rows(min_row=2, values_only=True)]


def _number(text: str) -> str | None:
    """Base of a number whose check digit holds; null for totals, destroyed and mistyped ones."""
    digits = re.sub(r"[^0-9X]", "", unicodedata.normalize("NFKC", text).upper().removeprefix("ZL"))
    if "E+" in text or not re.fullmatch(r"\d{12}[\dX]?", digits):
        return None
    check = sum(int(digit) * weight for digit, weight in zip(digits, WEIGHTS, strict=False)) % 11
    return digits[:12] if digits[12:] in ("", "X" if check == 10 else str(check)) else None


def _counted(rows: list[list[str]], event: str) -> Iterator[tuple[str, str]]:
    address = next(index for index, header in enumerate(rows[0]) if "地址" in header)
    for row in rows[1:]:
        number = _number(row[1])
        dated = event == "grants" or (row[3] or row[2]).startswith(("2012", "2013"))
        if number and dated:
            yield number, re.sub(r"\s", "", unicodedata.normalize("NFKC", row[address]))


@pytest.mark.skipif(FEED is None, reason="IPSTATS_FEED_SAMPLE is not set")
@pytest.mark.parametrize("event", ["applications", "grants"])
def test_feed_sample__units_of_every_month(located: Locate, event: str) -> None:
    root = Path(str(FEED))
    truth = json.loads((root / "TRUTH.json").read_text(encoding="utf-8"))["months"]
    first: dict[str, str] = {}
    for month in MONTHS:
        for number, address in _counted(_cells(root / month, event), event):
            first.setdefault(number, address)
        result = located(list(first.values()))
        units = Counter(result["unit_name"].drop_nulls().to_list())
        assert dict(units) == truth[month][f"ytd_{event}_by_unit"]
        assert units.total() == truth[month]["patent_applications" if event == "applications" else "patent_grants"]


def _gazette(path: Path) -> dict[str, str]:
    rows = list(csv.reader(io.StringIO(path.read_bytes().decode("gb18030"), newline="")))
    column = rows[0].index("designer" if "invention_authorized" in path.name else "address")
    return {row[2]: row[column] for row in rows[1:] if len(row) > column}


@pytest.mark.skipif(REAL is None, reason="IPSTATS_REAL_FILES is not set")
def test_gazettes__known_numbers_and_no_lookalike(located: Locate) -> None:
    inside: dict[str, int] = {}
    lookalikes: Counter[str] = Counter()
    for path in sorted((Path(str(REAL)) / "cnipa_gazette_2019-07-09").glob("*.csv")):
        result = located([address.strip() for address in _gazette(path).values()], None)
        kind = re.sub(r".*CN_patent_|_709|\.csv", "", path.name)
        inside[kind] = int(result["in_territory"].sum())
        shenzhen = result.filter(pl.col("address").str.contains("龙岗区?平湖(?:街道|镇)"))
        lookalikes[kind] = shenzhen.height
        assert shenzhen["location_rule"].unique().to_list() in ([], ["lookalike"])
    assert inside == {
        "invention_published": 7, "invention_authorized": 2, "utility_new": 32, "appearance_designed": 3,
    }  # fmt: skip
    assert lookalikes == {
        "invention_published": 5,
        "invention_authorized": 0,
        "utility_new": 25,
        "appearance_designed": 13,
    }


@pytest.mark.skipif(REAL is None, reason="IPSTATS_REAL_FILES is not set")
def test_gazettes__by_a_naive_reading(located: Locate) -> None:
    """An independent rule that suffices for these files: 浙江 and 嘉兴 before 平湖."""
    for path in (Path(str(REAL)) / "cnipa_gazette_2019-07-09").glob("*.csv"):
        addresses = list(_gazette(path).values())
        naive = [re.match(r"\d*浙江省?嘉兴市?平湖", address) is not None for address in addresses]
        assert located(addresses, None)["in_territory"].to_list() == naive
