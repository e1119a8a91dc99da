"""A YAML text as one value that knows its lines."""

import yaml

from transforms.errors import DataError
from transforms.strict_yaml.value import YamlValue

# ten times as fast, where PyYAML was built with it; the other says more exactly where a mistake is
FAST_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_yaml(text: str, file_name: str) -> YamlValue:
    """The one document of a YAML text; a syntax error or an empty file is a DataError."""
    try:
        node = _composed(text)
    except yaml.YAMLError as problem:
        line = mark.line + 1 if (mark := getattr(problem, "problem_mark", None)) else 0
        raise DataError(file_name, line, "不是有效的 YAML,请检查缩进、冒号后的空格和引号") from problem
    if node is None:
        raise DataError(file_name, 0, "文件是空的")
    return YamlValue(file_name, node)


def _composed(text: str) -> yaml.Node | None:
    try:
        return yaml.compose(text, Loader=FAST_LOADER)
    except yaml.YAMLError:
        return yaml.compose(text, Loader=yaml.SafeLoader)
