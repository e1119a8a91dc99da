"""The counting rules of every series, as series.yml says them."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from transforms.strict_yaml import YamlValue, read_yaml
from transforms.written_text import read_written

_FILE = Path(__file__).parent / "series.yml"
OPEN = 9999


@dataclass(frozen=True)
class CountingRule:
    """Years of a series counted under one rule (an open end is the year OPEN) and the reasons that deduct under it."""

    series: str
    rule: str
    label_zh: str
    from_year: int
    to_year: int
    deducts: tuple[str, ...]


@cache
def counting_rules() -> tuple[CountingRule, ...]:
    """The rules of every series in the order of their years; DataError names file and line of a mistake."""
    return parse_series(read_written(_FILE), _FILE.name)


def parse_series(text: str, file_name: str) -> tuple[CountingRule, ...]:
    """Rules by series; the years of a series follow one another without gap and the last rule is open."""
    series = read_yaml(text, file_name).entries()
    return tuple(rule for entry in series.values() for rule in _rules(entry))


def _rules(series: YamlValue) -> list[CountingRule]:
    required = ("rule", "label_zh", "from_year", "deducts")
    rules: list[CountingRule] = []
    for entry in series.items():
        said = entry.mapping((*required, "to_year"), required)
        rule = CountingRule(
            series=series.key,
            rule=said["rule"].quoted(),
            label_zh=said["label_zh"].quoted(),
            from_year=said["from_year"].whole_number(),
            to_year=said["to_year"].whole_number() if "to_year" in said else OPEN,
            deducts=said["deducts"].quoted_texts(),
        )
        if rules and rules[-1].to_year != rule.from_year - 1:
            raise said["from_year"].error(f"{rule.rule} 的起始年份应紧接上一规则的截止年份")
        rules.append(rule)
    if not rules or rules[-1].to_year != OPEN:
        raise series.error(f"{series.key} 的最后一个规则不应有 to_year")
    return rules
