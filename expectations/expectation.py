"""One thing that must hold of a release, as a plain description."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Expectation:
    """No row of `sql` may exist: a SELECT over the release's candidate whose column `message` says what is wrong.

    `suite` is the published table; a `critical` one stops the publication, a `warning` is printed on the release. A
    light one needs no memory to speak of: it is asked in one query with the other light ones of its suite. Where its
    failing rows are those of the suite's table of which `condition` is true, one look at each row does for all such.
    `file` is where it is written: that of a check, a row rule or a contract.
    """

    suite: str
    name: str
    severity: Literal["critical", "warning"]
    label_zh: str
    sql: str
    is_light: bool = False
    condition: str | None = None
    file: str | None = None
