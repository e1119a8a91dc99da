"""Dates in the forms offices, databases and spreadsheets write them."""

from datetime import date, timedelta

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.clean.dates import dates, grant_dates


def read(text: str | None) -> tuple[date | None, bool]:
    found = dates(pl.Series([text], dtype=pl.String)).row(0)
    return found[0], found[1]


@pytest.mark.parametrize(
    "text",
    [
        "2013.01.08", "2013-01-08", "20130108", "2013年1月8日", "2013年01月08日", "2013/1/8", "2013-1-8", "2013、1、8",
        "2013-01-08 00:00:00", "2013/1/8 0:00", "2013-01-08T00:00:00", "2013-01-08T00:00:00.000Z", "２０１３．０１．０８",
        "２０１３年１月８日", "2013 年 1 月 8 日", "20130108.0", "20130108000000", "41282", "41282.0", "2013–01–08",
        " 2013-01-08 ", "'2013-01-08", "2013年1月8号", "2013-01-08 00:00:00+08:00", "2013.01.08.", "2013,1,8",
        "2013-01-08 下午 2:30", "2013/1/8 上午9:05:00", "2013年1月8日（星期二）", "2013/1/8周二", "2013-01-08 星期二",
        "2013.1.8日", "2013年1月8日。", "二〇一三年一月八日", "二○一三年一月八日", "二零一三年一月八日", "二〇一三年一月八号",
    ],
)  # fmt: skip
def test_date__written_forms(text: str) -> None:
    assert read(text) == (date(2013, 1, 8), False)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2013-01-31T16:00:00.000Z", date(2013, 2, 1)),
        ("2013-01-31T15:59:59Z", date(2013, 1, 31)),
        ("2012-12-31T23:30:00Z", date(2013, 1, 1)),
        ("2013-01-31T16:00:00", date(2013, 1, 31)),
        ("2013-01-31T16:00:00+08:00", date(2013, 1, 31)),
    ],
)
def test_date__instant_of_universal_time_is_a_day_in_china(text: str, day: date) -> None:
    assert read(text) == (day, False)


@pytest.mark.parametrize(
    "text",
    [
        "13-01-08", "13.1.8", "2013-02-30", "2013-13-01", "2013年2月30日", "20130230", "2013-01", "2013", "2013年1月",
        "01/08/2013", "8.1.2013", "1881/08/16", "1984-12-31", "2100-01-01", "20131", "99999", "2013-01-08;2013-01-09",
        "二〇一三年", "二〇一三年十三月八日", "二〇一三年二月三十日", "二〇一三年一月八十日", "一三年一月八日",
        "待定", "130108", "1", "2013-0108", "星期二", "2013-01-08(作废)",
    ],
)  # fmt: skip
def test_date__is_none(text: str) -> None:
    assert read(text) == (None, True)


@pytest.mark.parametrize(
    ("text", "day"),
    [("二〇一三年十月十日", (10, 10)), ("二〇一三年十一月二十日", (11, 20)), ("二〇一三年十二月三十一日", (12, 31))],
)
def test_date__written_out(text: str, day: tuple[int, int]) -> None:
    assert read(text) == (date(2013, *day), False)


PROGRAMS_BLANKS = ["(Null)", "（NULL）", "nan", "null", "#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#N/A"]


@pytest.mark.parametrize("text", [None, "", " ", "-", "--", "/", "无", "NaT", "0", "0000-00-00", "00000000", *PROGRAMS_BLANKS])
def test_date__blank_is_no_mistake(text: str | None) -> None:
    assert read(text) == (None, False)


def test_date__flag_in_a_grant_column() -> None:
    found = grant_dates(pl.Series(["1", "0", "20130108", "2", None]))
    assert found["day"].to_list() == [None, None, date(2013, 1, 8), None, None]
    assert found["unreadable"].to_list() == [False, False, False, True, False]


def test_date__excel_day_numbers() -> None:
    # 25569 is 1970-01-01 in Excel; 31048 is 5479 days later, 1985-01-01.
    assert date(1970, 1, 1) + timedelta(days=31048 - 25569) == date(1985, 1, 1)
    assert read("31048") == (date(1985, 1, 1), False)
    assert read("31047") == (None, True)


FORMS = st.sampled_from(
    [
        "{y}-{m:02d}-{d:02d}", "{y}.{m:02d}.{d:02d}", "{y}/{m}/{d}", "{y}.{m}.{d}", "{y}{m:02d}{d:02d}",
        "{y}年{m}月{d}日", "{y}年{m:02d}月{d:02d}日", "{y}-{m:02d}-{d:02d} 00:00:00", "{y}/{m}/{d} 0:00:00",
    ]
)  # fmt: skip
DAYS = st.dates(date(1985, 1, 1), date(2099, 12, 31))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(DAYS, FORMS, st.booleans()), min_size=1, max_size=30))
def test_date__every_form_comes_back(cases: list[tuple[date, str, bool]]) -> None:
    wide = str.maketrans("0123456789", "０１２３４５６７８９")
    plain = [(form.format(y=day.year, m=day.month, d=day.day), is_wide) for day, form, is_wide in cases]
    texts = [text.translate(wide) if is_wide else text for text, is_wide in plain]
    assert dates(pl.Series(texts))["day"].to_list() == [day for day, _, _ in cases]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(st.none(), st.text(max_size=12), st.text("0123456789-./年月日: ", max_size=14)), max_size=20))
def test_date__never_raises_and_never_invents(texts: list[str | None]) -> None:
    found = dates(pl.Series(texts, dtype=pl.String))
    assert found.height == len(texts)
    for text, day, unreadable in zip(texts, found["day"], found["unreadable"], strict=True):
        assert not (day and unreadable)
        assert day is None or (text is not None and any(sign.isdecimal() for sign in text))
