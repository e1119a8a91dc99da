"""Contracts are read strictly: a mistake is named with file and line."""

from pathlib import Path

import pytest

from expectations.contracts import load_contracts, parse_contract, parse_shared_columns
from expectations.home_words import in_words_of
from transforms.errors import DataError

SHARED = """columns:
  - name: month
    type: VARCHAR
    nullable: false
    label_zh: 月份
    description_zh: 写作“2013-09”。
"""
GOOD = """table: counts
label_zh: 统计
grain: 每月一行
key: [month]
order: [month]
is_content: true
description_zh: 各月件数。
usage_warnings_zh: []
columns:
  - name: month
    label_zh: 计数月份
  - name: applications
    type: BIGINT
    unit: 件
    nullable: false
    min: 0
    max: 1.5
    label_zh: 申请量
    description_zh: 当月申请件数。
  - name: kind
    type: VARCHAR
    nullable: true
    domain: [a, b]
    is_content: false
    label_zh: 类型
    description_zh: 申请人类型。
"""


def parse(text: str) -> None:
    parse_contract(text, "counts.yml", parse_shared_columns(SHARED, "shared_columns.yml"))


def test_good_contract() -> None:
    shared = parse_shared_columns(SHARED, "shared_columns.yml")
    contract = parse_contract(GOOD, "counts.yml", shared)
    month, applications, kind = contract.columns
    assert (month.type, month.nullable, month.label_zh, month.description_zh) == (
        "VARCHAR", False, "计数月份", "写作“2013-09”。",
    )  # fmt: skip
    assert (applications.unit, applications.minimum, applications.maximum) == ("件", 0, 1.5)
    assert (kind.domain, kind.is_content, kind.unit, month.is_content) == (("a", "b"), False, None, True)
    assert contract.key == contract.order == ("month",)


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("grain: 每月一行\n", "", 1),
        ("grain:", "grian:", 3),
        ("key: [month]", "key: [year]", 4),
        ("key: [month]", "key: []", 4),
        ("key: [month]", "key: [month, applications]", 5),
        ("order: [month]", "order: month", 5),
        ("order: [month]", "order: [month, month]", 5),
        ("is_content: true", "is_content: maybe", 6),
        ("label_zh: 统计", "label_zh: ''", 2),
        ("    label_zh: 计数月份", "    label_zh: 申请量", 10),
        ("    label_zh: 计数月份", "    lable_zh: 申请量", 11),
        ("- name: month", "- name: year", 10),
        ("- name: kind", "- name: APPLICATIONS", 10),
        ("type: BIGINT", "type: HUGEINT", 13),
        ("nullable: false", "nullable: 0", 15),
        ("    min: 0", "    min: none", 16),
        ("    unit: 件", "    domain: [a]", 14),
        ("    domain: [a, b]", "    min: 1", 23),
        ("    domain: [a, b]", "    domain: [a, a]", 23),
        ("description_zh: 各月件数。", "description_zh: 各月件数。\ntable: counts", 8),
        ("usage_warnings_zh: []", "usage_warnings_zh: }", 8),
    ],
)
def test_mistake_is_named(old: str, new: str, line: int) -> None:
    assert old in GOOD
    with pytest.raises(DataError) as caught:
        parse(GOOD.replace(old, new, 1))
    assert (caught.value.file, caught.value.line) == ("counts.yml", line)


def test_mistake_in_a_shared_column_names_that_file() -> None:
    shared = parse_shared_columns(SHARED.replace("nullable: false", "nullable: no"), "shared_columns.yml")
    with pytest.raises(DataError) as caught:
        parse_contract(GOOD, "counts.yml", shared)
    assert (caught.value.file, caught.value.line) == ("shared_columns.yml", 4)


def test_empty_file() -> None:
    with pytest.raises(DataError, match="文件是空的"):
        parse("")


def folder_of(tmp_path: Path, **texts: str) -> Path:
    for name, text in texts.items():
        (tmp_path / f"{name}.yml").write_text(text, encoding="utf-8")
    return tmp_path


def load(folder: Path, shared: Path) -> None:
    shared.write_text(SHARED, encoding="utf-8")
    load_contracts(folder, shared)


def test_table_named_unlike_its_file(tmp_path: Path) -> None:
    (tmp_path / "contracts").mkdir()
    with pytest.raises(DataError, match="与文件名不符"):
        load(folder_of(tmp_path / "contracts", totals=GOOD), tmp_path / "shared_columns.yml")


def test_view_name_used_twice(tmp_path: Path) -> None:
    (tmp_path / "contracts").mkdir()
    second = GOOD.replace("table: counts", "table: totals")
    with pytest.raises(DataError, match="名称 统计 与另一张表重复"):
        load(folder_of(tmp_path / "contracts", counts=GOOD, totals=second), tmp_path / "shared_columns.yml")


def test_folder_without_contracts(tmp_path: Path) -> None:
    (tmp_path / "contracts").mkdir()
    with pytest.raises(DataError, match="没有任何表的约定"):
        load(tmp_path / "contracts", tmp_path / "shared_columns.yml")


def test_word_of_the_territory__unknown_is_named() -> None:
    (contract,) = (one for one in load_contracts() if one.table == "scorecard")
    words = {"county_code": "330424", "unassigned_code": "330424000", "levels": "省级"}
    (named,) = in_words_of([contract], words)
    (told,) = (column.description_zh for column in named.columns if column.name == "unit_code")
    assert told == "目标所考核的单位代码;全市为 330424。"
    with pytest.raises(DataError, match=r"scorecard\.yml:没有 \{county_code\} 这个词"):
        in_words_of([contract], {"levels": "省级"})


def test_contract_in_gbk__is_named(tmp_path: Path) -> None:
    (tmp_path / "contracts").mkdir()
    (tmp_path / "contracts" / "counts.yml").write_bytes(GOOD.encode("gbk"))
    with pytest.raises(DataError, match=r"counts\.yml:不是 UTF-8"):
        load(tmp_path / "contracts", tmp_path / "shared_columns.yml")
