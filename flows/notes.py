"""The officer's paragraph for a month's bulletin: `notes/2013-09.md` of the checkout's data, else of the home."""

from pathlib import Path

from flows.home import Home, data_folder
from flows.months import is_month

_README = "README.md"


def note_of(home: Home, month: str) -> str:
    """The month's paragraph, empty where nobody wrote one."""
    files = (folder / f"{month}.md" for folder in _folders(home))
    return next((_text(file) for file in files if file.is_file()), "")


def misnamed_notes(home: Home) -> list[str]:
    """A sentence for every file there that no bulletin will show."""
    return [
        f"说明文件 {file} 没有读取:文件名应为月份加 .md,如 2013-09.md。"
        for folder in _folders(home)
        if folder.is_dir()
        for file in sorted(folder.iterdir())
        if file.name != _README and not file.name.startswith((".", "~")) and not _is_note(file)
    ]


def _text(file: Path) -> str:
    """UTF-8, or what an older editor on a Chinese system writes."""
    written = file.read_bytes()
    try:
        return written.decode("utf-8-sig")
    except UnicodeDecodeError:
        return written.decode("gb18030", "replace")


def _is_note(file: Path) -> bool:
    return file.suffix == ".md" and is_month(file.stem)


def _folders(home: Home) -> tuple[Path, Path]:
    # sample data bring their own
    return data_folder() / "notes", home.root / "notes"
