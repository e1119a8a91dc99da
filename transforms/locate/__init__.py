"""Address to reporting unit: `parse_gazetteer` reads the reference files, `locate` adds unit, rule, confidence."""

from transforms.locate.gazetteer import GAZETTEER_FILES, Gazetteer, parse_gazetteer
from transforms.locate.place import locate
from transforms.locate.region_names import region_names

__all__ = ["GAZETTEER_FILES", "Gazetteer", "locate", "parse_gazetteer", "region_names"]
