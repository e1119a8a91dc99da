"""A sheet's XML in pieces and in one way of writing, for patterns that look for cells in it."""

import re
import zipfile
from collections.abc import Iterator

_BLOCK_BYTES = 4 * 1024**2
# Some writers give every element the prefix of its namespace, or write attributes in single quotes.
_PREFIX = re.compile(rb"<([A-Za-z_][\w.-]*:)worksheet\b")
_SINGLE_QUOTED = re.compile(rb"='([^'<>\"]*)'")


def sheet_blocks(archive: zipfile.ZipFile, part: str) -> Iterator[bytes]:
    """Yield the XML in blocks that begin with a whole cell element; attributes in double quotes, no prefixes."""
    rest = b""
    prefix: bytes | None = None
    is_single_quoted = False
    with archive.open(part) as file:
        while block := file.read(_BLOCK_BYTES):
            text = rest + block
            if prefix is None:
                prefix = found[1] if (found := _PREFIX.search(text)) else b""
                is_single_quoted = b" r='" in text
            if prefix:
                text = text.replace(b"<" + prefix, b"<").replace(b"</" + prefix, b"</")
            if is_single_quoted:
                text = _SINGLE_QUOTED.sub(rb'="\1"', text)
            cut = text.rfind(b"<c ")
            yield text[:cut] if cut > 0 else text
            rest = text[cut:] if cut > 0 else b""
    yield rest
