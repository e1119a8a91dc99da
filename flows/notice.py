"""A home may bear a notice, such as 示例数据: everything published from it says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from flows.home import Home

if TYPE_CHECKING:
    from expectations.contracts import Contract

SAMPLE_DATA = "示例数据"


def notice_file(home: Home) -> Path:
    """The text file that holds the notice."""
    return home.root / "notice.txt"


def notice_of(home: Home) -> str | None:
    """The home's notice, if it bears one."""
    file = notice_file(home)
    return file.read_text(encoding="utf-8").strip() or None if file.exists() else None


def with_notice(contracts: Sequence[Contract], home: Home) -> tuple[Contract, ...]:
    """The contracts whose descriptions begin with the home's notice: so do comments and data package."""
    notice = notice_of(home)
    if notice is None:
        return tuple(contracts)
    return tuple(replace(one, description_zh=f"【{notice}】{one.description_zh}") for one in contracts)
