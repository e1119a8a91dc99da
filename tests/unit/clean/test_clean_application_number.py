"""Application numbers: every written form, check digits, and what is no number. Vectors: numbers seen in print."""

import csv
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.clean.application_number import application_numbers

VECTORS = Path(__file__).with_name("application_numbers.csv")
with VECTORS.open(encoding="utf-8") as lines:
    PRINTED = list(csv.DictReader(lines))


def read(*texts: str | None, received_year: int = 2024) -> list[dict[str, object]]:
    return application_numbers(pl.Series(texts, dtype=pl.String), received_year).to_dicts()


def state(text: str | None, received_year: int = 2024) -> object:
    return read(text, received_year=received_year)[0]["number_state"]


def check_character(base: str) -> str:
    total = 0
    for digit, weight in zip(base, [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5], strict=False):
        total += int(digit) * weight
    return "X" if total % 11 == 10 else str(total % 11)


@pytest.mark.parametrize("vector", PRINTED, ids=[row["number"] for row in PRINTED])
def test_application_number__printed_numbers(vector: dict[str, str]) -> None:
    found = read(vector["number"])[0]
    if vector["result"] == "OK":
        assert (found["application_number"], found["number_state"]) == (vector["number"], "ok")
        assert str(found["number_type"]) == vector["type_digit"]
    else:
        assert (found["application_number"], found["number_state"]) == (None, "wrong_check")


@pytest.mark.parametrize(
    "text",
    [
        "ZL 2013 1 0699744.2", "ZL201310699744.2", "CN201310699744.2", "2013106997442", "201310699744.2",
        "2013 1 0699744.2", "２０１３１０６９９７４４．２", "201310699744·2", "201310699744。2", "201310699744．2",
        "专利号：ZL201310699744.2", "申请号:201310699744.2", "专利号ZL 2013 1 0699744.2", "zl201310699744.2",
        "2013　1　0699744.2", "CN 201310699744.2", "'201310699744.2", '="201310699744.2"', "2013106997442.0",
        "CN201310699744.2A", "CN-201310699744.2-A", "\u200b201310699744.2\u00a0", "ZL２０１３１０６９９７４４．２",
    ],
)  # fmt: skip
def test_application_number__written_forms(text: str) -> None:
    assert read(text)[0] == {
        "application_number": "201310699744.2", "number_state": "ok", "number_type": 1, "number_year": 2013,
    }  # fmt: skip


@pytest.mark.parametrize(
    "text", ["200710308494.X", "200710308494.x", "200710308494ｘ", "200710308494.Ｘ", "200710308494x"]
)
def test_application_number__check_character_x(text: str) -> None:
    assert read(text)[0]["application_number"] == "200710308494.X"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("201310699744", "201310699744.2"),
        ("CN201410411150A", "201410411150.1"),
        ("ZL 2007 1 0308494", "200710308494.X"),
        ("00814037", "00814037.5"),
        ("85100001", "85100001.0"),
    ],
)
def test_application_number__missing_check_digit_is_computed(text: str, number: str) -> None:
    found = read(text)[0]
    assert (found["application_number"], found["number_state"]) == (number, "check_inferred")


@pytest.mark.parametrize(
    ("text", "year"), [("85100001", 1985), ("99812569.5", 1999), ("00137391.9", 2000), ("03823737.7", 2003)]
)
def test_application_number__old_format_years(text: str, year: int) -> None:
    assert read(text)[0]["number_year"] == year


@pytest.mark.parametrize(
    "text", ["2.02E+12", "2.0131E+11", "2.0121E+12", "2e12", "2.013107E+012", "2,02E+12", "########"]
)
def test_application_number__lost_in_spreadsheet(text: str) -> None:
    assert read(text)[0] == {
        "application_number": None, "number_state": "destroyed", "number_type": None, "number_year": None,
    }  # fmt: skip


def test_application_number__point_zero_is_a_check_digit() -> None:
    # 201310000003: 2x2 + 1x4 + 3x5 + 1x6 + 3x5 = 44 = 4 x 11, remainder 0.
    assert state("201310000003.0") == "ok"
    assert state("201310699744.0") == "wrong_check"


@pytest.mark.parametrize(
    "text",
    [
        "20130108", "2013-01-08", "314200", "CN104124744A", "CN203000006U", "198件", "无法识别", "201340699744.2",
        "201300699744.2", "200210699744.2", "19991069974", "2013106997442345", "201310000000.5", "90100000",
        "201310699744.2;201320000017.5", "US17499190", "91330482MA8215491A", "04106254.7", "84100001",
    ],
)  # fmt: skip
def test_application_number__is_none(text: str) -> None:
    found = read(text)[0]
    assert (found["application_number"], found["number_state"]) == (None, "malformed")


def test_application_number__year_after_receipt() -> None:
    assert state("201310699744.2", received_year=2012) == "malformed"
    assert state("201310699744.2", received_year=2013) == "ok"


@pytest.mark.parametrize("text", [None, "", " ", "-", "/", "无", "nan", "#N/A"])
def test_application_number__blank(text: str | None) -> None:
    assert state(text) == "missing"


SPACED = st.sampled_from(["{y}{t}{s}", "{y} {t} {s}", "{y} {t}{s}", "{y}\u3000{t}\u3000{s}"])
PREFIX = st.sampled_from(["", "ZL", "CN", "ZL ", "CN ", "zl", "专利号:", "专利号：ZL", "申请号:CN", "'"])
DOTS = st.sampled_from([".", "", "·", "。", "．"])
BASES = st.tuples(st.integers(2003, 2024), st.sampled_from([1, 2, 3, 8, 9]), st.integers(1, 9_999_999))
WIDE = str.maketrans("0123456789X", "０１２３４５６７８９Ｘ")


@st.composite
def written(draw: st.DrawFn) -> tuple[str, str]:
    year, kind, serial = draw(BASES)
    base = f"{year}{kind}{serial:07d}"
    check = check_character(base)
    shown = check.lower() if draw(st.booleans()) else check
    body = draw(SPACED).format(y=year, t=kind, s=f"{serial:07d}") + draw(DOTS) + shown
    if draw(st.booleans()):
        body = body.translate(WIDE)
    tail = draw(st.sampled_from(["", " ", "A", "B", "U"])) if check != "X" else ""
    return draw(PREFIX) + body + tail, f"{base}.{check}"


@settings(max_examples=60, deadline=None)
@given(st.lists(written(), min_size=1, max_size=30))
def test_application_number__every_form_comes_back(cases: list[tuple[str, str]]) -> None:
    found = read(*(text for text, _ in cases))
    assert [row["application_number"] for row in found] == [number for _, number in cases]
    assert {row["number_state"] for row in found} == {"ok"}


@settings(max_examples=100, deadline=None)
@given(BASES, st.integers(0, 11), st.integers(1, 9))
def test_application_number__one_wrong_digit_never_passes(base: tuple[int, int, int], place: int, step: int) -> None:
    right = f"{base[0]}{base[1]}{base[2]:07d}"
    wrong = right[:place] + str((int(right[place]) + step) % 10) + right[place + 1 :]
    assert state(f"{wrong}.{check_character(right)}") in ("wrong_check", "malformed")


@settings(max_examples=100, deadline=None)
@given(BASES, st.integers(0, 10))
def test_application_number__neighbours_swapped_never_pass(base: tuple[int, int, int], place: int) -> None:
    right = f"{base[0]}{base[1]}{base[2]:07d}"
    swapped = right[:place] + right[place + 1] + right[place] + right[place + 2 :]
    expected = ("ok",) if swapped == right else ("wrong_check", "malformed")
    assert state(f"{swapped}.{check_character(right)}") in expected


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.one_of(st.none(), st.text(max_size=20), st.text("0123456789.XZLCNE+ ·１２", max_size=18)), max_size=20)
)
def test_application_number__never_raises(texts: list[str | None]) -> None:
    found = read(*texts)
    assert len(found) == len(texts)
    for row in found:
        good = row["number_state"] in ("ok", "check_inferred")
        assert good == (row["application_number"] is not None)
        assert row["number_state"] in ("ok", "check_inferred", "wrong_check", "destroyed", "malformed", "missing")
