"""What can go wrong with what people hand in, as sentences a person can act on (Chinese)."""


class Held(Exception):
    """A delivery that waits for a person: `reason` says what was found, `remedy` what to do."""

    def __init__(self, reason: str, remedy: str) -> None:
        super().__init__(f"{reason} 处理办法:{remedy}")
        self.reason = reason
        self.remedy = remedy


class Refused(Exception):
    """A run that may not go on; nothing is published and the last release stands."""


class DataError(Refused):
    """A mistake in a file under `data/` or in a sidecar, named by file and line (1-based, 0 = whole file)."""

    def __init__(self, file: str, line: int, message: str) -> None:
        where = f"{file} 第{line}行" if line else file
        super().__init__(f"{where}:{message}")
        self.file = file
        self.line = line


class WrongUsage(Exception):
    """A command given wrongly: an argument that cannot mean anything; the message says how it is given right (exit code 2)."""
