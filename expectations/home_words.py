"""Words of the territory in the contracts' texts: `{county_code}` in a YAML is the code of whoever uses the system."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from expectations.contracts import Column, Contract
from transforms.errors import DataError

_PLACE = re.compile(r"\{([a-z_]+)\}")


def in_words_of(contracts: Sequence[Contract], words: Mapping[str, str]) -> tuple[Contract, ...]:
    """The contracts with every `{name}` in the description of a column replaced by its word; raises DataError (file)."""
    return tuple(replace(contract, columns=_columns(contract, words)) for contract in contracts)


def _columns(contract: Contract, words: Mapping[str, str]) -> tuple[Column, ...]:
    def word(found: re.Match[str]) -> str:
        """What stands in the place of `{name}`."""
        if found[1] not in words:
            raise DataError(contract.file, 0, f"没有 {found[0]} 这个词,可用:{'、'.join(words)}")
        return words[found[1]]

    return tuple(
        replace(column, description_zh=_PLACE.sub(word, column.description_zh)) for column in contract.columns
    )
