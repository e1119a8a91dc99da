"""A header in two lines: groups above, their columns below."""

import re

from transforms.intake.synonyms import known_in, normalise_header
from transforms.intake.tables import Cells

_IN_BRACKETS = re.compile(r"[((].*?[))]")


def in_two_lines(upper: Cells, lower: Cells, known: frozenset[str]) -> Cells | None:
    """Return one header for two rows of which the lower divides groups of the upper: 申请人 over 名称 and 地址.

    A merged cell has its text in its first column. Every cell of the lower row must be a header, alone or with its
    group's name before it, and one must stand beside a group's first column.
    """
    group, joined, is_divided = "", [], False
    for over, below in zip(upper, lower, strict=True):
        group = over or group
        if below is None:
            joined.append(over)
            continue
        names = (f"{group}{below}", f"{_IN_BRACKETS.sub('', group)}{below}", below)
        name = next((text for text in names if normalise_header(text) in known), None)
        if name is None or normalise_header(over or "") == normalise_header(below):
            return None
        is_divided = is_divided or over is None
        joined.append(name)
    return tuple(joined) if is_divided and known_in(upper, known) else None
