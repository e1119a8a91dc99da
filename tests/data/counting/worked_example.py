"""Reads the worked example of a page under docs/counting: its tables are input and expected values."""

import re
from fractions import Fraction
from pathlib import Path
from typing import Any

PAGES = Path(__file__).parents[3] / "docs" / "counting"
# the Chinese editions have the same tables
NAMES = sorted(page.stem for page in PAGES.glob("*.md") if not page.name.endswith(".zh-CN.md"))


def example(page: str) -> tuple[str, str, dict[str, list[dict[str, str | None]]]]:
    """Month and as-of of the release, and each table by its heading ('Given: feeds')."""
    text = (PAGES / f"{page}.md").read_text(encoding="utf-8").split("## Worked example")[1]
    release = re.search(r"Release\s+(\d{4}-\d{2}),\s+as\s+of\s+(\d{4}-\d{2}-\d{2})", text)
    assert release, page
    sections = re.split(r"^### ", text, flags=re.MULTILINE)[1:]
    return release[1], release[2], {section.splitlines()[0]: _table(section) for section in sections}


def _table(section: str) -> list[dict[str, str | None]]:
    lines = [line for line in section.splitlines() if line.startswith("|")]
    header, _, *rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return [dict(zip(header, [cell or None for cell in row], strict=True)) for row in rows]


def agrees(found: Any, written: str | None) -> bool:
    """Whether a value is what the page says: empty is no value, 4/2300 a fraction, 12.30 to two decimals."""
    if written is None or found is None:
        return found is None and written is None
    if isinstance(found, str | bool):
        return str(found) == written
    if "/" in written:
        return float(found) == float(Fraction(written))
    if "." in written:
        return abs(found - float(written)) <= 0.5 * 10 ** -len(written.split(".")[1]) + 1e-12
    return float(found) == float(written)
