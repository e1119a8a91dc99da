"""Everything a release must hold, from contracts, row rules and release checks: one suite a published table."""

from collections.abc import Sequence

from expectations.checks import Check
from expectations.contracts import Contract
from expectations.expectation import Expectation
from expectations.of_contracts import contract_expectations
from expectations.of_rules import rule_expectations
from expectations.rules import Rule

# Filled after the gate: by the gate itself, from the contracts, and by the publication.
FILLED_AFTER_THE_GATE = ("checks", "data_dictionary", "releases")


def all_expectations(
    contracts: Sequence[Contract], rules: Sequence[Rule], checks: Sequence[Check]
) -> tuple[Expectation, ...]:
    """Suite by suite in the order of the contracts; each begins with row count, columns and key."""
    asked = [Expectation(one.suite, one.check, one.severity, one.label_zh, one.sql, file=one.file) for one in checks]
    asked += rule_expectations(rules)
    found: list[Expectation] = []
    for contract in contracts:
        if contract.table not in FILLED_AFTER_THE_GATE:
            found += contract_expectations(contract)
            found += [one for one in asked if one.suite == contract.table]
    return tuple(found)
