"""The Chinese guide says nothing that is not so: commands, options, saved queries (its SQL is asked of the samples' releases)."""

import inspect
import re
import shlex
from importlib import import_module

import pytest

from flows.cli import COMMANDS
from flows.home import CHECKOUT
from flows.query.saved import find_saved
from tests.flows.guide import GUIDE, QUESTIONS
from transforms.intake import parse_sidecar

LINES = sorted({line.strip() for line in re.findall(r"(?:`|^)(ipstats [^`\n]+)", GUIDE, re.MULTILINE)})


@pytest.mark.parametrize("line", LINES)
def test_guide__every_command_line_is_one(line: str) -> None:
    command, *words = shlex.split(line)[1:]
    assert command in COMMANDS
    parameters = inspect.signature(getattr(import_module(f"flows.commands.{command}"), command)).parameters
    options = {word.removeprefix("--").replace("-", "_") for word in words if word.startswith("--")}
    assert options - {"list"} <= set(parameters)
    if "--name" in words:
        find_saved(words[words.index("--name") + 1])


def test_guide__names_the_commands_of_the_section() -> None:
    named = {shlex.split(line)[1] for line in LINES}
    assert named >= {"demo", "run", "status", "query", "trace", "alerts", "serve", "backfill", "rebuild"}


def test_guide__has_questions() -> None:
    assert len(QUESTIONS) == GUIDE.count("```sql") == GUIDE.count("```csv") >= 4


def test_guide__its_sidecar_is_one() -> None:
    sidecar = next(block for block in re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL) if "received_on" in block)
    assert parse_sidecar(sidecar, "guide.yml").relation == "replaces"


def test_guide__its_links_lead_somewhere() -> None:
    targets = re.findall(r"\]\(([^)]+)\)", GUIDE)
    assert targets
    for target in targets:
        assert (CHECKOUT / target).exists()
