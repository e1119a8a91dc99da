"""The Chinese guide says nothing that is not so: commands, options, saved queries, and SQL with its answers."""

import csv
import inspect
import io
import re
import shlex
from datetime import date
from importlib import import_module

import pytest

from flows.cli import COMMANDS
from flows.commands.demo import SAMPLES
from flows.home import CHECKOUT
from flows.query.saved import find_saved
from tests.flows.office import Office
from transforms.intake import parse_sidecar

GUIDE = (CHECKOUT / "README.zh-CN.md").read_text(encoding="utf-8")
LINES = sorted({line.strip() for line in re.findall(r"(?:`|^)(ipstats [^`\n]+)", GUIDE, re.MULTILINE)})
QUESTIONS = re.findall(r"```sql\n(.*?)```\s+```csv\n(.*?)```", GUIDE, re.DOTALL)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """The sample deliveries, taken in at once: the numbers of September are those of the demonstration."""
    office = Office(tmp_path_factory.mktemp("samples") / "home")
    office.receive(*SAMPLES.iterdir())
    office.run("2013-09", date(2013, 10, 15))
    return office


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


@pytest.mark.parametrize(("sql", "answer"), QUESTIONS)
def test_guide__sql_gives_the_printed_answer(office: Office, sql: str, answer: str) -> None:
    printed = list(csv.reader(io.StringIO(answer)))[1:]
    assert [[_text(value) for value in row] for row in office.rows(sql)] == printed


def test_guide__has_questions() -> None:
    assert len(QUESTIONS) == GUIDE.count("```sql") == GUIDE.count("```csv") >= 4


def test_guide__its_sidecar_is_one() -> None:
    sidecar = next(block for block in re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL) if "received_on" in block)
    assert parse_sidecar(sidecar, "guide.yml").relation == "replaces"


def test_guide__its_links_lead_somewhere() -> None:
    for target in re.findall(r"\]\(([^)]+)\)", GUIDE):
        assert (CHECKOUT / target).exists()


def _text(value: object) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)
