"""Values as text: widths, cuts, names."""

from __future__ import annotations

import pytest

from flows.query.session import Column
from flows.query.shape import as_cell, cut, is_number, unique_names
from flows.query.table import cell
from flows.query.text_formats import json_value
from transforms.text_width import width


@pytest.mark.parametrize(
    "text, columns",
    [("", 0), ("abc", 3), ("平湖", 4), ("1—9月", 5), ("e\u0301", 1), ("（全角）", 8), ("\u200bab", 2), ("ｶﾅ", 2)],
)
def test_width(text: str, columns: int) -> None:
    assert width(text) == columns


@pytest.mark.parametrize(
    "text, most, shown",
    [
        ("abcdef", 6, "abcdef"),
        ("abcdef", 5, "abcd…"),
        ("平湖市", 6, "平湖市"),
        ("平湖市", 5, "平湖…"),
        ("平湖市", 4, "平…"),
        ("a\tb\x1b", 9, "a b "),
    ],
)
def test_cut(text: str, most: int, shown: str) -> None:
    assert cut(text, most) == shown


@pytest.mark.parametrize(
    "value, text",
    [
        (None, ""),
        (True, "true"),
        (False, "false"),
        (0, "0"),
        ("", ""),
        ([1, None], "[1, null]"),
        ({"名": "甲"}, '{"名": "甲"}'),
    ],
)
def test_as_cell(value: object, text: str) -> None:
    assert as_cell(value) == text


@pytest.mark.parametrize(
    "value, text", [(0.1 + 0.2, "0.3"), (229 / 2291, "0.09995635094"), (1e300, "1e+300"), (2.0, "2")]
)
def test_table_cell__floats_with_ten_digits(value: float, text: str) -> None:
    assert cell(value) == text


@pytest.mark.parametrize(
    "type_name, is_one",
    [("BIGINT", True), ("DECIMAL(9,2)", True), ("HUGEINT", True), ("INTEGER[]", False), ("DECIMAL(9,2)[]", False),
     ("VARCHAR", False), ("STRUCT(a INTEGER)", False), ("DATE", False)],
)  # fmt: skip
def test_is_number(type_name: str, is_one: bool) -> None:
    assert is_number(type_name) is is_one


def test_unique_names__numbered_where_they_repeat() -> None:
    assert unique_names(["a", "a", "b", "a", "a_2"]) == ["a", "a_2", "b", "a_3", "a_2_2"]


@pytest.mark.parametrize(
    "value, type_name, expected",
    [
        ("1.50", "DECIMAL(9,2)", 1.5),
        ("12345678901234567890", "DECIMAL(20,0)", 12345678901234567890),
        ("2013-09-30 08:05:00", "TIMESTAMP", "2013-09-30T08:05:00"),
        ("a b", "VARCHAR", "a b"),
        (float("nan"), "DOUBLE", None),
        ({"a": [float("inf"), 1]}, "STRUCT(a DOUBLE[])", {"a": [None, 1]}),
    ],
)
def test_json_value(value: object, type_name: str, expected: object) -> None:
    assert json_value(value, Column("x", type_name)) == expected
