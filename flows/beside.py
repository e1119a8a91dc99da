"""Modules that answer questions in a process beside this one: what takes long to load gets ready while other work goes on."""

import atexit
import json
import os
import sys
from collections.abc import Callable
from threading import Lock
from typing import Any

from flows.processes import Process, end, start_module


class Beside:
    """One such module; its process is started for the first question, or before, and kept until this one ends."""

    def __init__(self, module: str, purpose: str) -> None:
        """`purpose` says in Chinese what would be missing without it."""
        self._module, self._purpose = module, purpose
        self._process: Process | None = None
        self._lock = Lock()

    def start(self) -> Process:
        """Let it get ready; RuntimeError comes with the first question where it cannot."""
        if self._process is None:
            self._process = start_module(self._module, [], {}, answers=True)
            atexit.register(end, self._process, 0)
        return self._process

    def ask(self, question: Any) -> Any:
        """The answer to one question, both as JSON holds them; raises RuntimeError where the process fails or has ended."""
        with self._lock:
            process = self.start()
            assert process.stdin is not None and process.stdout is not None, "started with both pipes"
            try:
                process.stdin.write(json.dumps(question).encode() + b"\n")
                process.stdin.flush()
                said = json.loads(process.stdout.readline())
            except (BrokenPipeError, ValueError) as problem:
                self._process = None
                raise RuntimeError(f"{self._purpose}进程中途结束,请再次运行") from problem
        if "problem" in said:
            raise RuntimeError(f"{self._purpose}失败:{said['problem']}")
        return said["answer"]


def answer_questions(answer: Callable[[Any], Any]) -> None:
    """In such a module: answer one question after another until there are no more."""
    # what a library prints is no answer
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    for line in sys.stdin.buffer:
        try:
            said = {"answer": answer(json.loads(line))}
        except Exception as problem:  # noqa: BLE001 - it is told where the question came from
            said = {"problem": f"{type(problem).__name__}:{problem}"}
        answers.write(json.dumps(said).encode() + b"\n")
        answers.flush()
