"""From a file to its tables: prepared once in the work folder, found there again by the next reader."""

import hashlib
import json
import tempfile
from dataclasses import asdict
from pathlib import Path, PurePosixPath

from transforms.errors import Held
from transforms.intake.content import file_kind
from transforms.intake.merged_cells import MergedRows
from transforms.intake.tables import RawTable
from transforms.intake.text_tables import text_table
from transforms.intake.workbooks import workbook_tables


def raw_tables(path: Path, file_name: str, work_dir: Path) -> list[RawTable]:
    """Return the tables of a delivery; Held if it cannot be read whole. Copies are kept in `work_dir` for reuse."""
    work_dir.mkdir(parents=True, exist_ok=True)
    state = _state(path)
    note = work_dir / f"{state}.json"
    if note.exists():
        tables = [_recalled(item) for item in json.loads(note.read_text(encoding="utf-8"))]
        if all(table.path.exists() for table in tables):
            return tables
    kind = file_kind(path, PurePosixPath(file_name).name)
    if kind == "archive":
        raise Held("压缩包不能作为一个表读取。", "请逐个读取压缩包内的文件。")
    tables = [text_table(path, note)] if kind == "text" else workbook_tables(path, note)
    if _state(path) != state:
        raise Held("文件在读取期间发生了变化。", "请等文件复制完成后再放入收件箱。")
    _remember(note, tables)
    return tables


def _state(path: Path) -> str:
    """Name the file as it is now: the same path with other bytes has another size or time."""
    try:
        found = path.stat()
    except OSError as problem:
        raise Held("文件不存在或没有读取权限。", "请检查文件是否被移走或被其他程序占用。") from problem
    return hashlib.sha256(f"{path.resolve()}\n{found.st_size}\n{found.st_mtime_ns}".encode()).hexdigest()[:32]


def _remember(note: Path, tables: list[RawTable]) -> None:
    text = json.dumps([{**asdict(table), "path": str(table.path)} for table in tables], ensure_ascii=False)
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=note.parent, delete=False) as file:
        file.write(text)
    Path(file.name).replace(note)


def _recalled(item: dict[str, object]) -> RawTable:
    totals = tuple((number, tuple(cells)) for number, cells in item.pop("total_like"))  # type: ignore[attr-defined]
    merged = tuple(MergedRows(**cell) for cell in item.pop("merged"))  # type: ignore[attr-defined]
    return RawTable(**{**item, "path": Path(str(item["path"])), "total_like": totals, "merged": merged})  # type: ignore[arg-type]
