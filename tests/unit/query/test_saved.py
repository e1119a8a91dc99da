"""Headers of saved queries, and the values given for their parameters."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

import pytest

from flows.query.saved import (
    FOLDER,
    Parameter,
    SavedQuery,
    find_saved,
    given_parameters,
    parse_saved,
    saved_parameters,
    saved_queries,
)
from transforms.errors import DataError, WrongUsage

SQL = """-- 标题: 一览
-- 说明: 第一句。
-- 参数 month 月份: 截至月份
-- 参数 top 整数 = 20: 几名
-- 参数 word 文本 = a b: 词
-- why it is so
SELECT $month, $top, $word, $day
-- 参数 day 日期 = 2013-01-31: 哪天
"""


def test_parse_saved__header() -> None:
    query = parse_saved("overview", SQL)
    assert (query.title, query.description, query.sql) == ("一览", "第一句。", SQL)
    assert query.parameters == (
        Parameter("month", "月份", None, "截至月份"),
        Parameter("top", "整数", "20", "几名"),
        Parameter("word", "文本", "a b", "词"),
        Parameter("day", "日期", "2013-01-31", "哪天"),
    )


@pytest.mark.parametrize("missing", ["标题", "说明"])
def test_parse_saved__needs_title_and_description(missing: str) -> None:
    with pytest.raises(DataError, match=r"x\.sql 第1行:.*标题.*说明"):
        parse_saved("x", SQL.replace(missing, "备注"))


@pytest.mark.parametrize("bad", [b"", b"SELECT 1", SQL.encode("gb18030")])
def test_bad_file__is_named_and_no_hindrance_to_the_others(tmp_path: Path, bad: bytes) -> None:
    (tmp_path / "mine.sql").write_bytes(bad)
    (tmp_path / "overview.sql").write_bytes(codecs.BOM_UTF8 + SQL.encode())
    assert find_saved("overview", tmp_path).title == "一览"
    with pytest.raises(DataError, match=r"mine\.sql"):
        saved_queries(tmp_path)


def test_saved_parameters__defaults_and_given() -> None:
    query = parse_saved("overview", SQL)
    assert saved_parameters(query, {}) == {"top": 20, "word": "a b", "day": "2013-01-31"}
    assert saved_parameters(query, {"month": "2013-09", "top": "5"}) == {
        "month": "2013-09", "top": 5, "word": "a b", "day": "2013-01-31",
    }  # fmt: skip


@pytest.mark.parametrize(
    "values",
    [
        {"month": "2013-13"},
        {"month": "2013-09-01"},
        {"month": ""},
        {"top": "1.5"},
        {"day": "2013-02-30"},
        {"other": "1"},
    ],
)
def test_saved_parameters__mistakes(values: dict[str, str]) -> None:
    with pytest.raises(WrongUsage):
        saved_parameters(parse_saved("overview", SQL), values)


@pytest.mark.parametrize("options", [["x"], ["=1"], ["a b=1"], ["x=1", "x=2"]])
def test_given_parameters__mistakes(options: list[str]) -> None:
    with pytest.raises(WrongUsage):
        given_parameters(options)


def test_given_parameters__value_may_hold_an_equals_sign_or_be_empty() -> None:
    assert given_parameters(["a=b=c", "d="]) == {"a": "b=c", "d": ""}


def test_find_saved__by_name_or_title() -> None:
    query = find_saved("sectors")
    assert find_saved(query.title) == query


@pytest.mark.parametrize("query", saved_queries(), ids=lambda query: query.name)
def test_saved_query__every_parameter_is_declared_and_used(query: SavedQuery) -> None:
    text = (FOLDER / f"{query.name}.sql").read_text(encoding="utf-8")
    body = "\n".join(line for line in text.splitlines() if not line.startswith("--"))
    declared = {parameter.name for parameter in query.parameters}
    assert set(re.findall(r"\$(\w+)", body)) == declared
    header = [line for line in text.splitlines() if line.startswith("-- 参数")]
    assert len(header) == len(declared)


def test_saved_queries__titles_are_unique_and_there_are_a_dozen() -> None:
    titles = [query.title for query in saved_queries()]
    assert len(set(titles)) == len(titles) >= 12


@pytest.mark.parametrize("name", ["firms_by_applications", "applicants_new_this_year", "unassigned_addresses"])
def test_saved_query__with_unpublished_names_says_it_is_internal(name: str) -> None:
    assert "内部资料" in find_saved(name).description
