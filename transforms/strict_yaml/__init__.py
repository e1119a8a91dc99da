"""YAML read strictly: `read_yaml` a text, then ask its values for what they must be."""

from transforms.strict_yaml.document import FAST_LOADER, read_yaml
from transforms.strict_yaml.value import YamlValue

__all__ = ["FAST_LOADER", "YamlValue", "read_yaml"]
