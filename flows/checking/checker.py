"""Great Expectations in a process beside this one: importing it takes longer than all else that a run imports."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from expectations.expectation import Expectation
from flows.beside import Beside, answer_questions
from flows.checking.validate import CheckResult
from flows.home import Home

CHECKER = Beside("flows.checking.checker", "发布前核验")


def validate(
    home: Home, month: str, as_of: date, candidate: Path, expectations: Sequence[Expectation]
) -> tuple[CheckResult, ...]:
    """What came of every expectation asked of the candidate; kept there for the pages at the end of the run."""
    question = {
        "home": str(home.root),
        "month": month,
        "as_of": as_of.isoformat(),
        "candidate": str(candidate),
        "expectations": [asdict(one) for one in expectations],
    }
    return tuple(CheckResult(**{**one, "examples": tuple(one["examples"])}) for one in CHECKER.ask(question))


def build_docs(home: Home) -> None:
    """Let it write the pages about the home's last checks, if there were any."""
    CHECKER.ask({"home": str(home.root)})


def _answer(question: dict[str, Any]) -> list[dict[str, Any]]:
    from flows.checking import docs
    from flows.checking.validate import validate as validated

    home = Home(Path(question["home"]))
    if "candidate" not in question:
        docs.build_docs(home)
        return []
    expectations = [Expectation(**one) for one in question["expectations"]]
    validation = validated(Path(question["candidate"]), expectations)
    docs.keep_for_docs(home, question["month"], date.fromisoformat(question["as_of"]), validation.suites)
    return [asdict(one) for one in validation.results]


if __name__ == "__main__":
    import flows.checking.failing_rows  # noqa: F401 - takes seconds, and the first question does not wait for it

    answer_questions(_answer)
