"""Address to reporting unit: `parse_gazetteer` reads the reference files, `locate` adds unit, rule, confidence."""

from transforms.locate.gazetteer import GAZETTEER_FILES, Gazetteer, parse_gazetteer
from transforms.locate.place import locate

__all__ = ["GAZETTEER_FILES", "Gazetteer", "locate", "parse_gazetteer"]
