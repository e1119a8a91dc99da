"""Whole rows: identity, type, events and what lies out of scope. Numbers are printed ones or end in a check digit by hand."""

from datetime import date
from typing import Any

import polars as pl
import pytest
from conftest import CleanOne, batch, context
from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.clean import CleanReference, clean_records
from transforms.clean.records import CLEANED
from transforms.intake.fields import RECORD_FIELDS

INVENTION, PCT_INVENTION, UTILITY_MODEL, DESIGN = "201310699744.2", "201280017678.X", "201320022825.4", "201230232140.3"


def picked(row: dict[str, Any], *names: str) -> tuple[Any, ...]:
    return tuple(row[name] for name in names)


APPLICATION = ("application_on", "application_month")


@pytest.mark.parametrize(
    ("number", "cells", "published", "granted"),
    [
        ("CN104124744A", {}, date(2014, 10, 29), None),
        ("CN203000006U", {}, None, date(2014, 10, 29)),
        # a granted invention's first publication is that of its A document
        ("CN104124744B", {}, None, None),
        ("CN1398102C", {}, None, None),
        ("CN104124744B", {"publication_date": "2017-06-20"}, None, date(2017, 6, 20)),
        ("CN104124744B", {"grant_date": "2017-06-20"}, None, date(2017, 6, 20)),
    ],
)
def test_first_publication__is_the_day_of_no_granted_invention(
    clean: CleanOne, number: str, cells: dict[str, str], published: date | None, granted: date | None
) -> None:
    row = clean({"publication_number": number, "first_publication_date": "2014-10-29", **cells})
    assert picked(row, "publication_on", "grant_on") == (published, granted)


def test_application__counts_by_acceptance(clean: CleanOne) -> None:
    row = clean(
        {"application_number": INVENTION, "filing_date": "2012.12.28", "acceptance_date": "2013年1月5日"},
        feed_month="2013-02",
    )
    assert picked(row, *APPLICATION, "filed_on", "accepted_on") == (
        date(2013, 1, 5), "2013-01", date(2012, 12, 28), date(2013, 1, 5),
    )  # fmt: skip


def test_application__acceptance_blank_takes_the_feed_month(clean: CleanOne) -> None:
    row = clean({"application_number": PCT_INVENTION, "filing_date": "2012-03-01"}, feed_month="2013-09")
    assert picked(row, *APPLICATION) == (date(2012, 3, 1), "2013-09")


@pytest.mark.parametrize(
    ("number", "filed", "month"),
    [
        (INVENTION, "2013-12-18", "2013-12"),
        (INVENTION, "2012-12-18", None),  # a divisional keeps its parent's filing date
        (PCT_INVENTION, "2012-03-01", None),  # the international filing date of a national entry
        ("2.02E+12", "2013-12-18", None),
        (INVENTION, None, None),
    ],
)
def test_application__without_feed_month(clean: CleanOne, number: str, filed: str | None, month: str | None) -> None:
    assert clean({"application_number": number, "filing_date": filed})["application_month"] == month


def test_application__neither_date(clean: CleanOne) -> None:
    assert picked(clean({"application_number": INVENTION}, feed_month="2013-01"), *APPLICATION) == (None, None)


def test_application__only_where_the_source_reports_it(clean: CleanOne) -> None:
    row = clean(
        {"application_number": INVENTION, "filing_date": "2013-12-18", "grant_date": "2016-01-06"}, events=("grant",)
    )
    assert picked(row, *APPLICATION, "grant_on", "filed_on") == (None, None, date(2016, 1, 6), date(2013, 12, 18))


DOCUMENTS = [
    # publication number, its date, grant column -> publication_on, grant_on, published_on, granted_on
    ("CN104124744A", "2014-10-29", None, date(2014, 10, 29), None, date(2014, 10, 29), None),
    ("CN104124744B", "2017-06-20", None, None, date(2017, 6, 20), None, date(2017, 6, 20)),
    (
        "CN104124744A",
        "2014-10-29",
        "2017-06-20",
        date(2014, 10, 29),
        date(2017, 6, 20),
        date(2014, 10, 29),
        date(2017, 6, 20),
    ),
    ("CN104124744A", "2014-10-29", "1", date(2014, 10, 29), None, date(2014, 10, 29), None),
    ("CN203000006U", "2013-01-09", None, None, date(2013, 1, 9), date(2013, 1, 9), date(2013, 1, 9)),
    ("CN303000002S", "2013-01-30", None, None, date(2013, 1, 30), date(2013, 1, 30), date(2013, 1, 30)),
    ("CN100587158C", "2010-02-03", None, None, date(2010, 2, 3), None, date(2010, 2, 3)),
    ("CN201292937Y", "2009-08-19", None, None, date(2009, 8, 19), date(2009, 8, 19), date(2009, 8, 19)),
    ("CN1012327B", "1991-04-10", None, None, None, date(1991, 4, 10), None),
    ("CN2117572U", "1992-09-30", None, None, None, date(1992, 9, 30), None),
    ("CN104124744A8", "2015-01-07", None, None, None, None, None),
    ("CN104124744B9", "2018-01-05", None, None, None, None, None),
    ("CN203000006U9", "2013-06-05", None, None, None, None, None),
    ("CN100587158C1", "2012-01-04", None, None, None, None, None),
    ("CN104124744B", "2005-01-05", None, None, None, None, None),  # no B in those years
]


@pytest.mark.parametrize("case", DOCUMENTS, ids=[f"{case[0]}-{case[2]}" for case in DOCUMENTS])
def test_document__events(clean: CleanOne, case: tuple[Any, ...]) -> None:
    number, day, grant, *expected = case
    row = clean({"publication_number": number, "publication_date": day, "grant_date": grant})
    assert list(picked(row, "publication_on", "grant_on", "published_on", "granted_on")) == expected
    assert row["unreadable_dates"] is None


def test_document__correction_reports_no_application_either(clean: CleanOne) -> None:
    cells = {"publication_number": "CN203000006U9", "publication_date": "2013-06-05", "filing_date": "2012-01-04"}
    row = clean({**cells, "application_number": "201220014166.5"})
    assert picked(row, *APPLICATION, "is_correction", "patent_id") == (None, None, True, "201220014166.5")


def test_document__word_of_the_source_is_not_believed(clean: CleanOne) -> None:
    row = clean({"publication_number": "CN109656566B", "publication_date": "2020/01/10", "patent_type": "发明公布"})
    assert picked(row, "grant_on", "publication_on", "patent_type", "type_by_word") == (
        date(2020, 1, 10), None, "invention", "invention",
    )  # fmt: skip


def test_document__utility_model_in_a_file_of_inventions(clean: CleanOne) -> None:
    cells = {"application_number": "2.02E+12", "publication_number": "CN209062664U", "publication_date": "2019.07.09"}
    row = clean(cells, events=("publication", "grant"))
    assert picked(row, "patent_type", "grant_on", "publication_on", "patent_id", "number_state") == (
        "utility_model", date(2019, 7, 9), None, "CN209062664", "destroyed",
    )  # fmt: skip


def test_document__kind_in_a_column_of_its_own(clean: CleanOne) -> None:
    cells = {"publication_number": "CN104124744", "publication_date": "2017-06-20", "kind_code": "B"}
    assert picked(clean(cells), "document_kind", "grant_on", "publication_number") == (
        "B",
        date(2017, 6, 20),
        "CN104124744",
    )


@pytest.mark.parametrize(
    ("events", "publication_on", "grant_on"),
    [
        (("publication",), date(2014, 10, 29), None),
        (("grant",), None, date(2014, 10, 29)),
        (("publication", "grant"), None, None),
    ],
)
def test_document__without_kind_is_what_the_source_reports(
    clean: CleanOne, events: tuple[str, ...], publication_on: date | None, grant_on: date | None
) -> None:
    row = clean({"application_number": INVENTION, "publication_date": "2014-10-29"}, events=events)
    assert picked(row, "publication_on", "grant_on") == (publication_on, grant_on)


def test_document__without_kind_before_the_grant_date(clean: CleanOne) -> None:
    cells = {
        "application_number": INVENTION,
        "publication_date": "2014-10-29",
        "grant_date": "2017-06-20",
        "grant_number": "CN104124744B",
    }
    assert picked(clean(cells), "publication_on", "grant_on", "publication_number") == (
        date(2014, 10, 29), date(2017, 6, 20), "CN104124744B",
    )  # fmt: skip


def test_grant_sheet__number_with_zl_and_document_number(clean: CleanOne) -> None:
    cells = {
        "application_number": "ZL201230017571.8",
        "grant_number": "CN303000002S",
        "grant_date": "2013.01.30",
        "patent_type": "外观设计",
    }
    row = clean(cells, events=("grant",), feed_month="2013-01", received_on=date(2013, 2, 15))
    assert picked(row, "patent_id", "publication_stem", "document_kind", "patent_type", "grant_on", "published_on") == (
        "201230017571.8", "CN303000002", "S", "design", date(2013, 1, 30), date(2013, 1, 30),
    )  # fmt: skip


def test_identity__application_number_in_the_grant_column(clean: CleanOne) -> None:
    row = clean({"grant_number": "ZL 2013 1 0699744.2", "grant_date": "2016-01-06"})
    assert picked(row, "application_number", "number_state", "number_text", "publication_number") == (
        INVENTION, "ok", "ZL 2013 1 0699744.2", None,
    )  # fmt: skip


def test_identity__application_number_with_kind_letter_in_the_publication_column(clean: CleanOne) -> None:
    row = clean({"publication_number": "CN201410411150A", "publication_date": "2014-10-29"})
    assert picked(row, "application_number", "number_state", "publication_number", "publication_on", "patent_id") == (
        "201410411150.1", "check_inferred", None, date(2014, 10, 29), "201410411150.1",
    )  # fmt: skip


def test_identity__destroyed_number_is_replaced_by_a_good_one(clean: CleanOne) -> None:
    row = clean({"application_number": "2.01311E+11", "grant_number": "ZL201310699744.2"})
    assert picked(row, "application_number", "number_state") == (INVENTION, "ok")


def test_identity__wrong_check_digit_is_not_papered_over(clean: CleanOne) -> None:
    row = clean({"application_number": "201310699744.3", "grant_number": "ZL201310699744.2"})
    assert picked(row, "application_number", "number_state", "number_text") == (None, "wrong_check", "201310699744.3")


@pytest.mark.parametrize(
    ("application", "publication", "conflict", "patent_type"),
    [
        (INVENTION, "CN104124744B", False, "invention"),
        (PCT_INVENTION, "CN103460723B", False, "invention"),
        (INVENTION, "CN203000006U", True, "invention"),
        (UTILITY_MODEL, "CN303000002S", True, "utility_model"),
        (UTILITY_MODEL, "CN104124744", True, "utility_model"),
        (None, "CN203000006S", True, "design"),
        (None, "CN203000006U", False, "utility_model"),
    ],
)
def test_type__numbers_that_contradict_each_other(
    clean: CleanOne, application: str | None, publication: str, conflict: bool, patent_type: str
) -> None:
    cells = {"application_number": application, "publication_number": publication, "publication_date": "2017-06-20"}
    assert picked(clean(cells), "type_conflict", "patent_type") == (conflict, patent_type)


@pytest.mark.parametrize(
    ("number", "word", "patent_type", "by_word"),
    [
        (INVENTION, "实用新型", "invention", "utility_model"),
        (UTILITY_MODEL, None, "utility_model", None),
        ("2.02E+12", "外观设计专利", "design", "design"),
        ("2.02E+12", "商标", None, None),
        (DESIGN, "商标", "design", None),
    ],
)
def test_type__word_speaks_only_where_numbers_are_silent(
    clean: CleanOne, number: str, word: str | None, patent_type: str | None, by_word: str | None
) -> None:
    assert picked(clean({"application_number": number, "patent_type": word}), "patent_type", "type_by_word") == (
        patent_type,
        by_word,
    )


@pytest.mark.parametrize(
    ("cells", "foreign"),
    [
        ({"publication_number": "US20230110300A1", "application_number": "US17499190", "jurisdiction": "美国"}, True),
        ({"publication_number": "TWI787980B", "jurisdiction": "中国台湾"}, True),
        ({"publication_number": "WO2021234742A1", "application_number": INVENTION}, True),
        ({"publication_number": "CN104124744A", "application_number": "WOCN20122771"}, False),
        ({"publication_number": "CN104124744A", "jurisdiction": "中国"}, False),
        ({"application_number": INVENTION, "jurisdiction": "CN"}, False),
        ({"application_number": INVENTION, "jurisdiction": "-"}, False),
        ({"application_number": INVENTION, "jurisdiction": "国家知识产权局"}, False),
        ({"application_number": INVENTION, "jurisdiction": "国家知识产权局专利局杭州代办处"}, False),
        ({"application_number": INVENTION, "jurisdiction": "世界知识产权组织"}, False),
        ({"application_number": INVENTION[:8], "jurisdiction": "杭州代办处"}, False),
        ({"application_number": "98102345", "jurisdiction": "欧洲专利局"}, True),
        ({"grant_number": "US8123456B2", "jurisdiction": "us"}, True),
        ({"application_number": "PCT/CN2013/071234"}, True),
        ({"application_number": "EP20182086"}, True),
        ({"jurisdiction": "德国"}, True),
        ({"application_number": "198件"}, False),
    ],
)
def test_out_of_scope__documents_of_other_offices(clean: CleanOne, cells: dict[str, str | None], foreign: bool) -> None:
    assert clean(cells)["out_of_scope"] == ("foreign_document" if foreign else None)


def test_out_of_scope__total_row_stays_one(reference: CleanReference) -> None:
    raw = batch({"application_number": ["198件"]}).with_columns(out_of_scope=pl.lit("total_row"))
    assert clean_records(raw, context(), reference)["out_of_scope"].to_list() == ["total_row"]


def test_dates__unreadable_ones_are_named(clean: CleanOne) -> None:
    cells = {
        "filing_date": "13-01-08",
        "acceptance_date": "2013-02-30",
        "publication_date": "-",
        "grant_date": "2013-01-08",
    }
    assert clean(cells)["unreadable_dates"] == "filing_date写作“13-01-08”、acceptance_date写作“2013-02-30”"


def test_first_applicant__own_column_decides(clean: CleanOne) -> None:
    row = clean({"applicants": "浙江大学; 甲某有限公司", "first_applicant": "甲某有限公司"})
    assert picked(row, "applicants", "first_applicant", "applicant_kind") == (
        "浙江大学; 甲某有限公司",
        "甲某有限公司",
        "企业",
    )
    row = clean({"applicants": "浙江大学; 甲某有限公司", "first_applicant": None})
    assert picked(row, "first_applicant", "applicant_kind") == ("浙江大学", "大专院校")


def test_record__postcode_column_before_the_address(clean: CleanOne) -> None:
    address = "518057广东省深圳市"
    assert picked(clean({"address": address}), "address", "postcode") == ("广东省深圳市", "518057")
    assert clean({"address": address, "postcode": "518000.0"})["postcode"] == "518000"


def test_record__columns_order_and_original(reference: CleanReference) -> None:
    raw = batch({"application_number": [INVENTION, None, UTILITY_MODEL], "title": ["甲", "乙", "丙"]})
    cleaned = clean_records(raw, context(), reference)
    assert tuple(cleaned.columns) == CLEANED
    assert cleaned["row_number"].to_list() == [2, 3, 4]
    assert cleaned["title"].to_list() == ["甲", "乙", "丙"]
    assert cleaned["original"].to_list() == raw["original"].to_list()


def test_record__empty_batch(reference: CleanReference) -> None:
    raw = batch({name: [] for name in RECORD_FIELDS})
    cleaned = clean_records(raw, context(), reference)
    assert cleaned.height == 0
    filled = clean_records(batch({name: ["x"] for name in RECORD_FIELDS}), context(), reference)
    assert cleaned.drop("original").schema == filled.drop("original").schema


CELLS = st.one_of(
    st.none(),
    st.text(max_size=12),
    st.sampled_from(
        [
            INVENTION,
            PCT_INVENTION,
            "2.02E+12",
            "CN104124744A",
            "CN203000006U9",
            "US17499190",
            "2013-01-08",
            "1",
            "王芳、朱丽",
        ]
    ),
)


@settings(max_examples=25, deadline=None)
@given(rows=st.lists(st.tuples(*[CELLS] * len(RECORD_FIELDS)), min_size=1, max_size=6))
def test_record__never_raises_and_loses_no_row(rows: list[tuple[str | None, ...]], reference: CleanReference) -> None:
    raw = batch({name: [row[place] for row in rows] for place, name in enumerate(RECORD_FIELDS)})
    cleaned = clean_records(raw, context(), reference).drop("original")
    assert cleaned["row_number"].to_list() == raw["row_number"].to_list()
    # What a row says hangs neither on its neighbours nor on its place among them.
    assert clean_records(raw.reverse(), context(), reference).drop("original").reverse().equals(cleaned)
    assert clean_records(raw.head(1), context(), reference).drop("original").equals(cleaned.head(1))
