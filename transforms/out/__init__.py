"""Published tables: counted from events (`build_outputs`), taken over (`make_official_totals`); a year's targets."""

from transforms.out.build import build_outputs
from transforms.out.counting_rules import Indicator, indicators
from transforms.out.official_totals import make_official_totals
from transforms.out.targets import Target, parse_targets, usual_closing_day

__all__ = [
    "Indicator",
    "Target",
    "build_outputs",
    "indicators",
    "make_official_totals",
    "parse_targets",
    "usual_closing_day",
]
