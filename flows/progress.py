"""Progress that a person can watch on the terminal: one line a step with its time, on standard error."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from rich.console import Console
from rich.status import Status

_console = Console(stderr=True, highlight=False, soft_wrap=True)


def tell(message: str, style: str | None = None) -> None:
    """One line of news for the person at the terminal; `style` is a colour (red)."""
    _console.print(message, markup=False, style=style)


@dataclass
class Step:
    """A running step: `at` says what it is at, `note` adds a result to its closing line."""

    title: str
    status: Status
    notes: list[str] = field(default_factory=list)

    def at(self, what: str) -> None:
        """Show what is being worked on."""
        self.status.update(f"{self.title}:{what}")

    def note(self, result: str) -> None:
        """Add to the line that closes the step."""
        self.notes.append(result)


@contextmanager
def step(title: str) -> Iterator[Step]:
    """Show a step while it runs and print one line when it is done."""
    start = time.monotonic()
    with _console.status(title) as status:
        running = Step(title, status)
        yield running
    notes = ":" + ",".join(running.notes) if running.notes else ""
    _console.print(f"  ✓ {title}{notes}  {time.monotonic() - start:.1f} 秒", markup=False)
