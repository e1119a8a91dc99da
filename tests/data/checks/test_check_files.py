"""Check files and bounds are read strictly: a mistake is named with file and line."""

from pathlib import Path

import pytest

from expectations.bounds import parse_bounds
from expectations.checks import load_checks, parse_check
from transforms.errors import DataError

CHECK = """-- check: few
-- suite: patents
-- severity: warning
-- label_zh: 不多
-- A remark: free.
SELECT concat(patent_id, '。') AS message
FROM main.patents
WHERE length(title) > inputs.bound('longest')
"""
BOUNDS = """bounds:
  - name: longest
    kind: rows
    value: 30
    meaning_zh: 最长。
  - name: least
    kind: share
    value: 0.5
    meaning_zh: 最少。
  - name: times
    kind: factor
    value: 2.5
    meaning_zh: 倍数。
"""


def test_good_check() -> None:
    check = parse_check(CHECK, "few.sql")
    assert (check.check, check.suite, check.severity, check.label_zh) == ("few", "patents", "warning", "不多")
    assert check.bounds == ("longest",)
    assert (check.file, check.line) == ("few.sql", 6)


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("warning", "fatal", 3),
        ("-- suite: patents\n", "", 1),
        ("-- check: few", "-- check: Few", 1),
        ("-- label_zh: 不多", "-- label_zh:", 4),
        ("-- A remark: free.", "-- bound: 3", 5),
        ("-- A remark: free.", "-- suite: patents", 5),
        ("FROM main.patents", "FROM main.patents WHERE", 7),
        ("SELECT concat", "DELETE concat", 6),
        ("WHERE length(title) > inputs.bound('longest')", "; DROP TABLE patents", 6),
    ],
)
def test_mistake_in_a_check__is_named(old: str, new: str, line: int) -> None:
    assert old in CHECK
    with pytest.raises(DataError) as caught:
        parse_check(CHECK.replace(old, new), "few.sql")
    assert (caught.value.file, caught.value.line) == ("few.sql", line)


@pytest.mark.parametrize(
    ("name", "tables", "bounds", "line", "word"),
    [
        ("few", {"patents"}, {"shortest"}, 8, "bounds.yml 没有名为 longest 的界限.*现有:shortest"),
        ("few", {"scorecard"}, {"longest"}, 1, "suite"),
        ("many", {"patents"}, {"longest"}, 1, "文件名"),
    ],
)
def test_check_that_fits_nothing__is_named(
    tmp_path: Path, name: str, tables: set[str], bounds: set[str], line: int, word: str
) -> None:
    (tmp_path / f"{name}.sql").write_text(CHECK, encoding="utf-8")
    with pytest.raises(DataError, match=word) as caught:
        load_checks(tables, bounds, tmp_path)
    assert (caught.value.file, caught.value.line) == (f"{name}.sql", line)


def test_no_checks__is_an_error(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="没有任何"):
        load_checks({"patents"}, {"longest"}, tmp_path)


def test_good_bounds() -> None:
    assert {name: bound.value for name, bound in parse_bounds(BOUNDS, "bounds.yml").items()} == {
        "longest": 30, "least": 0.5, "times": 2.5,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("value: 30", "value: 3.5", 4),
        ("value: 30", "value: 0", 4),
        ("value: 30", "value: 许多", 4),
        ("value: 0.5", "value: 1.5", 8),
        ("value: 0.5", "value: 50%", 8),
        ("value: 0.5", "value: true", 8),
        ("value: 2.5", "value: 0", 12),
        ("value: 2.5", "value: [2]", 12),
        ("kind: factor", "kind: time", 11),
        ("name: least", "name: longest", 6),
        ("name: least", "name: Least", 6),
        ("    kind: share\n", "", 6),
        ("bounds:", "bound:", 1),
    ],
)
def test_mistake_in_a_bound__is_named(old: str, new: str, line: int) -> None:
    assert old in BOUNDS
    with pytest.raises(DataError) as caught:
        parse_bounds(BOUNDS.replace(old, new), "bounds.yml")
    assert (caught.value.file, caught.value.line) == ("bounds.yml", line)


def test_every_bound_is_used() -> None:
    from flows.home import data_folder
    from flows.reference import load_reference

    reference = load_reference(data_folder())
    assert {name for name in reference.bounds if any(f"'{name}'" in one.sql for one in reference.expectations)} == set(
        reference.bounds
    )


def test_every_expectation_says_where_it_is_written() -> None:
    from flows.home import CHECKOUT, data_folder
    from flows.reference import load_reference

    written = {path.name for path in (CHECKOUT / "expectations").glob("*/*")}
    assert {one.file for one in load_reference(data_folder()).expectations} <= written
