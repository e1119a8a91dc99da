"""Publication numbers, kind letters by their time, and numbers of other offices."""

from datetime import date

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.clean import CleanReference
from transforms.clean.document_kind import document_kinds, kind_codes, types_by_word
from transforms.clean.publication_number import foreign_documents, publication_numbers


def read(text: str | None) -> dict[str, object]:
    return publication_numbers(pl.Series([text], dtype=pl.String)).row(0, named=True)


@pytest.mark.parametrize(
    ("text", "stem", "kind"),
    [
        ("CN104124744A", "CN104124744", "A"),
        ("CN 104124744 B", "CN104124744", "B"),
        ("CN-103460723-B", "CN103460723", "B"),
        ("ＣＮ１０４１２４７４４Ｂ", "CN104124744", "B"),
        ("公开(公告)号:CN203000006U", "CN203000006", "U"),
        ("cn305246987s", "CN305246987", "S"),
        ("CN104124744", "CN104124744", None),
        ("104124744", "CN104124744", None),
        ("104124744.0", "CN104124744", None),
        ("CN1019873C", "CN1019873", "C"),
        ("1019873C", "CN1019873", "C"),
        ("CN1701986A", "CN1701986", "A"),
        ("CN85100001A", "CN85100001", "A"),
        ("CN104124744A8", "CN104124744", "A8"),
        ("CN203000006U9", "CN203000006", "U9"),
        ("CN100587158C3", "CN100587158", "C3"),
    ],
)
def test_publication_number__written_forms(text: str, stem: str, kind: str | None) -> None:
    assert read(text) == {
        "publication_number": stem + (kind or ""),
        "publication_stem": stem,
        "document_kind": kind,
        "is_other": False,
    }


@pytest.mark.parametrize(
    "text",
    [
        "CN201410411150A",
        "ZL201310699744.2",
        "US20230110300A1",
        "TWI787980B",
        "1234567",
        "CN904124744A",
        "第3456789号",
        "1.04E+08",
    ],
)
def test_publication_number__something_else(text: str) -> None:
    assert read(text) == {
        "publication_number": None, "publication_stem": None, "document_kind": None, "is_other": True,
    }  # fmt: skip


@pytest.mark.parametrize("text", [None, "", " ", "-", "无"])
def test_publication_number__blank(text: str | None) -> None:
    assert read(text)["is_other"] is False
    assert read(text)["publication_number"] is None


@pytest.mark.parametrize(
    ("text", "foreign"),
    [
        ("US20230110300A1", True), ("WO2021234742A1", True), ("TWI787980B", True), ("TW202301376A", True),
        ("BRPI9712112A", True), ("USRE044559E", True), ("HK1234567A", True), ("PCT/CN2013/071234", True),
        ("WOUS22070560", True), ("IN4208CHE2013", True), ("EP 3 693 220 A1", True), ("DEF52948", True),
        ("CN104124744A", False), ("ZL201310699744.2", False), ("201310699744.2", False), ("1234567", False),
        ("无号码", False), ("", False), ("XYZ", False),
    ],
)  # fmt: skip
def test_foreign_document__by_its_office(text: str, foreign: bool, reference: CleanReference) -> None:
    assert foreign_documents(pl.Series([text]), reference.foreign_offices).to_list() == [foreign]


@pytest.mark.parametrize(
    ("kind", "day", "patent_type", "event"),
    [
        ("A", date(2013, 1, 2), "invention", "publication"),
        ("A", date(1989, 12, 27), "invention", "publication"),
        ("B", date(1991, 4, 10), "invention", "announcement"),
        ("B", date(1992, 12, 30), "invention", "announcement"),
        ("C", date(1993, 1, 6), "invention", "grant"),
        ("C", date(2010, 3, 31), "invention", "grant"),
        ("B", date(2010, 4, 7), "invention", "grant"),
        ("U", date(1992, 9, 30), "utility_model", "announcement"),
        ("Y", date(2009, 8, 19), "utility_model", "grant"),
        ("U", date(2013, 1, 9), "utility_model", "grant"),
        ("S", date(1992, 9, 30), "design", "announcement"),
        ("D", date(2009, 8, 19), "design", "grant"),
        ("S", date(2013, 1, 30), "design", "grant"),
        ("A8", date(2013, 1, 9), "invention", "correction"),
        ("B9", date(2019, 7, 9), "invention", "correction"),
        ("U9", date(2013, 1, 9), "utility_model", "correction"),
        ("C1", date(2008, 1, 9), "invention", "partial_invalidation"),
        ("Y7", date(2008, 1, 9), "utility_model", "partial_invalidation"),
        # out of its time, without a day, unknown
        ("B", date(2005, 1, 5), "invention", None),
        ("C", date(2013, 1, 2), "invention", None),
        ("U", None, "utility_model", None),
        ("A", None, "invention", "publication"),
        ("U9", None, "utility_model", "correction"),
        ("Z", date(2013, 1, 2), None, None),
        (None, date(2013, 1, 2), None, None),
    ],
)
def test_document_kind__means_what_it_meant_then(
    kind: str | None, day: date | None, patent_type: str | None, event: str | None, reference: CleanReference
) -> None:
    found = document_kinds(
        pl.Series([kind], dtype=pl.String), pl.Series([day], dtype=pl.Date), reference.document_kinds
    )
    assert found.row(0) == (patent_type, event)


@pytest.mark.parametrize(
    ("word", "patent_type"),
    [
        ("发明", "invention"), ("发明专利", "invention"), ("发明申请", "invention"), ("发明授权", "invention"),
        ("发明公布", "invention"), ("FMZL", "invention"), ("fmsq", "invention"), ("实用新型专利", "utility_model"),
        ("实用 新型", "utility_model"), ("SYXX", "utility_model"), ("外观设计", "design"), ("外观设计专利", "design"),
        ("Utility Model", "utility_model"), ("ＷＧＺＬ", "design"), ("译文", None), ("修正或者更正专利", None),
        ("商标", None), ("", None), (None, None),
    ],
)  # fmt: skip
def test_type_word__only_words_of_the_list(
    word: str | None, patent_type: str | None, reference: CleanReference
) -> None:
    assert types_by_word(pl.Series([word], dtype=pl.String), reference.patent_type_words).to_list() == [patent_type]


def test_kind_column__codes_and_words() -> None:
    texts = pl.Series(["A", "CN-U", "b", "A8", "发明授权", None, ""])
    assert kind_codes(texts).to_list() == ["A", "U", "B", "A8", None, None, None]


@settings(max_examples=60, deadline=None)
@given(
    st.integers(1, 3),
    st.integers(0, 99_999_999),
    st.sampled_from("ABUS"),
    st.sampled_from(["{}", "CN {} {}", "CN-{}-{}"]),
)
def test_publication_number__every_form_comes_back(digit: int, serial: int, kind: str, form: str) -> None:
    number = f"{digit}{serial:08d}"
    text = form.format(number, kind) if form != "{}" else f"CN{number}{kind}"
    assert read(text)["publication_number"] == f"CN{number}{kind}"


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(st.none(), st.text(max_size=15), st.text("0123456789CNABU- ", max_size=14)), max_size=20))
def test_publication_number__never_raises(texts: list[str | None]) -> None:
    assert publication_numbers(pl.Series(texts, dtype=pl.String)).height == len(texts)
