"""The Chinese edition of a counting page says the same as the English one, whose example is computed."""

import re

import pytest
from worked_example import NAMES, PAGES


def table_rows(name: str) -> list[list[str]]:
    lines = [line for line in (PAGES / name).read_text(encoding="utf-8").splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


@pytest.mark.parametrize("name", NAMES)
def test_page__tables_of_both_editions_hold_the_same(name: str) -> None:
    english, chinese = table_rows(f"{name}.md"), table_rows(f"{name}.zh-CN.md")
    assert len(english) == len(chinese)
    for one, other in zip(english, chinese, strict=True):
        assert len(one) == len(other), (one, other)
        for cell, its_edition in zip(one, other, strict=True):
            if re.search(r"[\u4e00-\u9fff]", its_edition):
                assert re.findall(r"\d+", cell) == re.findall(r"\d+", its_edition), (cell, its_edition)
            else:
                assert cell == its_edition


@pytest.mark.parametrize("name", NAMES)
def test_page__links_of_both_editions_lead_to_the_same(name: str) -> None:
    english, chinese = (
        re.findall(r"\]\(([^)]*)\)", (PAGES / f"{name}{ending}").read_text(encoding="utf-8")) for ending in (".md", ".zh-CN.md")
    )
    assert sorted(english) == sorted(chinese)
