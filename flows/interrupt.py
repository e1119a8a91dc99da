"""What a Ctrl-C or a SIGTERM (kill, a machine that shuts down) does to a command: a sentence and the code that shells expect."""

import os
import signal
import sys
from types import FrameType

SENTENCE = "已中断;再次运行会从断处继续,已发布的各版不受影响。\n"


class Terminated(KeyboardInterrupt):
    """SIGTERM, which ends a command in the same order as a Ctrl-C does."""


def code_of(interruption: KeyboardInterrupt) -> int:
    """130 for a Ctrl-C, 143 for SIGTERM."""
    return _code(signal.SIGTERM if isinstance(interruption, Terminated) else signal.SIGINT)


def leave_at_once_when_interrupted() -> None:
    """While all that happens is importing and waiting for a server; processes beside this one end with it.

    An interrupt that Python raises amid an import can be lost and leave the import lock taken: the run then waits for ever.
    """
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, _leave)


def raise_when_interrupted() -> None:
    """As usual: what is half written is undone on the way out."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    # a flow puts Prefect's own in this place for its time, which hands the signal on to this one
    signal.signal(signal.SIGTERM, _terminate)


def interruption_in(error: BaseException | None) -> KeyboardInterrupt | None:
    """The interruption that an error comes from, if any: DuckDB, asked amid a query, makes an error of its own of it.

    What fails while an interruption is on its way out (a file half closed) is no failure either.
    """
    while error is not None:
        if isinstance(error, KeyboardInterrupt):
            return error
        # Prefect's for SIGTERM, by its name: to import it would load Prefect
        if type(error).__name__ == "TerminationSignal":
            return Terminated()
        error = error.__cause__ or error.__context__
    return None


def _terminate(_number: int, _frame: FrameType | None) -> None:
    raise Terminated


def _leave(number: int, _frame: FrameType | None) -> None:
    os.write(sys.stderr.fileno(), SENTENCE.encode())
    os._exit(_code(number))


def _code(number: int) -> int:
    return 128 + number
