"""Series and their rules: read strictly, years without gap, the same words as lists and contract."""

import csv
from pathlib import Path

import pytest

from expectations.contracts import load_contracts
from transforms.errors import DataError
from transforms.out import series
from transforms.out.counting_rules import indicators
from transforms.out.series import counting_rules, parse_series

GOOD = """applications:
  - {rule: a, label_zh: 甲, from_year: 1985, to_year: 2016, deducts: []}
  - {rule: b, label_zh: 乙, from_year: 2017, deducts: [未缴费]}
grants:
  - {rule: c, label_zh: 丙, from_year: 1985, deducts: []}
"""
REASONS_FILE = Path(__file__).parents[3] / "data" / "reference" / "deduction_reasons.csv"


def test_series__years_and_reasons() -> None:
    rules = parse_series(GOOD, "series.yml")
    assert [(rule.series, rule.rule, rule.from_year, rule.to_year, rule.deducts) for rule in rules] == [
        ("applications", "a", 1985, 2016, ()),
        ("applications", "b", 2017, 9999, ("未缴费",)),
        ("grants", "c", 1985, 9999, ()),
    ]


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("from_year: 2017", "from_year: 2018", 3),
        ("from_year: 2017", "from_year: 2016", 3),
        ("from_year: 2017", "from_year: 二", 3),
        ("from_year: 2017,", "from_year: 2017, to_year: 2020,", 2),
        ("to_year: 2016, ", "", 3),
        ("label_zh: 乙, ", "", 3),
        ("rule: b", "role: b", 3),
        ("deducts: [未缴费]", "deducts: 未缴费", 3),
        ("deducts: [未缴费]", "deducts: [未缴费, 未缴费]", 3),
        ("grants:", "applications:", 4),
    ],
)
def test_series__mistake_is_named(old: str, new: str, line: int) -> None:
    assert old in GOOD
    with pytest.raises(DataError) as caught:
        parse_series(GOOD.replace(old, new), "series.yml")
    assert (caught.value.file, caught.value.line) == ("series.yml", line)


def test_series_in_gbk__is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "series.yml").write_bytes(GOOD.encode("gbk"))
    monkeypatch.setattr(series, "_FILE", tmp_path / "series.yml")
    with pytest.raises(DataError, match=r"series\.yml:不是 UTF-8"):
        counting_rules.__wrapped__()


def test_series__the_rules_of_the_decisions() -> None:
    by_year = {year: rule for rule in counting_rules() if rule.series == "applications" for year in (2013, 2016, 2017, 2024)
               if rule.from_year <= year <= rule.to_year}  # fmt: skip
    assert [by_year[year].rule for year in (2013, 2016, 2017, 2024)] == ["received", "received", "fee_paid", "fee_paid"]
    assert (by_year[2016].deducts, len(by_year[2017].deducts)) == ((), 3)
    assert indicators()["invention_share"].series == indicators()["patent_applications"].series


def test_reasons__the_same_in_lists_rules_and_contract() -> None:
    with REASONS_FILE.open(encoding="utf-8") as file:
        listed = {row["reason"] for row in csv.DictReader(file)}
    contract = next(contract for contract in load_contracts() if contract.table == "deductions")
    domain = next(column.domain for column in contract.columns if column.name == "reason")
    assert listed == set(domain or ()) == {reason for rule in counting_rules() for reason in rule.deducts}
