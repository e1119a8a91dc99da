"""Published tables, counted from events (`build_outputs`), and a year's targets (`parse_targets`)."""

from transforms.out.build import build_outputs
from transforms.out.counting_rules import Indicator, indicators
from transforms.out.targets import Target, parse_targets, usual_closing_day

__all__ = ["Indicator", "Target", "build_outputs", "indicators", "parse_targets", "usual_closing_day"]
