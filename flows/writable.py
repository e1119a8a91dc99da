"""Whether a home can be written and Prefect's database be read: asked before Prefect starts, which would say it in English."""

import sqlite3
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryFile

from flows.file_troubles import file_sentence
from flows.home import Home
from transforms.errors import Refused

_DAMAGED = (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT)


def require_writable(home: Home) -> None:
    """Refuse a home in which a folder that every run writes cannot be written."""
    for folder in (home.prefect, home.warehouse, home.archive, home.published, home.published / "releases"):
        try:
            with TemporaryFile(dir=_existing(folder)):
                pass
        except OSError as error:
            raise not_writable(_existing(folder), error) from error


def not_writable(folder: Path, error: OSError) -> Refused:
    """What is said of a folder of the home that cannot be written."""
    return Refused(f"不能写入数据目录 {folder}:{file_sentence(error)}。请检查 --home 和目录权限;已发布的各版不受影响。")


def require_sound(database: Path) -> None:
    """Refuse a database of Prefect that is none; one that is only busy passes."""
    if not database.exists():
        return
    try:
        with closing(sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)) as connection:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode in _DAMAGED:
            raise Refused(
                f"运行记录 {database} 已损坏,没有开始运行。请从备份恢复;没有备份的,把它(和同名的 -wal、-shm 文件)移走,"
                "再次运行即重新建立:统计数据和已发布的各版不受影响,只是看不到以往的运行记录。"
            ) from error


def _existing(folder: Path) -> Path:
    """The folder, else the nearest one above it that is there."""
    return folder if folder.exists() else _existing(folder.parent)
