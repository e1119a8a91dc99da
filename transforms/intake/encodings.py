"""Text encodings: UTF-8, GB18030 and UTF-16 are told apart and brought to UTF-8 in a stream."""

import codecs
from collections.abc import Iterator
from pathlib import Path

from transforms.errors import Held

_SAMPLE_BYTES = 1024**2
_BLOCK_BYTES = 4 * 1024**2
# GB18030 text of this many Chinese characters is practically never valid UTF-8 by accident; where so many were
# valid and a later byte is not, the file is damaged UTF-8 and must not be read as other characters.
SURE_UTF8_CHARACTERS = 10
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_NAMES = {"utf-8": "UTF-8", "gb18030": "GB18030", "utf-16-le": "UTF-16", "utf-16-be": "UTF-16"}


def likely_encoding(path: Path) -> str:
    """Return the encoding that the byte order mark or the first megabyte speaks for; Held for binary content."""
    with path.open("rb") as file:
        sample = file.read(_SAMPLE_BYTES)
    for mark, encoding in _BOMS:
        if sample.startswith(mark):
            return encoding
    if b"\0" in sample:
        return _utf16_without_mark(sample)
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample, False)
    except UnicodeDecodeError as problem:
        if _multibyte_count(sample[: problem.start]) >= SURE_UTF8_CHARACTERS:
            raise _undecodable("utf-8", problem.start) from problem
        return "gb18030"
    return "utf-8"


def first_bad_byte(path: Path, encoding: str) -> int | None:
    """Return the 0-based position of the first byte that is not `encoding`, None if all are."""
    try:
        for _ in _decoded(path, encoding):
            pass
    except _BadByte as problem:
        return problem.position
    return None


def transcode(path: Path, encoding: str, target: Path) -> None:
    """Write `path` as UTF-8 without byte order mark to `target`; Held with the position of a byte that is none."""
    try:
        with target.open("wb") as output:
            for text in _decoded(path, encoding):
                output.write(text.encode("utf-8"))
    except _BadByte as problem:
        raise _undecodable(encoding, problem.position) from problem


def utf8_failed(path: Path) -> str:
    """Return `gb18030` for a file whose later part is no UTF-8 but whose start was plain ASCII; else Held."""
    position = first_bad_byte(path, "utf-8")
    if position is None:
        raise Held("文件在读取期间发生了变化。", "请等文件复制完成后再放入收件箱。")
    with path.open("rb") as file:
        before = file.read(min(position, _SAMPLE_BYTES))
    if before.startswith(codecs.BOM_UTF8) or _multibyte_count(before) >= SURE_UTF8_CHARACTERS:
        raise _undecodable("utf-8", position)
    return "gb18030"


class _BadByte(Exception):
    def __init__(self, position: int) -> None:
        super().__init__(position)
        self.position = position


def _decoded(path: Path, encoding: str) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder(encoding)()
    read = 0
    with path.open("rb") as file:
        while True:
            block = file.read(_BLOCK_BYTES)
            pending = len(decoder.getstate()[0])
            try:
                text = decoder.decode(block, not block)
            except UnicodeDecodeError as problem:
                raise _BadByte(read - pending + problem.start) from problem
            yield text.removeprefix("\ufeff") if read == 0 else text
            read += len(block)
            if not block:
                return


def _multibyte_count(sample: bytes) -> int:
    return sum(1 for character in sample[:_SAMPLE_BYTES].decode("utf-8", "ignore") if character > "\u07ff")


def _utf16_without_mark(sample: bytes) -> str:
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    for encoding, most, least in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        # ASCII characters (digits, commas) put their zero byte on one side only
        if most > 20 * max(least, 1) or (least == 0 and most > 4):
            return encoding
    raise Held(
        f"内容不是文本:第 {sample.index(0) + 1} 字节是空字符,疑为其他格式或已损坏的文件。",
        "请用 Excel 打开后另存为 .xlsx 或 .csv。",
    )


def _undecodable(encoding: str, position: int) -> Held:
    return Held(
        f"文字编码有误:按 {_NAMES[encoding]} 读到第 {position + 1} 字节处不能解码,文件可能已损坏或被截断。",
        "请重新导出,保存为 UTF-8 编码的 .csv 或 .xlsx。",
    )
