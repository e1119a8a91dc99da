"""Addresses, postcodes and classes."""

import unicodedata

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.clean.address import addresses, postcodes
from transforms.clean.classes import classes
from transforms.clean.text import compact, one_line


@pytest.mark.parametrize(
    ("text", "address", "postcode"),
    [
        ("浙江省平湖市新仓镇创业路771号", "浙江省平湖市新仓镇创业路771号", None),
        ("518057广东省深圳市南山区高新技术产业园科技南路", "广东省深圳市南山区高新技术产业园科技南路", "518057"),
        ("314200 浙江省 平湖市\u3000当湖街道", "浙江省平湖市当湖街道", "314200"),
        ("(314200)浙江省平湖市", "浙江省平湖市", "314200"),
        ("邮编：314200 浙江省平湖市", "浙江省平湖市", "314200"),
        ("浙江省平湖市（独山港区）１２号", "浙江省平湖市(独山港区)12号", None),
        ("浙江省平湖市\n新埭镇", "浙江省平湖市新埭镇", None),
        ("123456", "123456", None),
        ("3142001浙江省", "3142001浙江省", None),
        (" ", None, None),
        ("无", None, None),
        ("-", None, None),
        (None, None, None),
    ],
)
def test_address__blanks_and_postcode_in_front(text: str | None, address: str | None, postcode: str | None) -> None:
    assert addresses(pl.Series([text], dtype=pl.String)).row(0) == (address, postcode)


@pytest.mark.parametrize("text", ["(Null)", "（NULL）", "nan", "null", "#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#N/A"])
def test_address__words_of_programs_for_nothing(text: str) -> None:
    assert addresses(pl.Series([text])).row(0) == (None, None)


@pytest.mark.parametrize(
    ("text", "postcode"),
    [
        ("314200", "314200"), ("314200.0", "314200"),
        ("邮编:314200", "314200"), ("３１４２００", "314200"), (" 314 200", "314200"), ("31420", None),
        ("3142000", None), ("无", None), ("", None), (None, None), ("浙江", None),
    ],
)  # fmt: skip
def test_postcode__six_digits(text: str | None, postcode: str | None) -> None:
    assert postcodes(pl.Series([text], dtype=pl.String)).to_list() == [postcode]


CLASSES = [
    # main, all, locarno, type -> ipc_main, locarno
    ("B62B 7/06", None, None, "invention", "B62B7/06", None),
    ("G01C21/00(2006.01)I", None, None, "invention", "G01C21/00", None),
    ("H04W8/26(2009.01)I;??H04W84/12(2009.01)I", None, None, "invention", "H04W8/26", None),
    ("G02B", "G02B 27/01 | G02B 27/00", None, "invention", "G02B27/01", None),
    ("G02B", None, None, "invention", "G02B", None),
    (None, "Ｅ０３Ｄ　１/００", None, "utility_model", "E03D1/00", None),
    ("12-12", None, None, "design", None, "12-12"),
    ("01-01 (12)", None, None, "design", None, "01-01"),
    ("1212", None, None, "design", None, "12-12"),
    (None, None, "12-12(9)", "design", None, "12-12"),
    (None, None, "LOC(9) Cl. 12-12", "design", None, "12-12"),
    (None, None, "LOC (14) CL. 26-05", "design", None, "26-05"),
    (None, None, "12.12", "design", None, "12-12"),
    (None, None, "2302", "design", None, "23-02"),
    ("1212", None, None, "invention", None, None),
    ("99-01", None, None, "design", None, None),
    ("12-1", None, None, "design", None, None),
    ("无", "-", "", "design", None, None),
]


@pytest.mark.parametrize("case", CLASSES, ids=[str(case[:3]) for case in CLASSES])
def test_classes__ipc_and_locarno(case: tuple[str | None, ...]) -> None:
    columns = dict(zip(("ipc_main", "ipc_all", "locarno"), ([cell] for cell in case[:3]), strict=True))
    raw = pl.DataFrame(columns, schema=dict.fromkeys(columns, pl.String))
    assert classes(raw, pl.Series([case[3]])).row(0) == case[4:]


def test_title__one_line() -> None:
    texts = pl.Series(["一种装置\r\n及方法", "LED  lamp\t2", "一种\u3000装置", "A method", None])
    assert one_line(texts).to_list() == ["一种装置 及方法", "LED lamp 2", "一种 装置", "A method", None]


@settings(max_examples=150, deadline=None)
# not the characters that this Python's Unicode does not know yet: Polars may
@given(st.lists(st.one_of(st.none(), st.text(st.characters(exclude_categories=["Cs", "Cn"]), max_size=20)), max_size=20))
def test_compact__is_nfkc_without_blanks(texts: list[str | None]) -> None:
    def by_hand(text: str | None) -> str | None:
        plain = unicodedata.normalize("NFKC", text or "")
        return "".join(c for c in plain if not c.isspace() and unicodedata.category(c) not in ("Cc", "Cf")) or None

    assert compact(pl.Series(texts, dtype=pl.String)).to_list() == [by_hand(text) for text in texts]
