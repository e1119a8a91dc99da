"""What explains a change that no file and no correction brought: reference data or code that differ between two releases."""

from collections.abc import Mapping
from typing import Any

_MOST_FILES = 3
UNKNOWN = "未查明"


def otherwise(earlier: Mapping[str, Any], later: Mapping[str, Any]) -> str:
    """The cause by two manifests (their parts `reference_data` and `code`), as a text for `release_changes`."""
    before, after = earlier["reference_data"], later["reference_data"]
    changed = sorted(name for name in before.keys() | after.keys() if before.get(name) != after.get(name))
    files = [name for name in changed if not name.endswith(".md")]
    causes = []
    if files:
        more = f"等{len(files)}个文件" if len(files) > _MOST_FILES else ""
        causes.append(f"参考数据变动:{'、'.join(files[:_MOST_FILES])}{more}")
    # a release made before manifests had the hash was made by other code
    if earlier["code"].get("code_hash") != later["code"].get("code_hash"):
        causes.append("程序变动")
    return ";".join(causes) or UNKNOWN
