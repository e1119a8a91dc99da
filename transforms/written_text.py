"""The text of a .sql or .yml file that a person may have written: with the mark of a Windows editor, or in another encoding."""

from pathlib import Path

from transforms.errors import DataError


def read_written(path: Path) -> str:
    """The text without a byte order mark; raises DataError where it is no UTF-8."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise DataError(path.name, 0, "不是 UTF-8 文本,请另存为 UTF-8") from error
