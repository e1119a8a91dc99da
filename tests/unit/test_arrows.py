"""Data flow one way: data -> transforms -> expectations -> flows; a test fails when an import points backwards."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FORBIDDEN = {
    "transforms": {"expectations", "flows", "prefect", "great_expectations"},
    "expectations": {"flows", "prefect"},
}


def imported(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.split(".")[0]


@pytest.mark.parametrize("folder", sorted(FORBIDDEN))
def test_imports__never_point_backwards(folder: str) -> None:
    files = sorted((ROOT / folder).rglob("*.py"))
    assert len(files) >= 3
    backwards = {str(file): found for file in files if (found := FORBIDDEN[folder] & set(imported(file)))}
    assert backwards == {}


def test_query__starts_without_prefect_polars_and_great_expectations() -> None:
    import subprocess
    import sys

    code = "import sys, flows.cli, flows.commands.query; print(sorted({'prefect', 'polars', 'pyarrow'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout.strip() == "[]"
