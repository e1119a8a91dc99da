"""Files that nobody put where they lie: Windows, macOS and Office leave them behind in any folder.

Beside `transforms.intake`, whose import costs what `ipstats status` does not need.
"""

_NAMES = {".ds_store", "thumbs.db", "desktop.ini"}


def is_leftover(name: str) -> bool:
    """Say whether a file's name is that of such a file."""
    return name.lower() in _NAMES or name.startswith(("~$", "._"))
