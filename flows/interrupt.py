"""What a Ctrl-C does to a command: a sentence and the code that shells expect."""

import os
import signal
import sys
from types import FrameType

SENTENCE = "已中断;再次运行会从断处继续,已发布的各版不受影响。\n"
EXIT_CODE = 130


def leave_at_once_when_interrupted() -> None:
    """While all that happens is importing and waiting for a server; processes beside this one end with it.

    An interrupt that Python raises amid an import can be lost and leave the import lock taken: the run then waits for ever.
    """
    signal.signal(signal.SIGINT, _leave)


def raise_when_interrupted() -> None:
    """As usual: what is half written is undone on the way out."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def _leave(_number: int, _frame: FrameType | None) -> None:
    os.write(sys.stderr.fileno(), SENTENCE.encode())
    os._exit(EXIT_CODE)
