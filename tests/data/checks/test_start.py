"""What does not fit is refused before a run starts, with file and line; what is in the repository fits."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from expectations.checks import parse_check
from expectations.contracts import Column, Contract
from flows import steps
from flows.checking import start
from flows.checking.start import verify
from flows.home import data_folder
from flows.reference import Reference, load_reference
from transforms.errors import DataError, Refused

CHECK = "-- check: odd\n-- suite: patents\n-- severity: warning\n-- label_zh: 怪\nSELECT {} FROM main.patents"
EXTRA = Column("adress", "VARCHAR", None, True, "地扯", "多出的列。", None, None, None, True, line=77)


@pytest.fixture(scope="module")
def reference() -> Reference:
    return load_reference(data_folder())


def with_contract(reference: Reference, table: str, change: Callable[[Contract], Contract]) -> Reference:
    changed = tuple(change(contract) if contract.table == table else contract for contract in reference.contracts)
    return replace(reference, contracts=changed)


def test_the_repository_fits(reference: Reference) -> None:
    verify(reference)


@pytest.mark.parametrize("table", ["patents", "patent_events", "deliveries", "quarantine", "monthly_counts", "scorecard"])
def test_contract_with_a_column_that_nothing_makes(reference: Reference, table: str) -> None:
    changed = with_contract(reference, table, lambda contract: replace(contract, columns=(*contract.columns, EXTRA)))
    with pytest.raises(DataError, match=f"表 {table} 没有列 adress") as caught:
        verify(changed)
    assert (caught.value.file, caught.value.line) == (f"{table}.yml", 77)


def test_contract_that_leaves_out_what_is_made(reference: Reference) -> None:
    changed = with_contract(reference, "quarantine", lambda contract: replace(contract, columns=contract.columns[:-1]))
    with pytest.raises(Refused, match="contracts.*original"):
        verify(changed)


def test_condition_that_cannot_be_asked(reference: Reference) -> None:
    changed = with_contract(
        reference, "patents", lambda contract: replace(contract, filled_when="EXISTS (FROM nothing)", filled_when_line=6)
    )
    with pytest.raises(DataError, match="nothing") as caught:
        verify(changed)
    assert (caught.value.file, caught.value.line) == ("patents.yml", 6)


@pytest.mark.parametrize(("selected", "word"), [("titel AS message", "titel"), ("title", "message")])
def test_check_that_cannot_be_asked(reference: Reference, selected: str, word: str) -> None:
    odd = parse_check(CHECK.format(selected), "odd.sql")
    with pytest.raises(DataError, match=word) as caught:
        verify(replace(reference, checks=(*reference.checks, odd)))
    assert (caught.value.file, caught.value.line) == ("odd.sql", 5)


def test_a_run_is_refused_before_anything_is_done(
    reference: Reference, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    odd = parse_check(CHECK.format("titel AS message"), "odd.sql")
    monkeypatch.setattr(start, "load_reference", lambda _: replace(reference, checks=(odd,)))
    root = tmp_path / "home"
    with pytest.raises(DataError, match="odd.sql 第5行"):
        steps.prepare_store.fn(root)
    assert not root.exists()
