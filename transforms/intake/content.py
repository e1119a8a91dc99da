"""What a file really is, by its first bytes, against what its ending claims."""

import zipfile
from pathlib import Path, PurePosixPath
from typing import Literal

from transforms.errors import Held

Kind = Literal["workbook", "text", "archive"]

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEAD_BYTES = 4096
# OLE directories name their streams in UTF-16; the names stand in the directory sector, wherever that lies.
_ENCRYPTED, _WORD, _POWERPOINT, _MESSAGE = (
    name.encode("utf-16-le") for name in ("EncryptedPackage", "WordDocument", "PowerPoint Document", "__substg1.0"))
_WORKBOOK_STREAMS = tuple(name.encode("utf-16-le") + b"\0\0" for name in ("Workbook", "Book"))

_FOREIGN_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "PDF 文件"), (b"Rar!", "RAR 压缩包"), (b"7z\xbc\xaf", "7z 压缩包"), (b"\x1f\x8b", "gzip 压缩文件"),
    (b"{\\rtf", "RTF 文档"), (b"\x89PNG", "图片"), (b"\xff\xd8\xff", "图片"), (b"GIF8", "图片"),
    (b"SQLite format 3", "数据库文件"), (b"PAR1", "Parquet 文件"), (b"BM", "图片"),
)
_ENDINGS: dict[str, Kind] = {
    ".xlsx": "workbook", ".xls": "workbook", ".csv": "text", ".txt": "text", ".zip": "archive",
}
_SAVE_AS = "请用 Excel 或 WPS 打开后另存为 .xlsx 或 .csv 再放入收件箱。"


def file_kind(path: Path, file_name: str) -> Kind:
    """Return what the file is; Held when it is empty, unreadable here, or not what its ending claims."""
    ending = PurePosixPath(file_name).suffix.lower()
    if path.stat().st_size == 0:
        raise Held("文件是空的(0 字节)。", "请重新导出或向来源单位索取完整文件。")
    with path.open("rb") as file:
        head = file.read(_HEAD_BYTES)
    found, kind = _found(path, head)
    if ending not in _ENDINGS:
        raise Held(f"文件类型 {ending or '(无后缀)'} 不在可读之列(.xlsx、.xls、.csv、.txt、.zip),内容为{found}。", _SAVE_AS)
    if kind is None:
        raise Held(f"后缀为 {ending},但内容是{found},不能读取。", _SAVE_AS)
    if kind != _ENDINGS[ending]:
        raise Held(f"后缀为 {ending},但内容是{found},两者不符。", f"请核实文件;如内容无误,请改正后缀,或{_SAVE_AS[1:]}")
    return kind


def _found(path: Path, head: bytes) -> tuple[str, Kind | None]:
    """Describe the content in Chinese; the kind is None where it cannot be read at all."""
    if head.startswith(_OLE):
        return _ole_content(path)
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip_content(path)
    for magic, name in _FOREIGN_MAGIC:
        if head.startswith(magic) and (magic != b"BM" or b"\0" in head[:64]):
            return name, None
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:256].lower()
    if start.startswith((b"<!doctype html", b"<html", b"<table", b"<head", b"<meta", b"<style", b"<script")):
        return "网页(HTML)", None
    if start.startswith(b"<?xml"):
        return "XML 文件", None
    return "文本", "text"


def _ole_content(path: Path) -> tuple[str, Kind | None]:
    content = path.read_bytes()  # old workbooks stay below some tens of MB
    if _ENCRYPTED in content:
        raise Held("工作簿设有打开密码(已加密),不能读取。", "请在 Excel 中取消打开密码,另存后重新放入收件箱。")
    for name, found in ((_WORD, "Word 文档(.doc)"), (_POWERPOINT, "演示文稿(.ppt)"), (_MESSAGE, "邮件(.msg)")):
        if name in content:
            return found, None
    if any(name in content for name in _WORKBOOK_STREAMS):
        return "Excel 工作簿(.xls)", "workbook"
    return "不含工作簿的 OLE 文件", None


def _zip_content(path: Path) -> tuple[str, Kind | None]:
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError) as problem:
        raise Held(
            "文件不完整或已损坏:以工作簿(.xlsx)或压缩包的格式开头,但缺少结尾的目录,可能在复制或下载时中断。",
            "请重新复制或下载,确认能用 Excel 打开后再放入收件箱。",
        ) from problem
    if "xl/workbook.xml" in names:
        return "Excel 工作簿(.xlsx)", "workbook"
    if "[Content_Types].xml" in names:
        inside = {name.split("/")[0] for name in names}
        kinds = {"word": "Word 文档(.docx)", "ppt": "演示文稿(.pptx)", "xl": "二进制工作簿(.xlsb)"}
        return next((found for folder, found in kinds.items() if folder in inside), "Office 文件"), None
    if "mimetype" in names and "content.xml" in names:
        return "OpenDocument 文件", None
    return "压缩包(.zip)", "archive"
