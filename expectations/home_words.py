"""Words of the territory in the contracts' texts: `{county_code}` in a YAML is the code of whoever uses the system."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from expectations.contracts import Contract

_PLACE = re.compile(r"\{([a-z_]+)\}")


def in_words_of(contracts: Sequence[Contract], words: Mapping[str, str]) -> tuple[Contract, ...]:
    """The contracts with every `{name}` in the description of a column replaced by its word; KeyError where there is none."""
    return tuple(
        replace(
            contract,
            columns=tuple(
                replace(column, description_zh=_PLACE.sub(lambda found: words[found[1]], column.description_zh))
                for column in contract.columns
            ),
        )
        for contract in contracts
    )
